import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import { BackIcon, CloseIcon, ForwardIcon, KindIcon, MoveIcon, PinIcon } from './icons.tsx';
import { trusted } from './trusted.ts';
import { KIND_WORDS } from './words.ts';

/** How far an arrow key moves a pinned card, alone and with Shift. CSS px. */
const STEP = 8;
const LONG_STEP = 32;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface CardHeaderProps {
  entry: Entry;
  onBack: (() => void) | undefined;
  onForward: (() => void) | undefined;
  onClose: (() => void) | undefined;
  pinned: boolean;
  onPin: (() => void) | undefined;
  /** Left out unless the card is pinned. */
  onMove: ((dx: number, dy: number) => void) | undefined;
}

/** What kind of term it is, ways to and fro, and, of a pinned card, the handle to move it by. */
export function CardHeader({ entry, onBack, onForward, onClose, pinned, onPin, onMove }: CardHeaderProps) {
  const held = useRef<{ x: number; y: number } | undefined>(undefined);
  const grab = (event: PointerEvent) => {
    const button = (event.target as Element).closest('button');
    if (!event.isTrusted || event.button !== 0 || (button && !button.classList.contains('grip'))) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, y: event.clientY };
  };
  const drag = ({ clientX, clientY, isTrusted }: PointerEvent) => {
    if (!held.current || !isTrusted) return;
    onMove?.(clientX - held.current.x, clientY - held.current.y);
    held.current = { x: clientX, y: clientY };
  };
  const letGo = () => {
    held.current = undefined;
  };
  const step = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow || !event.isTrusted || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const px = event.shiftKey ? LONG_STEP : STEP;
    onMove?.(arrow[0] * px, arrow[1] * px);
  };
  const handle = onMove && { onPointerDown: grab, onPointerMove: drag, onLostPointerCapture: letGo };
  return (
    // Of the card, and no landmark of the page that the card is over.
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: dragging is for the hand; keys have a button
    <header role="presentation" class={onMove && 'handle'} {...handle}>
      {onBack && (
        <button type="button" class="round" aria-label={i18n.t('card.back')} onClick={onBack}>
          <BackIcon />
        </button>
      )}
      {onForward && (
        <button type="button" class="round" aria-label={i18n.t('card.forward')} onClick={onForward}>
          <ForwardIcon />
        </button>
      )}
      <p class="kind">
        <KindIcon kind={entry.kind} disputed={entry.disputed !== undefined} />
        {entry.disputed ? i18n.t('card.disputedTerm') : KIND_WORDS[entry.kind]}
      </p>
      {onMove && (
        <button
          type="button"
          class="round grip"
          aria-label={i18n.t('card.move')}
          title={i18n.t('card.move')}
          onKeyDown={step}
        >
          <MoveIcon />
        </button>
      )}
      {onPin && (
        <button
          type="button"
          class="round"
          aria-label={i18n.t('card.pin')}
          title={i18n.t('card.pin')}
          aria-pressed={pinned}
          onClick={trusted(onPin)}
        >
          <PinIcon />
        </button>
      )}
      {onClose && (
        <button type="button" class="round" aria-label={i18n.t('card.close')} onClick={onClose}>
          <CloseIcon />
        </button>
      )}
    </header>
  );
}
