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
  /** Terms that are written in an everyday word, which speaks for an ambiguous one where it counts itself. */
  readonly #everyday = new Set<string>();
  /** All terms that may be on the page. */
  readonly #seen = new Set<string>();
  /** Abbreviations that are defined here: as one of our terms, or (null) as something else. */
  readonly #defined = new Map<string, Candidate | null>();
  /** Those that are about the subject. */
  readonly #strong = new Set<string>();
  /** Foods and the like, and names. */
  readonly #light = new Set<string>();

  constructor(index: LabelIndex) {
    this.#index = index;
  }

  /** Learns from a further piece of the page and the candidates in it; pieces may come in any order. */
  learn(text: string, candidates: readonly Candidate[]): void {
    const shorts = new Set<string>();
    for (const { when, term, short, name, label, refused } of candidates) {
      if (refused !== undefined) continue;
      if (when !== 'sister') {
        // A name that all write with a capital (Akkermansia) says a little, too; a surname (Strain) or firm (Flare) nothing.
        if (name && when === 'always' && !this.#seen.has(term)) this.#light.add(term);
        this.#seen.add(term);
      }
      if (name) continue;
      if (short) shorts.add(label);
      const light = this.#index.isLight(term);
      if (when === 'always') this.#certain.add(term);
      if (when === 'topic') this.#everyday.add(term);
      // Two words (dark chocolate, whole milk) say a little also where they do not count by themselves.
      if (when === 'always' || (light && when === 'topic' && /\s/.test(label)))
        (light ? this.#light : this.#strong).add(term);
    }
    if (shorts.size > 0) for (const definition of definitionsOf(text, shorts)) this.#define(definition);
  }

  /** @returns why the candidate does not count, by what has been learnt so far; `undefined` when it does. */
  refuses(candidate: Candidate): Refusal | undefined {
    const { short, name, label, term, refused } = candidate;
    if (refused !== undefined) return refused;
    if (name && !this.#certain.has(term) && this.#seen.size < 2) return 'name';
    const meaning = short ? this.#defined.get(singular(label)) : undefined;
    if (meaning === null || (meaning && meaning.term !== term)) return 'defined';
    // A short form that is defined counts where its long form does: "randomised trial (RT)" only on topic.
    const { when, sisters } = meaning ?? candidate;
    const onTopic = this.#strong.size + Math.min(this.#light.size * LIGHT, MOST_LIGHT) >= TOPIC;
    if (when === 'topic') return onTopic ? undefined : 'topic';
    return when === 'always' ||
      sisters.some((sister) => this.#certain.has(sister) || (onTopic && this.#everyday.has(sister)))
      ? undefined
      : 'sister';
  }

  #define({ short, long, within }: Definition): void {
    const key = singular(short);
    const all = (piece: string) => findCandidates(piece, this.#index).filter(({ refused }) => refused === undefined);
    const [own] = all(short);
    const means = [
      ...all(long),
      ...all(within).filter(({ start, end }) => end === within.length && bestLongForm(short, within.slice(start))),
    ];
    // Of "psoriasis and arthropathic psoriasis (PsA)" the one whose abbreviation it is.
    const candidate = means.find(({ term }) => term === own?.term) ?? means[0];
    // Defined once as something else is enough: the two can't be told apart.
    if (this.#defined.get(key) !== null) this.#defined.set(key, candidate ?? null);
  }
}

/** The abbreviation without its plural s: what "SCFAs" are, one SCFA is. */
const singular = (short: string) => short.replace(/(?<=[A-Z\d])s$/, '');
