import type { Certainty as Level, Subjects } from '../data/schema.ts';
import { CERTAINTY_WORDS, isBeyondPeople, seenIn } from './words.ts';

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
  reason: string;
}

/** How sure, why, and in whom it was seen: two facts that are never merged into one score. */
export function Certainty({ level, subjects, reason }: CertaintyProps) {
  const { label, boxes } = CERTAINTY_WORDS[level];
  return (
    <div class="certainty">
      <p class="level">
        <CertaintyBar level={level} />
        <span class="hidden">How sure: </span>
        <strong>
          {label}
          {isBeyondPeople(subjects) && ' for people'}
        </strong>
        <span class="hidden">, {boxes} of 4.</span>
      </p>
      <p class="why">
        <span class="seen">{seenIn(subjects)}.</span> {reason}
      </p>
    </div>
  );
}
