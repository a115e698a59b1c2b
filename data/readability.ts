/** How hard a text is to read, as a US school grade. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * Flesch–Kincaid grade (Kincaid et al. 1975) of `text`.
 * A term has to name itself, so its own names count as one short word: a card can't be made easier by not saying
 * "microbiome", only by what it says about it.
 *
 * @param ownNames labels of the term, taken out longest first, case ignored, with a plural s.
 */
export function readingGrade(text: string, ownNames: readonly string[]): number {
  let plain = text;
  for (const name of [...ownNames].sort((a, b) => b.length - a.length)) {
    plain = plain.replace(
      new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu'),
      'it',
    );
  }
  const sentences = plain.split(/[.!?]+(?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence));
  const words = plain.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: Math.max(1, sentences.length), word: words.length, syllable: syllables });
}
