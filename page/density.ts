/**
 * Which mentions are marked. All of them would be clutter: a word that has been met needs no second line under it soon
 * after. By default the first in each section is marked, and no more than so many a screenful, harder words first.
 */
import type { Density } from '../settings/choices.ts';
import type { PageMention, PageMentions } from './page-mentions.ts';

/** Marks a screenful has at most, unless all are asked for. */
const MOST_A_SCREEN = 20;

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

export class MarkChooser {
  readonly #density: Density;
  readonly #mentions: PageMentions;
  /** Blocks with a term, by section and term. */
  readonly #blocks = new Map<Element | undefined, Map<string, Set<Element>>>();
  readonly #sections = new WeakMap<Element, Element | undefined>();
  #headings: Element[] | undefined;

  constructor(density: Density, mentions: PageMentions) {
    this.#density = density;
    this.#mentions = mentions;
  }

  /** A block with candidates was read. */
  add(element: Element): void {
    if (this.#density === 'all') return;
    const section = this.#density === 'section' ? this.#sectionOf(element) : undefined;
    this.#sections.set(element, section);
    const byTerm = this.#blocks.get(section) ?? new Map<string, Set<Element>>();
    this.#blocks.set(section, byTerm);
    for (const term of this.#mentions.candidateTerms(element)) {
      const blocks = byTerm.get(term);
      if (blocks) blocks.add(element);
      else byTerm.set(term, new Set([element]));
    }
  }

  remove(element: Element): void {
    for (const blocks of this.#blocks.get(this.#sections.get(element))?.values() ?? []) blocks.delete(element);
  }

  /** Headings may have come or gone. Blocks that were read keep their section. */
  headingsChanged(): void {
    this.#headings = undefined;
  }

  /** @param near blocks with their top in px from the page's top. @returns what to mark of them, nearest to the window first. */
  choose(near: ReadonlyMap<Element, number>): PageMention[] {
    const blocks = [...near].sort(([, a], [, b]) => Math.abs(a - scrollY) - Math.abs(b - scrollY));
    if (this.#density === 'all') return blocks.flatMap(([element]) => this.#mentions.in(element));
    const screens = new Map<number, PageMention[]>();
    for (const [element, top] of blocks) {
      const number = Math.floor(top / innerHeight);
      screens.set(number, [...(screens.get(number) ?? []), ...this.#firstsIn(element)]);
    }
    const isEasy = ({ term }: PageMention) => Number(this.#mentions.isEasy(term));
    return [...screens.values()].flatMap((mentions) =>
      mentions.length > MOST_A_SCREEN
        ? mentions.sort((a, b) => isEasy(a) - isEasy(b)).slice(0, MOST_A_SCREEN)
        : mentions,
    );
  }

  #firstsIn(element: Element): PageMention[] {
    const byTerm = this.#blocks.get(this.#sections.get(element));
    const seen = new Set<string>();
    return this.#mentions.in(element).filter(({ term }) => {
      if (seen.has(term)) return false;
      seen.add(term);
      return ![...(byTerm?.get(term) ?? [])].some(
        (other) => other !== element && isBefore(other, element) && this.#counts(other, term),
      );
    });
  }

  #counts(element: Element, term: string): boolean {
    return this.#mentions.in(element).some((mention) => mention.term === term);
  }

  /** The last heading before a block, found by halving. */
  #sectionOf(element: Element): Element | undefined {
    this.#headings ??= [...document.querySelectorAll(HEADINGS)];
    let low = 0;
    let high = this.#headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const heading = this.#headings[middle];
      if (heading && (heading === element || isBefore(heading, element))) low = middle + 1;
      else high = middle;
    }
    return this.#headings[low - 1];
  }
}

function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
