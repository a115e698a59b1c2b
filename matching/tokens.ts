/** Words and numbers of folded text. "il17" is two tokens, as "il-17" and "il 17" are, so joints need no rule of their own. */

export interface Token {
  text: string;
  start: number;
  end: number;
}

const TOKEN = /\p{L}+(?:'\p{L}+)*|\p{N}+/gu;

/** What may stand between two tokens of one label: any white space (markup is indented), one hyphen, a joint or nothing; a plus, as in "FOXP3+ T cells". */
export const SEPARATOR = /^\+?[\s\u2060]*(?:-[\s\u2060]*)?$/;

/** @param folded text from `fold`. Offsets count its UTF-16 units. */
export function tokenize(folded: string): Token[] {
  const tokens: Token[] = [];
  for (const match of folded.matchAll(TOKEN)) {
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** @returns the key of a label: its tokens with one space between, as the index holds it. */
export function labelKey(folded: string): string {
  return tokenize(folded)
    .map((token) => token.text)
    .join(' ');
}
