import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Flow, isSmall, pointOn, sheetFor, sideFor, sizeOn } from '../../../page/card-room.ts';
import type { Box } from '../../../page/corridor.ts';

const WINDOW: Box = { left: 0, top: 0, right: 1000, bottom: 760 };
const lineAt = (left: number, top: number, width = 60, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('side', () => {
  test('below when the card fits there, else above, else where there is more room', () => {
    expect(sideFor(lineAt(100, 100), WINDOW, 'horizontal', 400)).toBe('below');
    expect(sideFor(lineAt(100, 700), WINDOW, 'horizontal', 400)).toBe('above');
    expect(sideFor(lineAt(100, 300), WINDOW, 'horizontal', 480)).toBe('below');
    expect(sideFor(lineAt(100, 420), WINDOW, 'horizontal', 480)).toBe('above');
  });

  test('beside a vertical line, where the next lines go', () => {
    expect(sideFor(lineAt(500, 100, 20, 60), WINDOW, 'vertical-rl', 400)).toBe('left');
    expect(sideFor(lineAt(500, 100, 20, 60), WINDOW, 'vertical-lr', 400)).toBe('right');
    expect(sideFor(lineAt(20, 100, 20, 60), WINDOW, 'vertical-rl', 400)).toBe('right');
  });

  test('none when a card could be read on neither', () => {
    expect(sideFor(lineAt(0, 150, 900, 460), WINDOW, 'horizontal', 400)).toBeUndefined();
    expect(sideFor(lineAt(240, 0, 20, 60), { ...WINDOW, right: 500 }, 'vertical-rl', 400)).toBeUndefined();
  });

  test('a sheet goes to the end where the line is not', () => {
    expect(sheetFor(lineAt(0, 40), WINDOW, 300)).toBe('bottom-sheet');
    expect(sheetFor(lineAt(0, 700), WINDOW, 300)).toBe('top-sheet');
    expect(sheetFor(undefined, WINDOW, 300)).toBe('bottom-sheet');
  });
});

const boxes = fc.record({
  left: fc.integer({ min: -400, max: 1400 }),
  top: fc.integer({ min: 0, max: 1000 }),
  width: fc.integer({ min: 1, max: 1500 }),
  height: fc.integer({ min: 4, max: 120 }),
  windowWidth: fc.integer({ min: 256, max: 2000 }),
  windowHeight: fc.integer({ min: 256, max: 1400 }),
  panX: fc.integer({ min: 0, max: 300 }),
  panY: fc.integer({ min: 0, max: 300 }),
  wanted: fc.integer({ min: 60, max: 900 }),
  flow: fc.constantFrom<Flow>('horizontal', 'vertical-rl', 'vertical-lr'),
  start: fc.integer({ min: -500, max: 2500 }),
});

test('whatever the window and the line: inside what is seen, off the line, and 10 px from a pointer at it', () => {
  fc.assert(
    fc.property(boxes, ({ left, top, width, height, windowWidth, windowHeight, panX, panY, wanted, flow, start }) => {
      const seen = { left: panX, top: panY, right: panX + windowWidth, bottom: panY + windowHeight };
      const line = flow === 'horizontal' ? lineAt(left, top, width, height) : lineAt(left, top, height, width);
      // A line that is pointed at can be seen.
      fc.pre(line.right > seen.left && line.left < seen.right && line.bottom > seen.top && line.top < seen.bottom);
      const side = (isSmall(seen) ? undefined : sideFor(line, seen, flow, wanted)) ?? sheetFor(line, seen, wanted);
      const most = sizeOn(side, line, seen);
      const size = { width: most.width, height: Math.min(wanted, most.height) };
      const { x, y } = pointOn(side, line, start, seen, size);
      expect(x).toBeGreaterThanOrEqual(seen.left + 8);
      expect(y).toBeGreaterThanOrEqual(seen.top + 8);
      expect(x + size.width).toBeLessThanOrEqual(seen.right - 8);
      expect(y + size.height).toBeLessThanOrEqual(seen.bottom - 8);
      const across = Math.max(x - line.right, line.left - x - size.width);
      const down = Math.max(y - line.bottom, line.top - y - size.height);
      // No sheet is so low that it could be off a line in the middle of next to nothing.
      const free = Math.max(line.top - seen.top, seen.bottom - line.bottom) - 19;
      if (side.endsWith('sheet') && free < 88) return;
      expect(flow === 'horizontal' || side.endsWith('sheet') ? down : across).toBeGreaterThanOrEqual(11);
    }),
    { numRuns: 20_000 },
  );
});
