/** The longest label at a token: all that is exact about spotting, without what it means for the page. */
import { type Folded, JOINT, sourceRange } from './fold.ts';
import { exactKey, type IndexedLabel, type LabelIndex } from './label-index.ts';
import { SEPARATOR, type Tokens } from './tokens.ts';

export interface Match {
  label: IndexedLabel;
  /** Index of the last token. */
  last: number;
  /** Folded offsets. */
  start: number;
  end: number;
}

/** @returns the longest label that starts with token `i`, which there has to be and which has to start a word. */
export function longestAt(tokens: Tokens, i: number, folded: Folded, index: LabelIndex): Match | undefined {
  const first = tokens.words[i] as string;
  const from = tokens.start(i);
  let best: Match | undefined;
  for (const token of first.endsWith("'s") ? [first, first.slice(0, -2)] : [first]) {
    for (const label of index.labelsAt(token)) {
      if (best && label.rest.length <= best.last - i) break;
      const end = endOf(label, tokens, i + 1, from + token.length, folded.text);
      if (end === undefined || startsWithWord(folded.text, end)) continue;
      if (label.exact !== undefined) {
        const range = sourceRange(folded, from, end);
        if (exactKey(folded.source.slice(range.start, range.end)) !== label.exact) continue;
      }
      best = { label, last: i + label.rest.length, start: from, end };
    }
  }
  return best;
}

/**
 * @param next index of the token that has to be the label's second. @param firstEnd folded end of what comes before.
 * @returns the folded offset behind the label when the rest of it stands there. A possessive may only be its last token.
 */
export function endOf(
  { rest, exact }: IndexedLabel,
  tokens: Tokens,
  next: number,
  firstEnd: number,
  folded: string,
): number | undefined {
  let end = firstEnd;
  for (let k = 0; k < rest.length; k++) {
    const word = tokens.words[next + k];
    if (word === undefined) return undefined;
    if (word !== rest[k] && (k < rest.length - 1 || word !== `${rest[k]}'s`)) return undefined;
    const start = tokens.start(next + k);
    const between = folded.slice(end, start);
    // Of an exact label the whole writing is compared later: "C. acnes", "Firmicutes/Bacteroidetes ratio", "25(OH)D".
    const stands = between === ' ' || SEPARATOR.test(between) || exact !== undefined;
    // "PM2.5", which is no end of a sentence.
    if (!stands && !(between === '.' && /^\d/.test(word))) return undefined;
    end = start + (rest[k] as string).length;
  }
  return end;
}

/** Letters, digits and the underscore make words; a mention never starts or ends inside one. */
const WORD = /[\p{L}\p{N}_]/u;

/** Asks ASCII by its code: a class of Unicode is costly in a script that has just been loaded. */
const isWord = (character: string) => (character < '\x80' ? /\w/.test(character) : WORD.test(character));

export function endsInWord(folded: string, end: number): boolean {
  let at = end;
  while (folded[at - 1] === JOINT) at--;
  // Two units may be one letter.
  return isWord([...folded.slice(Math.max(0, at - 2), at)].at(-1) ?? '');
}

export function startsWithWord(folded: string, start: number): boolean {
  let at = start;
  while (folded[at] === JOINT) at++;
  return isWord([...folded.slice(at, at + 2)][0] ?? '');
}
