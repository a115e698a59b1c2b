/** The way from a mention to its card: the pointer may take it slantwise, across other words, without losing the card. */

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** tan 60°: the wedge opens 120° towards the card, as 10ten's does. */
const SLOPE = Math.tan((60 * Math.PI) / 180);

/**
 * @param from where the pointer left the mention. @param line the mention's box. @param card the card's box. All in
 * client px.
 * @returns whether `point` is in the gap between the two, or in the wedge from `from` to the card.
 */
export function inCorridor(point: Point, from: Point, line: Box, card: Box): boolean {
  const bridge = {
    left: Math.max(line.left, card.left),
    right: Math.min(line.right, card.right),
    top: Math.min(line.bottom, card.bottom),
    bottom: Math.max(line.top, card.top),
  };
  if (contains(bridge, point)) return true;
  const dx = point.x - from.x;
  const dy = point.y - from.y;
  if (card.top >= line.bottom) return dy >= 0 && point.y <= card.bottom && Math.abs(dx) <= dy * SLOPE;
  if (card.bottom <= line.top) return dy <= 0 && point.y >= card.top && Math.abs(dx) <= -dy * SLOPE;
  if (card.left >= line.right) return dx >= 0 && point.x <= card.right && Math.abs(dy) <= dx * SLOPE;
  return dx <= 0 && point.x >= card.left && Math.abs(dy) <= -dx * SLOPE;
}

/** @returns whether `point` is in `box`, or no further out than `slack` px. */
export function contains(box: Box, point: Point, slack = 0): boolean {
  return (
    point.x >= box.left - slack &&
    point.x <= box.right + slack &&
    point.y >= box.top - slack &&
    point.y <= box.bottom + slack
  );
}
