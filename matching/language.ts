/**
 * Whether a text is English, quickly: by the little words that every sentence has. Labels are English; in another
 * language a word that looks the same may mean something else, so nothing is marked there.
 */

const set = (words: string) => new Set(words.split(' '));

const ENGLISH = set(
  'the of and to that for with is are was were be been has have had this these those from by not which their they it its as at or but than can may about who when what how into more most other some such also no if we you your our will would should could there because',
);

/** Little words of the languages most written with Latin letters, without those that English has as well. */
const OTHERS = set(
  'der die das und ist nicht mit den dem ein eine einen einer auf für von zu im auch sich wird werden bei als oder le la les des du une un et est dans pour que qui sur avec sont par pas plus ou ce cette au aux el los las del en y es por con una para se su más como lo il di che è della dei delle nel gli per non sono anche het een van niet voor zijn ook aan bij naar och att det som på av är inte till o os da do em na no não uma para mais são ao w na z się nie jest że oraz ve bir bu için ile da og af til ikke på ja on ei että ovat se',
);
for (const word of [...ENGLISH, 'die', 'do', 'per', 'se', 'van', 'on', 'na', 'con']) OTHERS.delete(word);

/** Words that stand alone and are not abbreviations: the "IL" of "IL-17" is not the Italian article. */
const WORD = /(?<![\p{L}\d-])\p{L}\p{Ll}*(?![\p{L}\d-])/gu;

/**
 * @param text some sentences. @param declared what the page says of its language (`lang`), if anything.
 * @returns whether to read it as English. A clear text counts more than a declaration, which is often wrong.
 */
export function isEnglish(text: string, declared: string | undefined): boolean {
  let english = 0;
  let other = 0;
  for (const written of text.slice(0, 4000).match(WORD) ?? []) {
    const word = written.toLowerCase();
    if (ENGLISH.has(word)) english++;
    else if (OTHERS.has(word)) other++;
  }
  if (english >= 2 && english > other) return true;
  if (other >= 2 && other > english) return false;
  return declared === undefined || declared === '' || /^en\b/i.test(declared);
}
