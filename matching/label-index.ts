/**
 * The labels as data. A content script starts cold on every page, so the list is one string and nothing is built
 * from it but a Map of first words; the line behind a first word is parsed when that word first turns up.
 *
 *   term ids, one space between, `~` before those that say little about a page's subject
 *   first word TAB label TAB label …
 *
 * A label is `rest of its tokens`, `=`, the number of its term, then `t` for topic or `s` and the numbers of its sisters,
 * then for exact capitals `c:` and the writing: `short⇥chain fatty acids=7⇥chain fatty acid=7`, `ad⇥=5s5.9c:AD`.
 */
import { fold, JOINT } from './fold.ts';
import { labelKey } from './tokens.ts';

/** When a label counts; see `labelRules` in the glossary's schema. */
export type When = 'always' | 'topic' | 'sister';

/** One way to write a term, as the build hands it to `writeLabels`. */
export interface Label {
  text: string;
  /** Empty for a writing that looks like a term and is none; it keeps shorter labels from being found in it. */
  term: string;
  when: When;
  /** For `sister`: the terms one of which has to be on the page as well. */
  sisters: readonly string[];
  caseExact: boolean;
  /** See `LabelIndex.isLight`. */
  light?: boolean;
}

export interface IndexedLabel {
  /** Tokens after the first. */
  rest: readonly string[];
  term: string;
  when: When;
  sisters: readonly string[];
  /** The exact writing without joints, where capitals matter. */
  exact: string | undefined;
}

export interface LabelIndex {
  /** Whether a label starts with this token, or may when the token is a possessive. */
  has(token: string): boolean;
  /**
   * Whether a label may start with the `i`th of these words, which are letters or digits in a row; a quick look before
   * the text is taken apart. A label may go on behind the last of them.
   */
  mayStart(words: readonly string[], i: number): boolean;
  /** Whether a term is a food, a habit or a messenger, which many pages name that are not about gut or skin. */
  isLight(term: string): boolean;
  /** @returns the labels that start with this token, most tokens first; none for most words. */
  startingWith(token: string): readonly IndexedLabel[];
}

/**
 * @returns the string that `readLabels` reads, the same to the byte for the same labels in any order.
 * @throws Error when two terms have a label that nothing tells apart.
 */
export function writeLabels(labels: readonly Label[]): string {
  // The empty one, "no term", comes first, so that the list starts with a space.
  const terms = [...new Set(['', ...labels.map((label) => label.term)])].sort();
  const lines = new Map<string, Map<string, string>>();
  for (const label of labels) {
    const [first, ...rest] = labelKey(fold(label.text).text).split(' ');
    if (!first) throw new Error(`The label "${label.text}" of ${label.term} has no letter or digit; remove it.`);
    const line = lines.get(first) ?? new Map<string, string>();
    lines.set(first, line);
    const exact = label.caseExact ? exactKey(label.text) : '';
    const key = `${rest.join(' ')}|${exact}`;
    const term = terms.indexOf(label.term);
    const sisters = label.sisters.map((sister) => terms.indexOf(sister)).filter((number) => number > 0);
    const when = label.when === 'sister' ? `s${sisters.join('.')}` : label.when === 'topic' ? 't' : '';
    const entry = `${rest.join(' ')}=${term}${when}${label.caseExact ? `c:${exact}` : ''}`;
    const other = line.get(key);
    if (other !== undefined && Number.parseInt(other.split('=')[1] ?? '', 10) !== term) {
      throw new Error(`Two terms are written "${label.text}"; one of them is ${label.term}. Keep the label in one.`);
    }
    line.set(key, entry);
  }
  const body = [...lines.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([first, line]) => [first, ...[...line.values()].sort()].join('\t'));
  const light = new Set(labels.filter((label) => label.light).map((label) => label.term));
  return [terms.map((term) => (light.has(term) ? `~${term}` : term)).join(' '), ...body].join('\n');
}

/** @param data what `writeLabels` returned. */
export function readLabels(data: string): LabelIndex {
  const [head = '', ...lines] = data.split('\n');
  const marked = head.split(' ');
  const light = new Set(marked.filter((term) => term.startsWith('~')).map((term) => term.slice(1)));
  const terms = marked.map((term) => term.replace('~', ''));
  const unread = new Map<string, string>();
  const beginnings = new Set<string>();
  for (const line of lines) {
    const tab = line.indexOf('\t');
    const first = line.slice(0, tab);
    unread.set(first, line.slice(tab + 1));
    const apostrophe = first.indexOf("'");
    if (apostrophe > 0) beginnings.add(first.slice(0, apostrophe));
  }
  const read = new Map<string, readonly IndexedLabel[]>();
  return {
    mayStart(words, i) {
      const word = words[i] ?? '';
      if (beginnings.has(word)) return true;
      if (!unread.has(word)) return false;
      return this.startingWith(word).some(({ rest }) => {
        const second = rest[0];
        const next = words[i + 1];
        if (second === undefined || next === undefined || second.startsWith(next)) return true;
        // "gut and skin microbiome", "gut, oral and skin microbiome", or it goes on in the next node.
        const last = rest.at(-1) ?? '';
        return words.slice(i + 2, i + 8).some((word) => last.startsWith(word));
      });
    },
    has: (token) => unread.has(token) || (token.endsWith("'s") && unread.has(token.slice(0, -2))),
    isLight: (term) => light.has(term),
    startingWith(token) {
      const line = unread.get(token);
      if (line === undefined) return [];
      let labels = read.get(token);
      if (!labels) {
        labels = line
          .split('\t')
          .map((entry) => readEntry(entry, terms))
          .sort((a, b) => b.rest.length - a.rest.length);
        read.set(token, labels);
      }
      return labels;
    },
  };
}

function readEntry(entry: string, terms: readonly string[]): IndexedLabel {
  const [, rest = '', term = '', topic, sisters, exact] =
    /^(.*?)=(\d+)(?:(t)|s([\d.]*))?(?:c:(.*))?$/.exec(entry) ?? [];
  return {
    rest: rest === '' ? [] : rest.split(' '),
    term: terms[Number(term)] ?? '',
    when: topic ? 'topic' : sisters !== undefined ? 'sister' : 'always',
    sisters: sisters ? sisters.split('.').map((sister) => terms[Number(sister)] ?? '') : [],
    exact,
  };
}

/** @returns `text` with its capitals and without joints, so that "IL-17" and "IL17" are equal but "il17" is not. */
export function exactKey(text: string): string {
  return fold(text, true).text.replaceAll(new RegExp(`[\\s${JOINT}-]+`, 'g'), '');
}
