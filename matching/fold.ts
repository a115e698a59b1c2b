/**
 * Folding makes all the ways of writing a letter one, so that labels and page text can be compared as strings, and
 * keeps a map from each folded UTF-16 unit back to where it came from.
 *
 * | written                                   | folded                    |
 * |-------------------------------------------|---------------------------|
 * | Rosacea, ROSACEA                          | rosacea                   |
 * | Sjögren, Sjo\u0308gren                    | sjogren                   |
 * | gut–skin, gut‑skin, gut−skin (U+2010–2015, U+2212) | gut-skin         |
 * | pro\u00ADbiotic, pro\u200Bbiotic          | probiotic                 |
 * | no-break, thin and other spaces           | one ordinary space each   |
 * | Crohn’s                                   | crohn's                   |
 * | ﬁbre                                      | fibre                     |
 * | vitamin D₃                                | vitamin d3                |
 * | TNFα                                      | tnf·alpha· (· = joint)    |
 */

/** Stands on both sides of a Greek letter's name, so that "TNFα" is two tokens without a space: WORD JOINER. */
export const JOINT = '\u2060';

export interface Folded {
  source: string;
  text: string;
  /**
   * Where each UTF-16 unit of `text` came from in `source`. `undefined` where nothing moved, which is so for all plain
   * English text.
   */
  offsets: Uint32Array | undefined;
}

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const ALPHA = 0x3b1;

const dropped = /[\u00ad\u200b-\u200f\u2060\ufeff]|\p{M}/u;
const dash = /[\u2010-\u2015\u2212\ufe63\uff0d]/;
const apostrophe = /[\u2018\u2019\u02bc\u2032\uff07]/;

/**
 * @param text any text, in any normal form; lone surrogates are kept as they are.
 * @param keepCase for labels whose capitals matter (GABA).
 */
export function fold(text: string, keepCase = false): Folded {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the question is just whether all of it is ASCII
  if (/^[\x00-\x7f]*$/.test(text)) {
    return { source: text, text: keepCase ? text : text.toLowerCase(), offsets: undefined };
  }
  let folded = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const piece = character.charCodeAt(0) < 0x80 ? character : foldOne(character);
    const cased = keepCase ? piece : piece.toLowerCase();
    for (let i = 0; i < cased.length; i++) offsets.push(offset);
    folded += cased;
    offset += character.length;
  }
  return { source: text, text: folded, offsets: Uint32Array.from(offsets) };
}

/** One code point that is not ASCII. */
function foldOne(character: string): string {
  if (dropped.test(character)) return '';
  if (dash.test(character)) return '-';
  if (apostrophe.test(character)) return "'";
  if (/\s/.test(character)) return ' ';
  if (character === '\u00df') return 'ss';
  // After NFKD: accents fall off, ligatures and raised or lowered digits become plain, µ becomes μ.
  let plain = '';
  for (const part of character.normalize('NFKD')) {
    if (!/\p{M}/u.test(part)) plain += part;
  }
  const greek = GREEK[plain.toLowerCase().charCodeAt(0) - ALPHA];
  return greek === undefined ? plain : JOINT + greek + JOINT;
}

/**
 * @param start folded offset of the first unit. @param end folded offset behind the last one; more than `start`.
 * @returns the same place in the source. Accents belong to the letter they follow; a soft hyphen behind the last
 * letter does not.
 */
export function sourceRange({ source, offsets }: Folded, start: number, end: number): { start: number; end: number } {
  if (!offsets) return { start, end };
  let to = offsets[end - 1] ?? 0;
  to += (source.codePointAt(to) ?? 0) > 0xffff ? 2 : 1;
  while (/\p{M}/u.test(source[to] ?? '')) to++;
  return { start: offsets[start] ?? 0, end: to };
}
