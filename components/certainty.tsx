import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Certainty as Level, Subjects } from '../data/schema.ts';
import { CERTAINTY_WORDS, certaintyWords, seenIn } from './words.ts';

/** Four boxes of one hue, filled by amount and outlined, so that they read in grey, forced colours and print. */
export function CertaintyBar({ level }: { level: Level }) {
  const { boxes } = CERTAINTY_WORDS[level];
  return (
    <span class="bar" aria-hidden="true">
      {[1, 2, 3, 4].map((box) => (
        <span key={box} class={box <= boxes ? 'box full' : 'box'} />
      ))}
    </span>
  );
}

interface CertaintyProps {
  level: Level;
  subjects: readonly Subjects[];
  /** Left out where there is no room for it yet. */
  reason?: string | undefined;
  /** What stands at the end of the line, such as a way to the legend. */
  children?: ComponentChildren;
}

/** How sure, why, and in whom it was seen: two facts that are never merged into one score. */
export function Certainty({ level, subjects, reason, children }: CertaintyProps) {
  return (
    <div class="certainty">
      <p class="level">
        <CertaintyBar level={level} />
        <span class="hidden">{i18n.t('card.howSure')} </span>
        <strong>{certaintyWords(level, subjects)}</strong>
        <span class="hidden">, {i18n.t('card.boxes', { boxes: CERTAINTY_WORDS[level].boxes })}</span>
      </p>
      <p class="why">
        <span class="seen">{seenIn(subjects)}.</span> {reason} {children}
      </p>
    </div>
  );
}
