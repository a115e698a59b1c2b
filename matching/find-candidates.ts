/** Finds labels in one piece of text. What needs the rest of the page (is "stress" meant?) is left to `page-context.ts`. */
import { type Folded, fold, JOINT, sourceRange } from './fold.ts';
import { exactKey, type IndexedLabel, type LabelIndex, type When } from './label-index.ts';
import { SEPARATOR, type Token, tokenize } from './tokens.ts';

/** One place where a term is written. Offsets are UTF-16 units of the text that was searched. */
export interface Mention {
  start: number;
  end: number;
  term: string;
  /** The label as it is written there. */
  label: string;
}

export interface Candidate extends Mention {
  when: When;
  sisters: readonly string[];
}

/**
 * @returns the labels in `text`, leftmost first and longest at each place, not overlapping, in order.
 * The same text and index give the same answer.
 */
export function findCandidates(text: string, index: LabelIndex): Candidate[] {
  const folded = fold(text);
  const tokens = tokenize(folded.text);
  const found: Candidate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const match = longestAt(tokens, i, folded, index);
    if (!match) continue;
    i = match.last;
    // Looks like a term and is none ("acne inversa").
    if (match.label.term === '') continue;
    const { start, end } = sourceRange(folded, match.start, match.end);
    if (insideAddress(text, start, end)) continue;
    const { term, when, sisters } = match.label;
    found.push({ start, end, term, label: text.slice(start, end), when, sisters });
  }
  return found;
}

interface Match {
  label: IndexedLabel;
  /** Index of the last token. */
  last: number;
  /** Folded offsets. */
  start: number;
  end: number;
}

function longestAt(tokens: readonly Token[], i: number, folded: Folded, index: LabelIndex): Match | undefined {
  const first = tokens[i];
  if (!first || endsInWord(folded.text, first.start)) return undefined;
  let best: Match | undefined;
  for (const [token, owned] of readings(first)) {
    for (const label of index.startingWith(token)) {
      if (best && label.rest.length <= best.last - i) break;
      const end = endOf(label, tokens, i, owned, folded.text);
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

/** @returns the folded offset behind the label when all its tokens stand at `i`. A possessive may only be its last token. */
function endOf(
  label: IndexedLabel,
  tokens: readonly Token[],
  i: number,
  firstEnd: number,
  folded: string,
): number | undefined {
  let end = firstEnd;
  const { rest } = label;
  for (let k = 0; k < rest.length; k++) {
    const token = tokens[i + k + 1];
    if (!token || !SEPARATOR.test(folded.slice(end, token.start))) return undefined;
    if (token.text === rest[k]) end = token.end;
    else if (k === rest.length - 1 && token.text === `${rest[k]}'s`) end = token.end - 2;
    else return undefined;
  }
  return end;
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

function startsWithWord(folded: string, start: number): boolean {
  let at = start;
  while (folded[at] === JOINT) at++;
  const point = folded.codePointAt(at);
  return point !== undefined && WORD.test(String.fromCodePoint(point));
}

const ADDRESS = /^[#@]|:\/\/|@|^www\.|[\p{L}\p{N}_-]\.\p{Ll}{2,}|[\\=&%~]|^\.{0,2}\/./u;

/** Inside a URL, an e-mail address, a file name or a #tag a word is not prose. Looks only where a neighbour hints at one. */
function insideAddress(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (!/[#@/\\.:=&%~?-]/.test(before) && !/[@/\\.:=&%~?-]/.test(after)) return false;
  let from = start;
  while (from > 0 && start - from < 200 && !/[\s()<>"“”]/.test(text[from - 1] ?? ' ')) from--;
  let to = end;
  while (to < text.length && to - end < 200 && !/[\s()<>"“”]/.test(text[to] ?? ' ')) to++;
  return ADDRESS.test(text.slice(from, to));
}
