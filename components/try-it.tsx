import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import { SampleCard } from './sample-card.tsx';
import type { Opening } from './shared-choices.tsx';

/** How long the pointer rests on a word before its card opens, in ms; nothing where hovering does nothing. */
const REST_MS: Record<Opening, number | undefined> = {
  calm: 700,
  normal: 400,
  fast: 200,
  click: undefined,
  key: undefined,
};
/** Time to get from the word to its card. */
const LEAVE_MS = 300;
const GAP_PX = 8;

interface TryItProps {
  opening: Opening;
  /** Terms for the words in [brackets] of the sentence, in order. */
  terms: readonly Entry[];
  entryOf: (term: string) => Entry | undefined;
}

/** A sentence with marked words whose cards open as on a page: on hover, tap or focus. */
export function TryIt({ opening, terms, entryOf }: TryItProps) {
  const [open, setOpen] = useState<number>();
  const parts = i18n.t('welcome.try.sentence').split(/[[\]]/);
  return (
    <div class="try-it">
      {parts.map((part, number) => {
        const place = (number - 1) / 2;
        const entry = number % 2 === 1 ? terms[place] : undefined;
        if (!entry) return part;
        return (
          <Word
            key={entry.id}
            word={part}
            entry={entry}
            entryOf={entryOf}
            restMs={REST_MS[opening]}
            open={open === place}
            onOpen={() => setOpen(place)}
            onClose={() => setOpen((now) => (now === place ? undefined : now))}
          />
        );
      })}
    </div>
  );
}

interface WordProps {
  word: string;
  entry: Entry;
  entryOf: TryItProps['entryOf'];
  restMs: number | undefined;
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
}

function Word({ word, entry, entryOf, restMs, open, onOpen, onClose }: WordProps) {
  const id = useId();
  const mark = useRef<HTMLButtonElement>(null);
  const around = useRef<HTMLSpanElement>(null);
  const timer = useRef(0);
  const later = (what: () => void, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(what, ms) as unknown as number;
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const close = () => {
    if (around.current?.contains(document.activeElement)) mark.current?.focus();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: follows the pointer and the focus; what acts is the button in it
    <span
      ref={around}
      onPointerEnter={(event) => {
        clearTimeout(timer.current);
        if (event.pointerType === 'mouse' && !open && restMs !== undefined) later(onOpen, restMs);
      }}
      onPointerLeave={(event) => {
        clearTimeout(timer.current);
        // A finger leaves with every tap.
        if (event.pointerType === 'mouse' && open) later(onClose, LEAVE_MS);
      }}
      onFocusOut={(event) => {
        if (!around.current?.contains(event.relatedTarget as Node | null)) later(onClose, LEAVE_MS);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close();
      }}
    >
      <button
        ref={mark}
        type="button"
        class="mark"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onFocus={() => {
          clearTimeout(timer.current);
          if (mark.current?.matches(':focus-visible')) onOpen();
        }}
        onClick={onOpen}
      >
        {word}
      </button>
      {open && mark.current && (
        <Beside id={id} word={mark.current}>
          <SampleCard entry={entry} entryOf={entryOf} textSize="normal" theme="system" onClose={close} />
        </Beside>
      )}
    </span>
  );
}

/** Puts what it holds under a word, or above where there is no room, and never over it. */
function Beside({ id, word, children }: { id: string; word: HTMLElement; children: preact.ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const { current } = box;
      const around = current?.offsetParent?.getBoundingClientRect();
      if (!current || !around) return;
      const line = word.getBoundingClientRect();
      const { width, height } = current.getBoundingClientRect();
      const fitsBelow = line.bottom + GAP_PX + height <= innerHeight || line.top < height + GAP_PX;
      const x = Math.max(GAP_PX, Math.min(line.left, document.documentElement.clientWidth - GAP_PX - width));
      const y = fitsBelow ? line.bottom + GAP_PX : line.top - GAP_PX - height;
      current.style.translate = `${Math.round(x - around.left)}px ${Math.round(y - around.top)}px`;
    };
    place();
    addEventListener('resize', place);
    return () => removeEventListener('resize', place);
  }, [word]);
  return (
    <div ref={box} id={id} class="beside">
      {children}
    </div>
  );
}
