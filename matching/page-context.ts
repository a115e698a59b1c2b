/**
 * Decides by the rest of the page whether a candidate is meant. Everyday words (stress, sleep) count only on a page
 * about gut or skin; an ambiguous label (AD, acetate) only where its term or a close one is also written in a way that is not ambiguous.
 */
import type { Candidate } from './find-candidates.ts';

/** So many different terms that can't mean anything else make a page one about gut or skin. */
const TERMS_FOR_TOPIC = 2;

export class PageContext {
  readonly #certain = new Set<string>();

  /**
   * Learns from candidates of a further piece of the page; pieces may come in any order.
   * @returns whether something that was refused before may be accepted now.
   */
  learn(candidates: readonly Candidate[]): boolean {
    const before = this.#certain.size;
    for (const { when, term } of candidates) if (when === 'always') this.#certain.add(term);
    return this.#certain.size > before;
  }

  /** @returns whether the candidate counts, by what has been learnt so far. */
  accepts({ when, sisters }: Candidate): boolean {
    switch (when) {
      case 'always':
        return true;
      case 'topic':
        return this.#certain.size >= TERMS_FOR_TOPIC;
      case 'sister':
        return sisters.some((sister) => this.#certain.has(sister));
    }
  }
}
