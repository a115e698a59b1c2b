/** Puts a card by the line pointed at, never over it and never under the pointer, and keeps it there. */
import { type Flow, GUTTER, isSmall, pointOn, type Side, type Size, sheetFor, sideFor, sizeOn } from './card-room.ts';
import type { Box } from './corridor.ts';

/** The card starts so far before the pointer. */
const LEAD = 20;
/** Lower than this, head and foot would leave nothing for what is between them: the whole card scrolls. */
const LOW = 260;

export interface Placing {
  /** The card stays where it is, whatever its line does. */
  stop(): void;
}

export interface PlaceOptions {
  /** Box of the line in client px, asked again when the page moves; while there is none, the last one counts. */
  line: () => Box | undefined;
  /** Where the pointer is, in client px; without one the line's beginning counts. */
  pointerX: number | undefined;
  /** The element the words are in: says how its lines go. */
  element: Element;
  /** At the window's edge in any case, as fingers want it. */
  sheet: boolean;
}

/** Places `frame`, and again when the page scrolls, the window changes or the card grows. The side is kept but for another window. */
export function placeCard(frame: HTMLElement, { line, pointerX, element, sheet }: PlaceOptions): Placing {
  const { flow, rightToLeft } = flowOf(element);
  let last = line();
  /** From the line's left. */
  const pointed = last && pointerX !== undefined ? pointerX - last.left : undefined;
  let side: Side | undefined;
  let size: Size = { width: 0, height: 0 };
  /** Where the card begins along its line, from the line's left (its top, where it is vertical). */
  let start = 0;

  const choose = () => {
    last = line() ?? last;
    const seen = seenPart();
    side = undefined;
    if (last && !sheet && !isSmall(seen)) {
      setSize(frame, sizeOn(undefined, last, seen));
      side = sideFor(last, seen, flow, frame.getBoundingClientRect().height);
    }
    if (side === undefined) {
      setSize(frame, sizeOn('bottom-sheet', undefined, seen));
      side = sheetFor(last, seen, frame.getBoundingClientRect().height);
    }
    size = sizeOn(side, last, seen);
    if (last && flow === 'horizontal') {
      const at = pointed ?? (rightToLeft ? last.right - last.left - LEAD : LEAD);
      start = rightToLeft ? at + LEAD - size.width : at - LEAD;
    }
    frame.toggleAttribute('data-sheet', side.endsWith('sheet'));
    follow();
  };
  const follow = () => {
    last = line() ?? last;
    const seen = seenPart();
    if (side === undefined) return;
    // A sheet does not follow its line.
    if (!side.endsWith('sheet')) size = sizeOn(side, last, seen);
    setSize(frame, size);
    const { width, height } = frame.getBoundingClientRect();
    const at = last ?? seen;
    const { x, y } = pointOn(side, at, start + (flow === 'horizontal' ? at.left : at.top), seen, { width, height });
    setPlace(frame, x, y);
  };

  const life = new AbortController();
  const { signal } = life;
  const passive = { capture: true, passive: true, signal };
  addEventListener('scroll', follow, passive);
  addEventListener('resize', choose, passive);
  visualViewport?.addEventListener('scroll', follow, passive);
  visualViewport?.addEventListener('resize', choose, passive);
  const growing = new ResizeObserver(follow);
  growing.observe(frame);
  signal.addEventListener('abort', () => growing.disconnect());
  choose();
  return { stop: () => life.abort() };
}

/** Moves a pinned card by hand or key, kept inside the window. CSS px. */
export function moveBy(frame: HTMLElement, dx: number, dy: number): void {
  undoZoom(frame);
  const seen = seenPart();
  const { left, top, width, height } = frame.getBoundingClientRect();
  const within = (value: number, from: number, to: number) => Math.max(from, Math.min(value, to));
  setPlace(
    frame,
    within(left + dx, seen.left + GUTTER, seen.right - GUTTER - width),
    within(top + dy, seen.top + GUTTER, seen.bottom - GUTTER - height),
  );
}

function flowOf(element: Element): { flow: Flow; rightToLeft: boolean } {
  const { writingMode, direction } = getComputedStyle(element);
  if (/^(vertical|sideways)-rl$/.test(writingMode)) return { flow: 'vertical-rl', rightToLeft: false };
  if (/^(vertical|sideways)-lr$/.test(writingMode)) return { flow: 'vertical-lr', rightToLeft: false };
  return { flow: 'horizontal', rightToLeft: direction === 'rtl' };
}

/** What can be seen of the window when somebody has zoomed in with two fingers; scroll bars left out. */
function seenPart(): Box {
  if (!visualViewport) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const { offsetLeft, offsetTop, width, height } = visualViewport;
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}

function setSize(frame: HTMLElement, { width, height }: Size): void {
  undoZoom(frame);
  frame.style.setProperty('width', `${width}px`);
  frame.style.setProperty('max-height', `${Math.floor(height)}px`);
  frame.toggleAttribute('data-low', height < LOW);
}

function setPlace(frame: HTMLElement, x: number, y: number): void {
  frame.style.setProperty('translate', `${Math.round(x)}px ${Math.round(y)}px`);
}

/** `zoom` of the page's root, or of the dialog that the host is in, reaches the card; client px are without it. */
function undoZoom(frame: HTMLElement): void {
  const root = frame.getRootNode();
  if (root instanceof ShadowRoot) frame.style.setProperty('zoom', String(1 / root.host.currentCSSZoom));
}
