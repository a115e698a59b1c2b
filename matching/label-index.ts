/**
 * The labels as data. A content script starts cold on every page, so the list is one string and nothing is built
 * from it but a Map of first words; the line behind a first word is parsed when that word first turns up.
 *
 *   term ids, one space between, `~` before those that say little about a page's subject
 *   first words, one space between
 *   label TAB label …, a line for each first word
 *
 * A label is `rest of its tokens`, `=` and the number of its term; then `=` and `!` for topic or the numbers of its
 * sisters, `-` for a sister that has none; then for exact capitals `=` and the writing:
 * `chain fatty acids=7⇥chain fatty acid=7` for short, `=5=5.9=AD` for ad. Those with more tokens come first.
 */
import { fold, JOINT } from './fold.ts';
import { labelKey, SEAM } from './tokens.ts';

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
  /** All words and numbers that labels start with; of a possessive (Crohn's), the name alone, too. */
  readonly firsts: { has(word: string): boolean };
  /** A quick look before an exact one: whether a label may start with the `i`th of these tokens, perhaps going on behind the last. A `SEAM` among them is passed over. */
  mayStart(words: readonly string[], i: number): boolean;
  /** Whether a term is a food, a habit or a messenger, which many pages name that are not about gut or skin. */
  isLight(term: string): boolean;
  /** @returns the labels that start with this token, most tokens first; none for most words. */
  labelsAt(token: string): readonly IndexedLabel[];
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
    const when = label.when === 'sister' ? sisters.join('.') || '-' : label.when === 'topic' ? '!' : '';
    const entry = [rest.join(' '), term, when, exact].join('=').replace(/=+$/, '');
    const other = line.get(key);
    if (other !== undefined && Number.parseInt(other.split('=')[1] ?? '', 10) !== term) {
      throw new Error(`Two terms are written "${label.text}"; one of them is ${label.term}. Keep the label in one.`);
    }
    line.set(key, entry);
    // Looked for without its 's, which a page may say of any word.
    const bare = first.replace(/'s$/, '');
    if (!lines.has(bare)) lines.set(bare, new Map());
  }
  const sorted = [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const light = new Set(labels.filter((label) => label.light).map((label) => label.term));
  return [
    terms.map((term) => (light.has(term) ? `~${term}` : term)).join(' '),
    sorted.map(([first]) => first).join(' '),
    ...sorted.map(([, line]) => [...line.values()].sort(mostTokensFirst).join('\t')),
  ].join('\n');
}

function mostTokensFirst(a: string, b: string): number {
  const tokens = (entry: string) => (entry[0] === '=' ? 0 : entry.split('=')[0]?.split(' ').length) ?? 0;
  return tokens(b) - tokens(a) || (a < b ? -1 : 1);
}

/** @param data what `writeLabels` returned. */
export function readLabels(data: string): LabelIndex {
  const [head = '', beginnings = '', ...lines] = data.split('\n');
  const known = new Map(beginnings.split(' ').map((word, number) => [word, number]));
  /** Lines by first word, each with a tab before it, so that every label has one. */
  const found = new Map<string, string>();
  const read = new Map<string, readonly IndexedLabel[]>();
  const light = new Set<string>();
  let terms: readonly string[] | undefined;
  const termOf = (number: string) => {
    terms ??= head.split(' ');
    let term = terms[+number] ?? '';
    if (term[0] === '~') {
      term = term.slice(1);
      light.add(term);
    }
    return term;
  };
  const lineOf = (word: string) => {
    let line = found.get(word);
    if (line === undefined) {
      line = `\t${lines[known.get(word) as number]}`;
      found.set(word, line);
    }
    return line;
  };
  return {
    firsts: known,
    mayStart(words, i) {
      const word = words[i] as string;
      if (!known.has(word)) return word.endsWith("'s") && known.has(word.slice(0, -2));
      const line = lineOf(word);
      let at = i + 1;
      while (words[at] === SEAM) at++;
      const next = words[at]?.replace("'s", '');
      if (next === undefined || line === '\t' || line.includes('\t=')) return true;
      // Where a node ends the word may go on in the next one.
      if (line.includes(`\t${next}${words[at + 1] === SEAM ? '' : ' '}`) || line.includes(`\t${next}=`)) return true;
      // "gut/skin barrier", "gut, oral and skin microbiome": the ending it shares comes later. Or what comes next is in a node that
      // is not read, such as a ruby's.
      let joined = words[i + 1] === SEAM;
      for (let k = at; k < i + 12 && k < words.length; k++) {
        if ((joined || k === at + 1) && line.includes(`${words[k]?.replace("'s", '')}=`)) return true;
        joined ||= words[k] === 'and' || words[k] === 'or';
      }
      return false;
    },
    isLight: (term) => light.has(term),
    labelsAt(token) {
      if (!known.has(token)) return [];
      let labels = read.get(token);
      if (!labels) {
        const line = lineOf(token).slice(1);
        labels = line ? line.split('\t').map((entry) => readEntry(entry, termOf)) : [];
        read.set(token, labels);
      }
      return labels;
    },
  };
}

function readEntry(entry: string, termOf: (number: string) => string): IndexedLabel {
  const [rest, term, when, exact] = entry.split('=') as [string, string, string?, string?];
  return {
    rest: rest ? rest.split(' ') : [],
    term: termOf(term),
    when: when ? (when === '!' ? 'topic' : 'sister') : 'always',
    sisters: when && when > '0' ? when.split('.').map(termOf) : [],
    exact,
  };
}

/** @returns `text` with its capitals and without joints, so that "IL-17" and "IL17" are equal but "il17" is not. */
export function exactKey(text: string): string {
  return fold(text, true).text.replaceAll(new RegExp(`[\\s${JOINT}-]+`, 'g'), '');
}
