/**
 * Search over names, other names, old names and hidden spellings, and behind them over the first lines. Forgives typing
 * mistakes, words typed by ear, words run together or torn apart, accents and Greek letters. Runs in pages of the
 * extension and its background.
 */
import MiniSearch, { type Query } from 'minisearch';
import { fold, JOINT } from '../matching/fold.ts';
import type { Entry, Glossary } from './entry.ts';
import { soundKey } from './sound-key.ts';

const MOST_RESULTS = 10;
/** Nobody means more than this; a whole page may be pasted into the field. UTF-16 units and words. */
const MOST_TEXT = 100;
const MOST_WORDS = 8;
/** Shorter words sound like too many others. */
const LEAST_TO_SOUND = 4;

const NAMES = ['name', 'also', 'old', 'hidden'] as const;

/** What is looked through, each as plain small words with one space between them. */
interface Indexed extends Record<(typeof NAMES)[number], string> {
  id: string;
  inShort: string;
  /** Each label run together to one word: to match a whole label says more than to match a word of it. */
  whole: string;
  wholeSound: string;
  /** How the words of the labels sound. */
  sound: string;
}
const FIELDS: (keyof Indexed)[] = [...NAMES, 'inShort', 'whole', 'wholeSound', 'sound'];

/** @returns a function that gives the best matches first, ten at most. Takes a moment to be made: keep it. */
export function searchOf(glossary: Glossary): (query: string) => Entry[] {
  const index = new MiniSearch<Indexed>({
    fields: FIELDS,
    tokenize: (text) => text.split(' '),
    processTerm: (word) => word || null,
  });
  index.addAll(Object.values(glossary).map(indexed));
  return (query) => {
    const words = wordsOf(query.slice(0, MOST_TEXT)).slice(0, MOST_WORDS);
    if (words.length === 0) return [];
    const every: Query = { combineWith: 'AND', queries: words.map(oneWord) };
    let found = index.search({ combineWith: 'OR', queries: [every, ...wholeLabel(words.join(''))] });
    if (found.length === 0) found = index.search({ combineWith: 'OR', queries: words.map(oneWord) });
    const entries = found.flatMap(({ id }) => glossary[id as string] ?? []);
    const rank = new Map(entries.map((entry) => [entry, isNamed(entry, query) ? 0 : isBegun(entry, words) ? 1 : 2]));
    return entries.sort((a, b) => (rank.get(a) ?? 2) - (rank.get(b) ?? 2)).slice(0, MOST_RESULTS);
  };
}

/** @returns whether `query` is one of the ways to write this term, but for case, accents, spaces and dashes. */
export function isNamed(entry: Entry, query: string): boolean {
  const wanted = wordsOf(query.slice(0, MOST_TEXT)).join('');
  return labelsOf(entry).some((label) => wordsOf(label).join('') === wanted);
}

function isBegun({ name }: Entry, words: readonly string[]): boolean {
  return wordsOf(name).join('').startsWith(words.join(''));
}

function labelsOf({ name, also, old, hidden }: Entry): string[] {
  return [name, ...also, ...old, ...hidden];
}

function indexed(entry: Entry): Indexed {
  const text = (words: Iterable<string>) => [...new Set(words)].join(' ');
  const labels = labelsOf(entry).map(wordsOf);
  const also = 1 + entry.also.length;
  const old = also + entry.old.length;
  const whole = labels.map((words) => words.join(''));
  return {
    id: entry.id,
    name: text(labels.slice(0, 1).flat()),
    also: text(labels.slice(1, also).flat()),
    old: text(labels.slice(also, old).flat()),
    hidden: text(labels.slice(old).flat()),
    inShort: text(wordsOf(entry.inShort)),
    whole: text(whole),
    wholeSound: text(whole.flatMap(soundsOf)),
    sound: text([...new Set(labels.flat())].flatMap(soundsOf)),
  };
}

/** "TNF-α" and "Crohn’s" are tnf, alpha and crohns. */
function wordsOf(text: string): string[] {
  return (
    fold(text)
      .text.replaceAll(JOINT, ' ')
      .replaceAll("'", '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function soundsOf(word: string): string[] {
  return word.length < LEAST_TO_SOUND || /\d/.test(word) ? [] : [soundKey(word)];
}

function wholeLabel(joined: string): Query[] {
  return [
    { ...looseMatch(joined), fields: ['whole'], boost: { whole: 3 } },
    { queries: soundsOf(joined), fields: ['wholeSound'], boost: { wholeSound: 3 } },
  ];
}

/** A word of the query: in a label, in a first line, or sounding like one in a label. */
function oneWord(word: string): Query {
  return {
    combineWith: 'OR',
    queries: [
      { ...looseMatch(word), fields: [...NAMES], boost: { name: 6, also: 4, old: 4, hidden: 3 } },
      { queries: swapped(word), fields: [...NAMES], boost: { name: 2 } },
      { queries: [word], fields: ['inShort'], prefix: word.length > 3 },
      { queries: soundsOf(word), fields: ['sound'], boost: { sound: 1.5 } },
    ],
  };
}

/** The word itself, words that begin with it, and words that differ by a letter in a short one, by two in a long one. */
function looseMatch(word: string) {
  return {
    queries: [word],
    prefix: word.length > 1,
    fuzzy: word.length < 4 ? 0 : word.length < 6 ? 1 : 2,
    weights: { prefix: 0.7, fuzzy: 0.4 },
  };
}

/** @returns a short word with each two neighbours changed round, which counts as two letters wrong: "ance". */
function swapped(word: string): string[] {
  if (word.length < 4 || word.length > 5) return [];
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
  );
}
