/** Where the card goes: by the line under the pointer, never over it, never under the pointer. */
import {
  autoUpdate,
  computePosition,
  flip,
  offset,
  type Placement,
  shift,
  size,
  type VirtualElement,
} from '@floating-ui/dom';
import type { Box } from './corridor.ts';

/** Gap between line and card, and between card and window edge. CSS px. */
const GAP = 8;
const GUTTER = 8;
/** The card starts so far before the pointer. */
const LEAD = 20;
const WIDTH = 360;
const MOST_HEIGHT = 480;
/** Share of the window that a card takes at most. */
const MOST_SHARE = 0.66;
/** Below this a card beside the line can't be read; it becomes a sheet at the window's edge. */
const LEAST_HEIGHT = 160;
const SHEET_BELOW_WIDTH = 480;
const SHEET_BELOW_HEIGHT = 400;

export interface Placing {
  stop(): void;
}

/**
 * Keeps `card` placed while the page scrolls or the card's content changes.
 * @param line box of the line in client px; when it is gone, the card stays where it is.
 */
export function placeCard(card: HTMLElement, line: () => Box | undefined, pointerX: number | undefined): Placing {
  let last = line();
  const start = Math.max((pointerX ?? (last?.left ?? 0) + LEAD) - LEAD, 0) - (last?.left ?? 0);
  const anchor: VirtualElement = {
    getBoundingClientRect() {
      last = line() ?? last;
      const { left = 0, top = 0, right = 0, bottom = 0 } = last ?? {};
      // Narrowed to where the pointer is: a line may be far wider than the card.
      const x = Math.min(left + start, right);
      return { x, y: top, left: x, top, right: x, bottom, width: 0, height: bottom - top };
    },
  };
  // Chosen once: a card that grows ("More") or scrolls along must not jump to the other side of its line.
  let side: Placement | undefined;
  const place = async () => {
    if (innerWidth < SHEET_BELOW_WIDTH || innerHeight < SHEET_BELOW_HEIGHT) {
      dock(card, last);
      return;
    }
    delete card.dataset.docked;
    const most = Math.min(MOST_HEIGHT, innerHeight * MOST_SHARE);
    setSize(card, WIDTH, most);
    let room = most;
    const { x, y, placement } = await computePosition(anchor, card, {
      strategy: 'fixed',
      placement: side ?? 'bottom-start',
      middleware: [
        offset(GAP),
        // Never beside the word: that would cover the rest of the line.
        side === undefined && flip({ fallbackPlacements: ['top-start'], padding: GUTTER, fallbackStrategy: 'bestFit' }),
        shift({ padding: GUTTER }),
        size({
          padding: GUTTER,
          apply({ availableHeight }) {
            room = Math.min(most, availableHeight);
            setSize(card, WIDTH, Math.max(room, LEAST_HEIGHT));
          },
        }),
      ],
    });
    side = placement;
    if (room < LEAST_HEIGHT) dock(card, last);
    else setPlace(card, x, y);
  };
  return { stop: autoUpdate(anchor, card, place, { ancestorScroll: true, elementResize: true }) };
}

/** A sheet at the window's edge, at the end the line is not at. */
function dock(card: HTMLElement, line: Box | undefined): void {
  card.dataset.docked = '';
  const height = Math.min(innerHeight * 0.55, innerHeight - 2 * GUTTER);
  const width = Math.min(innerWidth - 2 * GUTTER, 560);
  setSize(card, width, height);
  const below = !line || line.bottom <= innerHeight - card.offsetHeight - GUTTER || line.top < innerHeight / 2;
  setPlace(card, (innerWidth - width) / 2, below ? innerHeight - card.offsetHeight - GUTTER : GUTTER);
}

function setSize(card: HTMLElement, width: number, height: number): void {
  card.style.setProperty('width', `${Math.min(width, innerWidth - 2 * GUTTER)}px`);
  card.style.setProperty('max-height', `${Math.floor(height)}px`);
}

function setPlace(card: HTMLElement, x: number, y: number): void {
  card.style.setProperty('translate', `${Math.round(x)}px ${Math.round(y)}px`);
}
