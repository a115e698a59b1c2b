/**
 * The mentions of a page, by block and by text node. Blocks come and go as the page changes; what counts is decided
 * anew when the page has said more about its subject.
 */
import { type Candidate, findCandidates } from '../matching/find-candidates.ts';
import type { LabelIndex } from '../matching/label-index.ts';
import { isEnglish } from '../matching/language.ts';
import { PageContext } from '../matching/page-context.ts';
import { piecesOf } from './pieces.ts';
import { type Block, blockElementOf } from './read-blocks.ts';
import { isDue } from './slices.ts';

/** One mention as it stands in the page: from `start` in `startNode` to `end` in `endNode`. */
export interface PageMention {
  readonly term: string;
  readonly startNode: Text;
  readonly start: number;
  readonly endNode: Text;
  readonly end: number;
  /** The element that lays its block out. */
  readonly element: Element;
}

interface Found {
  candidate: Candidate;
  mention: PageMention;
}

export class PageMentions {
  readonly #index: LabelIndex;
  readonly #context: PageContext;
  /** By the element that lays their block out. */
  readonly #found = new Map<Element, Found[]>();

  constructor(index: LabelIndex) {
    this.#index = index;
    this.#context = new PageContext(index);
  }

  /** Reads a block, a piece at a time. @returns whether something was found in it. */
  *add(block: Block): Generator<void, boolean> {
    let english: boolean | undefined;
    let any = false;
    for (const { text, offset } of piecesOf(block.text)) {
      const candidates = findCandidates(text, this.#index);
      if (candidates.length > 0) english ??= isEnglish(block.text, languageOf(block.element));
      if (english && candidates.length > 0) {
        any = true;
        this.#context.learn(text, candidates);
        const found = this.#found.get(block.element) ?? [];
        this.#found.set(block.element, found);
        for (const candidate of candidates) found.push({ candidate, mention: locate(candidate, offset, block) });
      }
      if (isDue()) yield;
    }
    return any;
  }

  /** Forgets the blocks that `element` lays out itself. @returns whether there were any. */
  remove(element: Element): boolean {
    return this.#found.delete(element);
  }

  /** Whether lay readers know the word anyway: a food, a habit. */
  isEasy(term: string): boolean {
    return this.#index.isLight(term);
  }

  /** @returns the terms that the blocks of `element` hold, as far as their own text tells. */
  termsIn(element: Element): Set<string> {
    const counting = this.#in(element).filter(({ candidate }) => candidate.refused === undefined && !candidate.name);
    return new Set(counting.map(({ mention }) => mention.term));
  }

  /** @returns the mentions that count in the blocks `element` lays out, in order. */
  in(element: Element): PageMention[] {
    const counting = this.#in(element).filter(({ candidate }) => this.#context.refuses(candidate) === undefined);
    return counting.map(({ mention }) => mention);
  }

  /** @returns the mentions that start or end in this text node, those that do not count among them. */
  inNode(node: Text): PageMention[] {
    const block = blockElementOf(node);
    const mentions = block ? this.#in(block).map(({ mention }) => mention) : [];
    return mentions.filter(({ startNode, endNode }) => startNode === node || endNode === node);
  }

  #in(element: Element): readonly Found[] {
    return this.#found.get(element) ?? [];
  }

  /** Elements that lay out blocks with candidates. */
  elements(): Iterable<Element> {
    return this.#found.keys();
  }
}

/** @returns a range over the mention; made on demand, because live ranges make the page's own changes slower. */
export function rangeOf({ startNode, start, endNode, end }: PageMention): Range {
  const range = document.createRange();
  range.setStart(startNode, Math.min(start, startNode.length));
  range.setEnd(endNode, Math.min(end, endNode.length));
  return range;
}

/** What the page says of the language of this element. */
function languageOf(element: Element): string | null {
  const { closest, getAttribute } = Element.prototype;
  return getAttribute.call(closest.call(element, '[lang]') ?? element, 'lang');
}

function locate(candidate: Candidate, offset: number, block: Block): PageMention {
  const start = candidate.start + offset;
  const end = candidate.end + offset;
  const first = nodeAt(block, start);
  const last = nodeAt(block, end - 1);
  return {
    term: candidate.term,
    startNode: first.node,
    start: start - first.from,
    endNode: last.node,
    end: end - last.from,
    element: block.element,
  };
}

function nodeAt({ nodes, starts }: Block, offset: number): { node: Text; from: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  // A block has a node wherever it has text.
  return { node: nodes[low] as Text, from: starts[low] ?? 0 };
}
