/**
 * On which side of its line a card fits, how large it may be there, and where that is. Pure geometry; all lengths are
 * client px.
 */
import type { Box } from './corridor.ts';

/**
 * Between line and card. The pointer's tip keeps 10 px from the card, and it may be 1 px outside of the line that it
 * points at.
 */
export const GAP = 11;
/** Between the card and the edge of what is seen. */
export const GUTTER = 8;
const WIDTH = 360;
const MOST_HEIGHT = 480;
/** Share of the window's height that a card takes at most. */
const MOST_SHARE = 0.66;
/** In less room beside its line a card can't be read; it becomes a sheet at the window's edge. */
const LEAST_HEIGHT = 160;
const LEAST_WIDTH = 280;

const SHEET_BELOW_WIDTH = 480;
const SHEET_BELOW_HEIGHT = 400;
const SHEET_WIDTH = 560;
const SHEET_SHARE = 0.55;
/** A name and its first line. With less room than this a sheet has to cover the line. */
const LEAST_SHEET = 88;

/** How lines go: side by side from right to left or from left to right, or below each other. */
export type Flow = 'horizontal' | 'vertical-rl' | 'vertical-lr';
export type Side = 'below' | 'above' | 'left' | 'right' | 'bottom-sheet' | 'top-sheet';

export interface Size {
  width: number;
  height: number;
}

/** Never beside the words of a horizontal line, nor above or below those of a vertical one: that would cover its rest. */
const SIDES: Record<Flow, readonly [Side, Side]> = {
  horizontal: ['below', 'above'],
  'vertical-rl': ['left', 'right'],
  'vertical-lr': ['right', 'left'],
};

/** Whether what is seen of the page is too small for a card by its line. */
export function isSmall(seen: Box): boolean {
  return seen.right - seen.left < SHEET_BELOW_WIDTH || seen.bottom - seen.top < SHEET_BELOW_HEIGHT;
}

/**
 * @param height what the card would like to have.
 * @returns the first side it fits on, or the one with more room, or nothing when it can't be read on either.
 */
export function sideFor(line: Box, seen: Box, flow: Flow, height: number): Side | undefined {
  const [first, second] = SIDES[flow];
  const [wanted, least] = flow === 'horizontal' ? [height, LEAST_HEIGHT] : [WIDTH, LEAST_WIDTH];
  const rooms = [room(first, line, seen), room(second, line, seen)] as const;
  if (rooms[0] >= wanted) return first;
  if (rooms[1] >= wanted) return second;
  if (Math.max(...rooms) < least) return undefined;
  return rooms[0] >= rooms[1] ? first : second;
}

/** @param line nothing is known to be covered when it is left out. @param height what the sheet would like to have. */
export function sheetFor(line: Box | undefined, seen: Box, height: number): Side {
  if (!line) return 'bottom-sheet';
  const below = room('below', line, seen);
  const above = room('above', line, seen);
  return below >= height || below >= above ? 'bottom-sheet' : 'top-sheet';
}

/** @returns width, and greatest height, of a card on this side. */
export function sizeOn(side: Side | undefined, line: Box | undefined, seen: Box): Size {
  const width = seen.right - seen.left - 2 * GUTTER;
  const height = seen.bottom - seen.top;
  const most = Math.min(MOST_HEIGHT, height * MOST_SHARE, height - 2 * GUTTER);
  if (side === 'bottom-sheet' || side === 'top-sheet') {
    const free = line ? room(side === 'bottom-sheet' ? 'below' : 'above', line, seen) : height;
    const share = Math.min(height * SHEET_SHARE, height - 2 * GUTTER);
    return { width: Math.min(SHEET_WIDTH, width), height: free < LEAST_SHEET ? share : Math.min(share, free) };
  }
  if (!line || side === undefined) return { width: Math.min(WIDTH, width), height: most };
  const free = room(side, line, seen);
  if (side === 'left' || side === 'right') return { width: clamp(free, LEAST_WIDTH, WIDTH), height: most };
  return { width: Math.min(WIDTH, width), height: clamp(free, LEAST_HEIGHT, most) };
}

/**
 * @param start where the card would like to begin along the line: x, or y where lines are vertical.
 * @returns left and top of a card of this size.
 */
export function pointOn(side: Side, line: Box, start: number, seen: Box, { width, height }: Size) {
  const x = clamp(start, seen.left + GUTTER, seen.right - GUTTER - width);
  const y = clamp(start, seen.top + GUTTER, seen.bottom - GUTTER - height);
  if (side === 'below') return { x, y: line.bottom + GAP };
  if (side === 'above') return { x, y: line.top - GAP - height };
  if (side === 'left') return { x: line.left - GAP - width, y };
  if (side === 'right') return { x: line.right + GAP, y };
  const middle = (seen.left + seen.right - width) / 2;
  return { x: middle, y: side === 'bottom-sheet' ? seen.bottom - GUTTER - height : seen.top + GUTTER };
}

function room(side: Side, line: Box, seen: Box): number {
  if (side === 'below') return seen.bottom - GUTTER - line.bottom - GAP;
  if (side === 'above') return line.top - GAP - seen.top - GUTTER;
  if (side === 'left') return line.left - GAP - seen.left - GUTTER;
  return seen.right - GUTTER - line.right - GAP;
}

/** When the two bounds cross, the lower one holds: the beginning of a card is seen rather than its end. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
