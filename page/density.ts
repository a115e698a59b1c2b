/**
 * Which mentions are marked. All of them would be clutter: a word that has been met needs no second line under it soon
 * after. By default the first in each section is marked, and no more than so many a screenful, harder words first.
 */
import type { Choices, Density } from '../settings/choices.ts';
import type { PageMention, PageMentions } from './page-mentions.ts';
import { parentOrHost } from './read-blocks.ts';

/** Marks a screenful has at most, unless all are asked for. */
const MOST_A_SCREEN = 20;

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';

export class MarkChooser {
  /** Terms that get no mark; they are still counted. */
  hidden: ReadonlySet<string>;
  readonly #density: Density;
  readonly #mentions: PageMentions;
  /** By section and term the first block with it, kept as blocks come and go. */
  readonly #firsts = new Map<Element | undefined, Map<string, Element>>();
  readonly #sections = new WeakMap<Element, Element | undefined>();

  constructor({ density, hidden }: Choices, mentions: PageMentions) {
    this.#density = density;
    this.hidden = hidden;
    this.#mentions = mentions;
  }

  /** A block with candidates was read. */
  add(element: Element): void {
    if (this.#density === 'all') return;
    const section = this.#density === 'section' ? sectionOf(element) : undefined;
    this.#sections.set(element, section);
    const firsts = this.#firsts.get(section) ?? new Map<string, Element>();
    this.#firsts.set(section, firsts);
    for (const term of this.#mentions.termsIn(element)) {
      const first = firsts.get(term);
      if (!first?.isConnected || isBefore(element, first)) firsts.set(term, element);
    }
  }

  /** Where it was the first, the next one that is asked about takes its place. */
  remove(element: Element): void {
    const firsts = this.#firsts.get(this.#sections.get(element));
    for (const [term, first] of firsts ?? []) if (first === element) firsts?.delete(term);
  }

  /** @param near blocks with their top in px from the page's top. @returns what to mark of them, nearest to the window first. */
  choose(near: ReadonlyMap<Element, number>): PageMention[] {
    const blocks = [...near].sort(([, a], [, b]) => Math.abs(a - scrollY) - Math.abs(b - scrollY));
    if (this.#density === 'all') return blocks.flatMap(([element]) => this.marksIn(element));
    const screens = new Map<number, PageMention[]>();
    for (const [element, top] of blocks) {
      const number = Math.floor(top / innerHeight);
      screens.set(number, [...(screens.get(number) ?? []), ...this.marksIn(element)]);
    }
    const isEasy = ({ term }: PageMention) => Number(this.#mentions.isEasy(term));
    return [...screens.values()].flatMap((mentions) =>
      mentions.length > MOST_A_SCREEN
        ? mentions.sort((a, b) => isEasy(a) - isEasy(b)).slice(0, MOST_A_SCREEN)
        : mentions,
    );
  }

  /** @returns what to mark of one block, were there room for all. */
  marksIn(element: Element): PageMention[] {
    const mentions = this.#mentions.in(element).filter(({ term }) => !this.hidden.has(term));
    if (this.#density === 'all') return mentions;
    const firsts = this.#firsts.get(this.#sections.get(element));
    const seen = new Set<string>();
    return mentions.filter(({ term }) => {
      if (seen.has(term)) return false;
      seen.add(term);
      const first = firsts?.get(term);
      // One that can't be seen leaves its place to the next.
      if (first && (first === element || Element.prototype.checkVisibility.call(first))) return first === element;
      firsts?.set(term, element);
      return true;
    });
  }
}

/** The heading a block stands under. Looks back a little at each level: asking for the order in a long page is slow. */
function sectionOf(element: Element): Element | undefined {
  const { prototype } = Element;
  for (let at: Node | null = element; at; at = parentOrHost(at)) {
    let before: Node | null = at;
    for (let steps = 0; before instanceof Element && steps < 64; steps++) {
      if (prototype.matches.call(before, HEADINGS)) return before;
      before = Reflect.get(prototype, 'previousElementSibling', before);
    }
  }
  return undefined;
}

/** `Node.DOCUMENT_POSITION_FOLLOWING` as the number it is. */
const FOLLOWING = 4;

function isBefore(a: Element, b: Element): boolean {
  return (Node.prototype.compareDocumentPosition.call(a, b) & FOLLOWING) !== 0;
}
