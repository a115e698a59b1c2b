/**
 * The two label lists. Like a list of real terms they hold mostly phrases that a page never says, many of which start
 * with a word that it does say, and a share of the page's own rarer words and pairs of words.
 */
import { type Label, writeLabels } from '../../matching/label-index.ts';
import { mulberry32, pick } from './random.ts';
import type { Vocabulary } from './words.ts';

export const LIST_SIZES = [1_500, 30_000] as const;
export type ListSize = (typeof LIST_SIZES)[number];

/** How much of a list is words that pages use: one in so many of the made-up words, and pairs of ordinary ones. */
const ORDINARY: Record<ListSize, { everyRare: number; pairs: number }> = {
  1500: { everyRare: 3, pairs: 150 },
  30000: { everyRare: 1, pairs: 2_000 },
};

/** @returns `size` different labels, the same for the same vocabulary. */
export function labelList(size: ListSize, words: Vocabulary): string[] {
  const random = mulberry32(size);
  const { everyRare, pairs } = ORDINARY[size];
  const labels = new Set<string>();
  // Not the very commonest: no glossary would have them.
  for (let rank = 20; rank < words.rare.length && labels.size < size / 5; rank += everyRare) {
    labels.add(words.rare[rank] ?? '');
  }
  const left = labels.size + pairs;
  while (labels.size < left) labels.add(`${pick(words.adjectives, random)} ${pick(words.nouns, random)}`);
  while (labels.size < size) labels.add(pick(words.medical, random));
  return [...labels];
}

/** @returns `labels` as the extension carries them, four to a term as in our own glossary. */
export function labelData(labels: readonly string[]): string {
  const asLabels: Label[] = labels.map((text, index) => ({
    text,
    term: `term-${Math.floor(index / 4)}`,
    when: 'always',
    sisters: [],
    caseExact: false,
  }));
  return writeLabels(asLabels);
}
