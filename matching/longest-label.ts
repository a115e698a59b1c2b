/** The longest label at a token: all that is exact about spotting, without what it means for the page. */
import { type Folded, JOINT, sourceRange } from './fold.ts';
import { exactKey, type IndexedLabel, type LabelIndex } from './label-index.ts';
import { SEPARATOR, type Token } from './tokens.ts';

export interface Match {
  label: IndexedLabel;
  /** Index of the last token. */
  last: number;
  /** Folded offsets. */
  start: number;
  end: number;
}

/** @returns the longest label that starts with token `i`. */
export function longestAt(tokens: readonly Token[], i: number, folded: Folded, index: LabelIndex): Match | undefined {
  const first = tokens[i];
  if (!first || !index.has(first.text) || endsInWord(folded.text, first.start)) return undefined;
  let best: Match | undefined;
  for (const [token, owned] of readings(first)) {
    for (const label of index.startingWith(token)) {
      if (best && label.rest.length <= best.last - i) break;
      const end = endOf(label, tokens, i + 1, owned, folded.text);
      if (end === undefined || startsWithWord(folded.text, end)) continue;
      if (label.exact !== undefined) {
        const { start, end: to } = sourceRange(folded, first.start, end);
        if (exactKey(folded.source.slice(start, to)) !== label.exact) continue;
      }
      best = { label, last: i + label.rest.length, start: first.start, end };
    }
  }
  return best;
}

/** A token as it stands and, when it is a possessive, without its 's ("rosacea's"): text and end offset. */
function readings({ text, end }: Token): [string, number][] {
  return text.endsWith("'s")
    ? [
        [text, end],
        [text.slice(0, -2), end - 2],
      ]
    : [[text, end]];
}

/**
 * @param next index of the token that has to be the label's second. @param firstEnd folded end of what comes before.
 * @returns the folded offset behind the label when the rest of it stands there. A possessive may only be its last token.
 */
export function endOf(
  { rest, exact }: IndexedLabel,
  tokens: readonly Token[],
  next: number,
  firstEnd: number,
  folded: string,
): number | undefined {
  let end = firstEnd;
  for (let k = 0; k < rest.length; k++) {
    const token = tokens[next + k];
    if (!token || !stands(folded.slice(end, token.start), exact)) return undefined;
    if (token.text === rest[k]) end = token.end;
    else if (k === rest.length - 1 && token.text === `${rest[k]}'s`) end = token.end - 2;
    else return undefined;
  }
  return end;
}

/** Whether what is between two tokens lets them be of one label. A dot does in "C. acnes", not in "of T. Cells are". */
function stands(between: string, exact: string | undefined): boolean {
  return between === ' ' || SEPARATOR.test(between) || (exact?.[1] === '.' && /^\.\s*$/.test(between));
}

/** Letters, digits and the underscore make words; a mention never starts or ends inside one. */
const WORD = /[\p{L}\p{N}_]/u;

function endsInWord(folded: string, end: number): boolean {
  let at = end;
  while (folded[at - 1] === JOINT) at--;
  const low = folded.charCodeAt(at - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff;
  return WORD.test(folded.slice(Math.max(0, isPair ? at - 2 : at - 1), at));
}

export function startsWithWord(folded: string, start: number): boolean {
  let at = start;
  while (folded[at] === JOINT) at++;
  const point = folded.codePointAt(at);
  return point !== undefined && WORD.test(String.fromCodePoint(point));
}
