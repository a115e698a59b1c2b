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
import type { Tokens } from './tokens.ts';

const CONJUNCTIONS = new Set(['and', 'or']);
const SLASH = /^\s?[/&]\s?$/;

/** @returns the index of the token behind "and", "or" or a slash when one follows token `i`. */
function behindConjunction(tokens: Tokens, i: number, folded: string): number | undefined {
  const next = tokens.words[i + 1];
  if (next === undefined) return undefined;
  const between = folded.slice(tokens.end(i), tokens.start(i + 1));
  if (SLASH.test(between)) return i + 1;
  // "pre- and/or probiotics"
  if (tokens.words[i + 2] === 'or') i++;
  return CONJUNCTIONS.has(next) && /^-?\s+$/.test(between) ? i + 2 : undefined;
}

/** So many words may stand between the first of a list and the ending it shares with the last. */
const MOST_BETWEEN = 6;
/** And so many in each item: "gut, human oral and skin microbiome", but not "dry, and soap takes fat from the skin". */
const MOST_IN_ITEM = 2;

/** The first of two or more that share their ending: "gut" in "gut and skin microbiome", in "gut, oral and skin microbiomes". */
export function coordinated(tokens: Tokens, i: number, folded: Folded, index: LabelIndex): Match | undefined {
  const { words } = tokens;
  for (const label of index.labelsAt(words[i] as string)) {
    // A letter is no ending: "vitamin and mineral supplements as a cure".
    if (!label.rest.at(-1)?.[1] || label.term === '' || label.exact !== undefined) continue;
    for (let own = 0; own < label.rest.length; own++) {
      if (own > 0 && words[i + own] !== label.rest[own - 1]) break;
      const shared = { ...label, rest: label.rest.slice(own) };
      if (endsLater(shared, tokens, i + own, own, folded.text)) {
        const end = tokens.end(i + own);
        // With the hyphen of "gut- and skin microbiome".
        const hyphen = Number(folded.text[end] === '-');
        return { label, last: i + own, start: tokens.start(i), end: end + hyphen };
      }
    }
  }
  return undefined;
}

/** Whether the ending of a label stands behind "and …", "or …", "/ …" or a list that ends so. */
function endsLater(ending: IndexedLabel, tokens: Tokens, at: number, own: number, folded: string): boolean {
  const { words } = tokens;
  let joined = false;
  let inItem = 0;
  for (let next = at + 1; next <= at + MOST_BETWEEN; next++) {
    const word = words[next];
    if (word === undefined) return false;
    const between = folded.slice(tokens.end(next - 1), tokens.start(next));
    if (!/^[\s\u2060+,/&-]*$/.test(between)) return false;
    // Nothing but a conjunction, a comma or a slash may come first: "gut bacteria" is no list.
    const joins = CONJUNCTIONS.has(word);
    const opens = joins || /[,/&]/.test(between);
    if (next === at + 1 && !opens) return false;
    joined ||= joins || /[/&]/.test(between);
    inItem = joins ? 0 : opens ? 1 : inItem + 1;
    if (inItem > MOST_IN_ITEM) return false;
    // "the skin, wrinkles and skin dryness": what is written out twice is no ending shared.
    if (!joined || joins || (word === words[at] && words[next - own] === words[at - own])) continue;
    const end = endOf(ending, tokens, next + 1, tokens.end(next), folded);
    if (end !== undefined && !startsWithWord(folded, end)) return true;
  }
  return false;
}

/** A beginning whose ending stands in the next word: "pre-" in "pre- and probiotics". */
export function suspended(tokens: Tokens, i: number, folded: Folded, index: LabelIndex): Match | undefined {
  const end = tokens.end(i);
  if (folded.text[end] !== '-') return undefined;
  const other = behindConjunction(tokens, i, folded.text);
  const second = other === undefined ? undefined : tokens.words[other];
  if (other === undefined || second === undefined || !longestAt(tokens, other, folded, index)) return undefined;
  for (let cut = 2; cut <= second.length - 4; cut++) {
    const whole = index.labelsAt(tokens.words[i] + second.slice(cut)).find(({ rest }) => rest.length === 0);
    if (whole && whole.term !== '') return { label: whole, last: i, start: tokens.start(i), end: end + 1 };
  }
  return undefined;
}

/** What comes before a further number. A number without a hyphen or slash may count years or people. */
const FURTHER = /^(?:,?\s*(?:(?:and|or)\s+)?-|\s?\/\s?)(\d+)(?![\p{L}\d])/u;

/** Numbers that go on a numbered label: "-13" in "IL-4 and -13". Their capitals are those of the first. */
export function numbered(match: Match, tokens: Tokens, folded: Folded, index: LabelIndex): Match[] {
  const found: Match[] = [];
  const { rest } = match.label;
  const first = tokens.words[match.last - rest.length] as string;
  let { end, last } = match;
  if (!/^\d+$/.test(rest.at(-1) ?? '')) return found;
  for (;;) {
    const [further, number] = FURTHER.exec(folded.text.slice(end, end + 20)) ?? [];
    const wanted = [...rest.slice(0, -1), number].join(' ');
    const label = number && index.labelsAt(first).find((one) => one.rest.join(' ') === wanted);
    if (!further || !label) return found;
    end += further.length;
    while (last < tokens.words.length && tokens.end(last) < end) last++;
    found.push({ label, last, start: end - number.length - (further.includes('-') ? 1 : 0), end });
  }
}
