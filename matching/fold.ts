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
 * What folding changes: spaces, dashes, quotes, and letters with something added to them. Other scripts are left alone,
 * so that a page in Russian or Chinese costs no more than an English one.
 */
const FOLDED =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: combining marks are meant one by one
  /[\u00a0-\u03ff\u1ab0-\u1aff\u1d00-\u2019\u2028-\u2033\u203c-\u218f\u2212\u2460-\u24ff\u2c60-\u2c7f\u3000\ufb00-\ufb06\ufe20-\ufe2f\ufe63\ufeff-\uffef]|\ud835[\udc00-\udfff]/g;

/**
 * @param text any text, in any normal form; lone surrogates are kept as they are.
 * @param keepCase for labels whose capitals matter (GABA).
 */
export function fold(text: string, keepCase = false): Folded {
  const moves: [at: number, from: number, to: number][] = [];
  const folded = text.replace(FOLDED, (character, at) => {
    const piece = foldOne(character);
    if (piece.length !== character.length) moves.push([at, character.length, piece.length]);
    return piece;
  });
  return {
    source: text,
    text: keepCase ? folded : folded.toLowerCase(),
    offsets: moves.length > 0 ? offsetsOf(moves, folded.length) : undefined,
  };
}

/** @param moves where in the source, how many units and how many in their place. */
function offsetsOf(moves: readonly (readonly [number, number, number])[], length: number): Uint32Array {
  const offsets = new Uint32Array(length);
  let to = 0;
  let from = 0;
  for (const [at, before, after] of [...moves, [Number.POSITIVE_INFINITY, 0, 0] as const]) {
    while (from < at && to < length) offsets[to++] = from++;
    for (let i = 0; i < after; i++) offsets[to++] = at;
    from = at + before;
  }
  return offsets;
}

/** One code point. */
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
