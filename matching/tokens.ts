/** Words and numbers of folded text. "il17" is two tokens, as "il-17" and "il 17" are, so joints need no rule of their own. */

export class Tokens {
  readonly words: readonly string[];
  readonly #folded: string;
  /** As far as anybody has asked. */
  readonly #starts: number[] = [];

  constructor(words: readonly string[], folded: string) {
    this.words = words;
    this.#folded = folded;
  }

  /** @returns where token `i` starts, in UTF-16 units of the folded text; behind the text when there is none. */
  start(i: number): number {
    const starts = this.#starts;
    // Nothing of a word stands between two, so each is found where it is.
    for (let k = starts.length; k <= i; k++) {
      starts.push(
        k < this.words.length
          ? this.#folded.indexOf(this.words[k] as string, k && this.end(k - 1))
          : this.#folded.length,
      );
    }
    return starts[i] as number;
  }

  /** @returns the folded offset behind token `i`, which there has to be. */
  end(i: number): number {
    return this.start(i) + (this.words[i] as string).length;
  }
}

/** What may stand between two tokens of one label: any white space (markup is indented), one hyphen, a joint or nothing; a plus, as in "FOXP3+ T cells". */
export const SEPARATOR = /^\+?[\s\u2060]*(?:-[\s\u2060]*)?$/;

/** Where one text node ends and the next begins, between tokens that are only looked over. */
export const SEAM = '\x01';

const ASCII_TOKEN = /[a-z]+(?:'[a-z]+)*|[0-9]+/g;
const TOKEN = /\p{L}+(?:'\p{L}+)*|\p{N}+/gu;
/** A letter or digit that is not ASCII, as far as its code tells. Classes of Unicode are costly in a script just loaded. */
const BEYOND = /[^\n-\xbf\u2010-\u2bff]|[A-Z]/;

/** @param folded text from `fold`. */
export function tokenize(folded: string): Tokens {
  return new Tokens(folded.match(BEYOND.test(folded) ? TOKEN : ASCII_TOKEN) ?? [], folded);
}

/** @returns the key of a label: its tokens with one space between, as the index holds it. */
export function labelKey(folded: string): string {
  return tokenize(folded).words.join(' ');
}
