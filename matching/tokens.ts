/** Words and numbers of folded text. "il17" is two tokens, as "il-17" and "il 17" are, so joints need no rule of their own. */

export interface Tokens {
  readonly words: readonly string[];
  /** Where each starts, in UTF-16 units of the folded text. */
  readonly starts: readonly number[];
}

/** What may stand between two tokens of one label: any white space (markup is indented), one hyphen, a joint or nothing; a plus, as in "FOXP3+ T cells". */
export const SEPARATOR = /^\+?[\s\u2060]*(?:-[\s\u2060]*)?$/;

/** Where one text node ends and the next begins, between tokens that are only looked over. */
export const SEAM = '\x01';

const ASCII_TOKEN = /([a-z]+(?:'[a-z]+)*|[0-9]+)/;
const TOKEN = /(\p{L}+(?:'\p{L}+)*|\p{N}+)/u;
/** A letter or digit that is not ASCII, as far as its code tells. Classes of Unicode are costly in a script just loaded. */
const BEYOND = /[^\n-\xbf\u2010-\u2bff]|[A-Z]/;

/** @param folded text from `fold`. */
export function tokenize(folded: string): Tokens {
  // One call that takes the text apart, then sums: faster than a match object for each token.
  const pieces = folded.split(BEYOND.test(folded) ? TOKEN : ASCII_TOKEN);
  const words: string[] = [];
  const starts: number[] = [];
  let at = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as string;
    if (i % 2 === 1) {
      words.push(piece);
      starts.push(at);
    }
    at += piece.length;
  }
  return { words, starts };
}

/** @returns the folded offset behind token `i`, which there has to be. */
export function endOfToken({ words, starts }: Tokens, i: number): number {
  return (starts[i] as number) + (words[i] as string).length;
}

/** @returns the key of a label: its tokens with one space between, as the index holds it. */
export function labelKey(folded: string): string {
  return tokenize(folded).words.join(' ');
}
