/**
 * Decides by the rest of the page whether a candidate is meant. Everyday words (stress, sleep) count only on a page
 * about gut or skin; an ambiguous label (AD, acetate) only where its term or a close one is also written in a way that
 * is not ambiguous; and an abbreviation that the page defines as something else nowhere on it.
 */
import { bestLongForm, type Definition, definitionsOf } from './abbreviations.ts';
import { type Candidate, findCandidates, type Refusal } from './find-candidates.ts';
import type { LabelIndex } from './label-index.ts';

/** The topic score from which a page is about the subject. */
const TOPIC = 1.4;
/** What a food, a habit or a messenger adds to it, and what they add together at most: a recipe with four ferments is still a recipe. */
const LIGHT = 0.45;
const MOST_LIGHT = 0.9;

export class PageContext {
  readonly #index: LabelIndex;
  /** Terms that are written in a way that can't mean anything else. */
  readonly #certain = new Set<string>();
  /** All terms that may be on the page. */
  readonly #seen = new Set<string>();
  /** Abbreviations that are defined here: as one of our terms, or (null) as something else. */
  readonly #defined = new Map<string, Candidate | null>();
  /** How many of them are about the subject; foods and the like by themselves. */
  #strong = 0;
  #light = 0;

  constructor(index: LabelIndex) {
    this.#index = index;
  }

  /** Learns from a further piece of the page and the candidates in it; pieces may come in any order. */
  learn(text: string, candidates: readonly Candidate[]): void {
    const shorts = new Set<string>();
    for (const { when, term, short, name, label, refused } of candidates) {
      if (refused !== undefined) continue;
      // A name that all write with a capital (Akkermansia) says a little, too.
      if (name && !this.#seen.has(term)) this.#light += LIGHT;
      this.#seen.add(term);
      if (name) continue;
      if (short) shorts.add(label);
      if (when === 'always' && !this.#certain.has(term)) {
        this.#certain.add(term);
        if (this.#index.isLight(term)) this.#light += LIGHT;
        else this.#strong++;
      }
    }
    if (shorts.size > 0) for (const definition of definitionsOf(text, shorts)) this.#define(definition);
  }

  /** @returns why the candidate does not count, by what has been learnt so far; `undefined` when it does. */
  refuses({ when, sisters, short, name, label, term, refused }: Candidate): Refusal | undefined {
    if (refused !== undefined) return refused;
    if (name && !this.#certain.has(term) && this.#seen.size < 2) return 'name';
    const meaning = short ? this.#defined.get(label) : undefined;
    if (meaning === null || (meaning && meaning.term !== term)) return 'defined';
    // A short form that is defined counts where its long form does: "randomised trial (RT)" only on topic.
    const how = meaning?.term === term && when === 'sister' ? meaning.when : when;
    if (how === 'topic') return this.#strong + Math.min(this.#light, MOST_LIGHT) >= TOPIC ? undefined : 'topic';
    return how === 'always' || sisters.some((sister) => this.#certain.has(sister)) ? undefined : 'sister';
  }

  #define({ short, long, within }: Definition): void {
    const candidate =
      findCandidates(long, this.#index).find(({ refused }) => refused === undefined) ??
      findCandidates(within, this.#index).find(
        ({ start, end }) => end === within.length && bestLongForm(short, within.slice(start)) !== undefined,
      );
    // Defined once as something else is enough: the two can't be told apart.
    if (this.#defined.get(short) !== null) this.#defined.set(short, candidate ?? null);
  }
}
