/** Finds labels in one piece of text. What needs the rest of the page (is "stress" meant?) is left to `page-context.ts`. */
import { coordinated, numbered, suspended } from './coordination.ts';
import { fold, sourceRange } from './fold.ts';
import type { LabelIndex, When } from './label-index.ts';
import { endsInWord, longestAt, type Match } from './longest-label.ts';
import { isInAddress, mayBeName } from './not-prose.ts';
import { tokenize } from './tokens.ts';

/** One place where a term is written. Offsets are UTF-16 units of the text that was searched. */
export interface Mention {
  start: number;
  end: number;
  term: string;
  /** The label as it is written there. */
  label: string;
}

/** Why a candidate is not a mention. In words for people: `WHY` in `scripts/spot.ts`. */
export type Refusal = 'not-label' | 'address' | 'name' | 'defined' | 'topic' | 'sister' | 'language';

export interface Candidate extends Mention {
  when: When;
  sisters: readonly string[];
  /** Whether it is written as an abbreviation, which the page may use for something else. */
  short: boolean;
  /** Whether it may be a name here, so that the rest of the page has to speak for it. */
  name: boolean;
  /** Why it is none after all, as far as this text tells; `undefined` when it may be one. */
  refused: Refusal | undefined;
}

/**
 * @returns the labels in `text`, leftmost first and longest at each place, not overlapping, in order, with those that
 * are refused. The same text and index give the same answer.
 */
export function findCandidates(text: string, index: LabelIndex): Candidate[] {
  const folded = fold(text);
  const tokens = tokenize(folded.text);
  const found: Candidate[] = [];
  const add = ({ label, start: from, end: to }: Match) => {
    const { start, end } = sourceRange(folded, from, to);
    const refused = label.term === '' ? 'not-label' : isInAddress(text, start, end) ? 'address' : undefined;
    const { term, when, sisters } = label;
    const written = text.slice(start, end);
    const short = label.exact !== undefined || /^[A-Z][A-Z\d-]+s?$/.test(written);
    const name = !short && mayBeName(text, start, end);
    found.push({ start, end, term, label: written, when, sisters, short, name, refused });
  };
  const { words } = tokens;
  const hanging = /\w-\s/.test(folded.text);
  for (let i = 0; i < words.length; i++) {
    const may = index.mayStart(words, i);
    if ((!may && !hanging) || endsInWord(folded.text, tokens.start(i))) continue;
    const match = may && longestAt(tokens, i, folded, index);
    if (match) {
      add(match);
      i = match.last;
      for (const further of numbered(match, tokens, folded, index)) {
        add(further);
        i = further.last;
      }
      continue;
    }
    const part = (may && coordinated(tokens, i, folded, index)) || (hanging && suspended(tokens, i, folded, index));
    if (!part) continue;
    add(part);
    i = part.last;
  }
  return found;
}
