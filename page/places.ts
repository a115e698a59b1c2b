/** Where the terms of a page stand, as far as they can be seen. */
import type { PageMention, PageMentions } from './page-mentions.ts';
import type { Spotter } from './spotter.ts';

/** @returns how often each term counts and can be seen somewhere on the page, in the order they were read. */
export function tally(mentions: PageMentions): Map<string, number> {
  const counts = new Map<string, number>();
  for (const element of mentions.elements()) {
    const found = mentions.in(element);
    if (found.length === 0 || !isShown(element)) continue;
    for (const { term } of found) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** The badge is a small number: it looks at no more blocks than this. */
const MOST_BLOCKS = 2000;

/** @returns the different terms that can be seen on the page; of a very long one, on its first part. */
export function shownTerms(mentions: PageMentions): Set<string> {
  const terms = new Set<string>();
  let blocks = 0;
  for (const element of mentions.elements()) {
    if (++blocks > MOST_BLOCKS) break;
    const found = mentions.in(element);
    if (found.every(({ term }) => terms.has(term)) || !isShown(element)) continue;
    for (const { term } of found) terms.add(term);
  }
  return terms;
}

/** @returns the mentions of one term that count and can be seen somewhere on the page, in document order. */
export function placesOf(term: string, mentions: PageMentions): PageMention[] {
  const elements = [...mentions.elements()].filter(
    (element) => mentions.in(element).some((mention) => mention.term === term) && isShown(element),
  );
  return inOrder(elements).flatMap((element) => mentions.in(element).filter((mention) => mention.term === term));
}

/** @returns the marks of the whole page that can be seen somewhere on it, in document order. */
export function marksOf({ mentions, chooser }: Spotter): PageMention[] {
  return inOrder([...mentions.elements()].filter(isShown)).flatMap((element) => chooser.marksIn(element));
}

/** By one walk over the page: asking for the order of two elements is slow where a page is long. Shadow trees come last. */
function inOrder(elements: readonly Element[]): Element[] {
  const left = new Set(elements);
  const sorted: Element[] = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node && left.size > 0; node = walker.nextNode()) {
    if (left.delete(node as Element)) sorted.push(node as Element);
  }
  return [...sorted, ...left];
}

function isShown(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}
