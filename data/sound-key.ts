/**
 * Makes one of words that sound alike, so that a word typed by ear is found: "soriasis", "kwersetin". Made for
 * the Greek and Latin of medicine as English speakers say it; close to the metaphone family, but it keeps where vowels
 * are, because many of these words differ in little else.
 */

/** In this order. What a rule leaves is what the next one sees. */
const RULES: readonly (readonly [RegExp, string])[] = [
  // Letters that are not heard: psoriasis, pneumonia, knuckle, gnat, ptosis, wrinkle, mnemonic, rhinitis, diarrhoea.
  [/^p(?=[snt])|^[kg](?=n)|^w(?=r)|^m(?=n)/, ''],
  [/^x/, 's'],
  [/rrh|rh/g, 'r'],
  [/[ao]e/g, 'e'],
  [/ph/g, 'f'],
  [/s[ch](?=[eiy])|sh/g, 's'],
  [/[tsc]i(?=o)|[sc]ti(?=o)/g, 's'],
  [/ch|ck|cc(?![eiy])|qu?|kw/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/gg?s|x/g, 'ks'],
  [/z/g, 's'],
  [/dg|j/g, 'g'],
  [/w|v/g, 'v'],
  // "Eczema" is said without its k as often as with it.
  [/^eks/, 'es'],
  [/gh?(?=t)|h/g, ''],
  [/[aeiouy]+/g, 'a'],
  [/(.)\1+/g, '$1'],
  // A last e or a is heard by some and left out by others.
  [/(?<=..)a$/, ''],
];

/** @param word one word in small letters without accents. @returns the same text for words that sound alike. */
export function soundKey(word: string): string {
  return RULES.reduce((key, [pattern, put]) => key.replace(pattern, put), word);
}
