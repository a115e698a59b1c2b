/** Words and numbers of folded text. "il17" is two tokens, as "il-17" and "il 17" are, so joints need no rule of their own. */

export interface Token {
  text: string;
  start: number;
  end: number;
}

const TOKEN = /\p{L}+(?:'\p{L}+)*|\p{N}+/gu;

/** What may stand between two tokens of one label: any white space (markup is indented), one hyphen, a joint or nothing; a plus, as in "FOXP3+ T cells". */
export const SEPARATOR = /^\+?[\s\u2060]*(?:-[\s\u2060]*)?$/;

const ASCII_TOKEN = /[a-z]+(?:'[a-z]+)*|[0-9]+/g;

/** @param folded text from `fold`. Offsets count its UTF-16 units. */
export function tokenize(folded: string): Token[] {
  // Finding all words in one call and then where they stand is faster than a match object for each.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the question is just whether all of it is ASCII
  const words = folded.match(/^[\x00-\x7f]*$/.test(folded) && !/[A-Z]/.test(folded) ? ASCII_TOKEN : TOKEN) ?? [];
  let end = 0;
  return words.map((text) => {
    const start = folded.indexOf(text, end);
    end = start + text.length;
    return { text, start, end };
  });
}

/** @returns the key of a label: its tokens with one space between, as the index holds it. */
export function labelKey(folded: string): string {
  return tokenize(folded)
    .map((token) => token.text)
    .join(' ');
}
