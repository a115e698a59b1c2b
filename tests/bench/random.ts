/** Chance that is the same in every run. */

/** @returns numbers from 0 up to 1, always the same ones for the same seed (mulberry32). */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @returns one of `list`, each as likely as any other. */
export function pick<T>(list: readonly T[], random: () => number): T {
  return at(list, Math.floor(random() * list.length));
}

/** @returns one of `list`, the early ones far more often, as words are in a language (Zipf's law). */
export function pickEarly<T>(list: readonly T[], random: () => number): T {
  return at(list, Math.floor((list.length + 1) ** random()) - 1);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[Math.min(index, list.length - 1)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}
