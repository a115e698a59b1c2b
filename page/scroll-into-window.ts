/** Where words are in the window, and bringing them there. */
import type { Box } from './corridor.ts';
import { type PageMention, rangeOf } from './page-mentions.ts';

/** @param line in client px. */
export function isInWindow(line: Box): boolean {
  return line.bottom > 0 && line.top < innerHeight && line.right > 0 && line.left < innerWidth;
}

/** Brings the words clear of the window's edges, where headers stick and the card needs room. */
export function scrollIntoWindow(mention: PageMention): void {
  const parent = mention.startNode.parentElement;
  const box = () => rangeOf(mention).getBoundingClientRect();
  if (isInWindow(box()) && box().top > 80 && box().bottom < innerHeight - 80) return;
  if (parent) Element.prototype.scrollIntoView.call(parent, { block: 'center', behavior: 'instant' });
  const { top, bottom } = box();
  if (top < 80 || bottom > innerHeight - 80) scrollBy({ top: top - innerHeight / 2, behavior: 'instant' });
}
