/**
 * Whether a text is English, quickly: by the little words that every sentence has. Labels are English; in another
 * language a word that looks the same may mean something else, so nothing is marked there.
 */

const set = (words: string) => new Set(words.split(' '));

const ENGLISH = set(
  'the of and to that for with is are was were be been has have had this these from by not which their they it but can may',
);

/** Little words of the languages most written with Latin letters, without those that English has as well. */
const OTHERS = set(
  'der das und ist nicht mit den dem eine auf für von zu auch sich wird oder le la les des du un une et est dans pour que qui sur avec par pas el los del en y por más como il di che è della sono het een niet voor och att det av är os da em não uma',
);

/**
 * @param text some sentences. @param declared what the page says of its language (`lang`), if anything.
 * @returns whether to read it as English. A clear text counts more than a declaration, which is often wrong.
 */
export function isEnglish(text: string, declared: string | null | undefined): boolean {
  let english = 0;
  let other = 0;
  for (const [written] of text.slice(0, 4000).matchAll(/[^\s,.;:!?()"“”«»]+/g)) {
    const word = written.toLowerCase();
    // No abbreviation: the "IL" of "IL 17" is not the Italian article.
    const isPlain = written.length === 1 || written !== written.toUpperCase();
    if (isPlain && ENGLISH.has(word)) english++;
    else if (isPlain && OTHERS.has(word)) other++;
    // Most texts are clear after a line.
    if (Math.abs(english - other) > 3) break;
  }
  if (english >= 2 && english > other) return true;
  if (other >= 2 && other > english) return false;
  return !declared || /^en\b/i.test(declared);
}
