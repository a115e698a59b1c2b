/**
 * Labels that share a word with a neighbour, so that they are not written out:
 *
 * | written                          | marked                                  |
 * |----------------------------------|-----------------------------------------|
 * | gut and skin microbiome          | gut · skin microbiome                   |
 * | gut, oral and skin microbiomes   | gut · skin microbiomes                  |
 * | T and B cells, gut/skin barrier  | T · gut, skin barrier                   |
 * | short- and long-chain fatty acids| short-                                  |
 * | pre- and probiotics              | pre- · probiotics                       |
 * | IL-4 and -13, IL-17/23           | IL-4 · -13, IL-17 · 23                  |
 */
import type { Folded } from './fold.ts';
import type { IndexedLabel, LabelIndex } from './label-index.ts';
import { endOf, longestAt, type Match, startsWithWord } from './longest-label.ts';
import type { Token } from './tokens.ts';

const CONJUNCTIONS = new Set(['and', 'or']);
const SLASH = /^\s?[/&]\s?$/;

/** @returns the index of the token behind "and", "or" or a slash when one follows token `i`. */
function behindConjunction(tokens: readonly Token[], i: number, folded: string): number | undefined {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next) return undefined;
  const between = folded.slice(token.end, next.start);
  if (SLASH.test(between)) return i + 1;
  return CONJUNCTIONS.has(next.text) && /^-?\s+$/.test(between) ? i + 2 : undefined;
}

/** So many words may stand between the first of a list and the ending it shares with the last. */
const MOST_BETWEEN = 6;

/** The first of two or more that share their ending: "gut" in "gut and skin microbiome", in "gut, oral and skin microbiomes". */
export function coordinated(tokens: readonly Token[], i: number, folded: Folded, index: LabelIndex): Match | undefined {
  const first = tokens[i];
  if (!first || !index.has(first.text)) return undefined;
  for (const label of index.startingWith(first.text)) {
    if (label.rest.length === 0 || label.term === '' || label.exact !== undefined) continue;
    for (let own = 0; own < label.rest.length; own++) {
      const last = tokens[i + own];
      if (!last || (own > 0 && last.text !== label.rest[own - 1])) break;
      const shared = { ...label, rest: label.rest.slice(own) };
      if (endsLater(shared, tokens, i + own, folded.text)) {
        return { label, last: i + own, start: first.start, end: withHyphen(last.end, folded.text) };
      }
    }
  }
  return undefined;
}

/** Whether the ending of a label stands behind "and …", "or …", "/ …" or a list that ends so. */
function endsLater(ending: IndexedLabel, tokens: readonly Token[], at: number, folded: string): boolean {
  let joined = false;
  for (let next = at + 1; next <= at + MOST_BETWEEN; next++) {
    const before = tokens[next - 1];
    const token = tokens[next];
    if (!before || !token) return false;
    const between = folded.slice(before.end, token.start);
    if (!/^[\s\u2060+,/&-]*$/.test(between)) return false;
    // Nothing but a conjunction, a comma or a slash may come first: "gut bacteria" is no list.
    const opens = CONJUNCTIONS.has(token.text) || /[,/&]/.test(between);
    if (next === at + 1 && !opens) return false;
    joined ||= CONJUNCTIONS.has(token.text) || /[/&]/.test(between);
    if (!joined || CONJUNCTIONS.has(token.text)) continue;
    const end = endOf(ending, tokens, next + 1, token.end, folded);
    if (end !== undefined && !startsWithWord(folded, end)) return true;
  }
  return false;
}

/** A beginning whose ending stands in the next word: "pre-" in "pre- and probiotics". */
export function suspended(tokens: readonly Token[], i: number, folded: Folded, index: LabelIndex): Match | undefined {
  const first = tokens[i];
  if (!first || folded.text[first.end] !== '-') return undefined;
  const other = behindConjunction(tokens, i, folded.text);
  const second = other === undefined ? undefined : tokens[other];
  if (other === undefined || !second || !longestAt(tokens, other, folded, index)) return undefined;
  for (let cut = 2; cut <= second.text.length - 4; cut++) {
    const whole = index.startingWith(first.text + second.text.slice(cut)).find(({ rest }) => rest.length === 0);
    if (whole && whole.term !== '') return { label: whole, last: i, start: first.start, end: first.end + 1 };
  }
  return undefined;
}

/** What comes before a further number. A number without a hyphen or slash may count years or people. */
const FURTHER = /^(?:,?\s*(?:(?:and|or)\s+)?-|\s?\/\s?)(\d+)(?![\p{L}\d])/u;

/** Numbers that go on a numbered label: "-13" in "IL-4 and -13". Their capitals are those of the first. */
export function numbered(match: Match, tokens: readonly Token[], folded: Folded, index: LabelIndex): Match[] {
  const found: Match[] = [];
  const { rest } = match.label;
  const first = tokens[match.last - rest.length];
  let { end, last } = match;
  if (!first || !/^\d+$/.test(rest.at(-1) ?? '')) return found;
  for (;;) {
    const [further, number] = FURTHER.exec(folded.text.slice(end, end + 20)) ?? [];
    const wanted = [...rest.slice(0, -1), number].join(' ');
    const label = number && index.startingWith(first.text).find((one) => one.rest.join(' ') === wanted);
    if (!further || !label) return found;
    end += further.length;
    while ((tokens[last]?.end ?? end) < end) last++;
    found.push({ label, last, start: end - number.length - (further.includes('-') ? 1 : 0), end });
  }
}

function withHyphen(end: number, folded: string): number {
  return folded[end] === '-' ? end + 1 : end;
}
