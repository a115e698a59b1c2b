/** Which mention is under a point. Asks our own index, never the registry, which the page can write to. */
import { contains, type Point } from './corridor.ts';
import { type PageMention, type PageMentions, rangeOf } from './page-mentions.ts';
import type { Spotter } from './spotter.ts';

/** Letters are shorter than their line; a pointer just off a word is still at it. */
const SLACK_PX = 1;

/** Text nodes of one mention at most: the longest labels, were each letter a node. */
const MOST_NODES = 60;

export interface Hit {
  mention: PageMention;
  /** Box of the line of the mention that the point is in. */
  line: DOMRect;
}

/** Forces layout where it is dirty, so ask once a frame at most. @param point in client px. */
export function mentionAt(point: Point, spotter: Spotter): Hit | undefined {
  const { mentions, painter, shadowRoots } = spotter;
  const caret = document.caretPositionFromPoint(point.x, point.y, { shadowRoots: [...shadowRoots] });
  const node = caret?.offsetNode;
  if (!caret || !(node instanceof Text)) return undefined;
  const { offset } = caret;
  const here = mentions.inNode(node);
  const mention =
    here.find(({ startNode, start, endNode, end }) => {
      return offset >= (node === startNode ? start : 0) && offset <= (node === endNode ? end : node.length);
    }) ?? (here.length === 0 ? mentionAcross(node, mentions) : undefined);
  // Where no mark is seen a card would come out of the blue.
  // A mention that does not count has none.
  if (!mention || !painter.isMarked(mention) || isInert(node)) return undefined;
  // The caret is also at a word when the point is far behind the end of its line.
  const line = linesOf(mention).find((rect) => contains(rect, point, SLACK_PX));
  return line && { mention, line };
}

/** Firefox finds no caret in what a page has made inert, Chromium does. */
function isInert({ parentElement }: Text): boolean {
  return parentElement !== null && Element.prototype.closest.call(parentElement, '[inert]') !== null;
}

/** The index knows a mention by its first and its last node. @returns one that begins before this node and ends behind it. */
function mentionAcross(node: Text, mentions: PageMentions): PageMention | undefined {
  const walker = document.createTreeWalker(node.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = node;
  for (let steps = 0; steps < MOST_NODES; steps++) {
    const before = walker.previousNode();
    if (!before) return undefined;
    const last = mentions.inNode(before as Text).at(-1);
    // Mentions do not overlap, so one that is nearer leaves no room for another.
    if (last) return node.compareDocumentPosition(last.endNode) & Node.DOCUMENT_POSITION_FOLLOWING ? last : undefined;
  }
  return undefined;
}

/** @returns the boxes of the mention, one for each line it stands on; empty when it is not laid out. */
export function linesOf(mention: PageMention): DOMRect[] {
  if (!mention.startNode.isConnected || !mention.endNode.isConnected) return [];
  return [...rangeOf(mention).getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
}
