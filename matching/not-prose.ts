/** Places where a word is written and not meant: addresses, file names, tags, names of people and firms. */

/** Of ASCII here and below: classes of Unicode are costly in a script that has just been loaded. */
const ADDRESS = /^[#@]|:\/\/|@|^www\.|[\w-]\.[a-z]{2,}|[\\=&~]|%\w|^\.{0,2}\/./;
const BREAK = /[\s()<>"“”]/;

/** Inside a URL, an e-mail address, a file name or a #tag. Looks only where a neighbour hints at one. */
export function isInAddress(text: string, start: number, end: number): boolean {
  if (!/[#@/\\.:=&%~?-]/.test(`${text[start - 1]}${text[end]}`)) return false;
  let from = start;
  while (from > 0 && start - from < 200 && !BREAK.test(text[from - 1] ?? ' ')) from--;
  let to = end;
  while (to < text.length && to - end < 200 && !BREAK.test(text[to] ?? ' ')) to++;
  return ADDRESS.test(text.slice(from, to));
}

/**
 * A common word with a capital in the middle of a sentence, or before another one, may be the name of a yacht or a firm.
 * Not in a headline, where all words have capitals.
 */
export function mayBeName(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first < 0x41 || first > 0x5a) return false;
  const label = text.slice(start, end);
  if (/[\s\d-]/.test(label) || !/^.[a-z]+$/.test(label)) return false;
  const before = text.slice(Math.max(0, start - 120), start);
  const opens = /(?:^|[.!?:;•|\n("“‘«'–—])\s*$/.test(before);
  const followed = /^\s[A-Z][a-z]/.test(text.slice(end, end + 3));
  if (opens && !followed) return false;
  const around = `${before.slice(before.search(/[^.!?\n]*$/))} ${text.slice(end, end + 120).split(/[.!?\n]/)[0] ?? ''}`;
  const words = around.match(/[a-z]{4,}/gi) ?? [];
  const capitals = words.filter((word) => /^[A-Z]/.test(word)).length;
  return capitals < Math.max(2, words.length * 0.7);
}
