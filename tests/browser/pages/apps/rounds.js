/** What the applications show in each round: other words, other elements, another order. The same on the server and in the page. */
const WORDS = ['zonulin', 'kefir', 'butyrate', 'a bridge', 'rosacea', 'psoriasis', 'sebum'];

/** @param round counted from 0. */
export function shownIn(round) {
  const word = WORDS[round % WORDS.length];
  const more = WORDS.map((_, i) => WORDS[(i * 3 + round) % WORDS.length]).slice(0, 3 + (round % 4));
  return { word, more, isStrong: round % 3 === 0, isShort: round % 5 === 4 };
}
