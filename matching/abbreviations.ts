/**
 * What a text says its abbreviations mean, by Schwartz & Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text", Pacific Symposium on Biocomputing 2003: `long form (SHORT)` and `SHORT (long form)`.
 */

export interface Definition {
  short: string;
  /** The shortest text that the letters of the short form are in. */
  long: string;
  /** All that was looked at; a long form may reach further back: "alopecia areata (AA)". */
  within: string;
}

const BRACKETS = /\(([^()]{2,100})\)/g;

/** @param shorts the abbreviations one wants to know about, as they are written. */
export function definitionsOf(text: string, shorts: ReadonlySet<string>): Definition[] {
  const found: Definition[] = [];
  if (!text.includes('(')) return found;
  for (const match of text.matchAll(BRACKETS)) {
    const inside = (match[1] ?? '').trim();
    const before = text.slice(Math.max(0, match.index - 200), match.index).trimEnd();
    // "(AD; also …)", "(AD, n = 40)": what is meant comes first.
    const first = inside.split(/[;,:]/)[0]?.trim() ?? '';
    if (shorts.has(first)) {
      const within = wordsBefore(first, before);
      const long = bestLongForm(first, within);
      if (long !== undefined) found.push({ short: first, long, within });
      continue;
    }
    const written = /[\p{L}\p{N}-]+$/u.exec(before)?.[0] ?? '';
    if (shorts.has(written)) {
      const long = bestLongForm(written, first);
      if (long !== undefined) found.push({ short: written, long, within: first });
    }
  }
  return found;
}

/** Looks at no more words than min(|A| + 5, 2 |A|) before the bracket. */
function wordsBefore(short: string, before: string): string {
  const length = short.replace(/[^\p{L}\p{N}]/gu, '').length;
  return before
    .split(/\s+/)
    .slice(-Math.min(length + 5, length * 2))
    .join(' ');
}

/** The paper's findBestLongForm: each letter of the short form, from the right; the first has to start a word. */
export function bestLongForm(short: string, long: string): string | undefined {
  // A plural s of the abbreviation ("SCFAs") stands for nothing in the long form.
  const letters = short.replace(/(?<=\p{Lu})s$/u, '').toLowerCase();
  const text = long.toLowerCase();
  let at = text.length - 1;
  for (let s = letters.length - 1; s >= 0; s--) {
    const letter = letters[s] as string;
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    while ((at >= 0 && text[at] !== letter) || (s === 0 && at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] as string)))
      at--;
    if (at < 0) return undefined;
    at--;
  }
  const form = long.slice(text.lastIndexOf(' ', at + 1) + 1);
  return form.length > short.length && !form.split(/\s+/).includes(short) ? form : undefined;
}
