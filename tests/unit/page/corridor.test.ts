import { describe, expect, test } from 'vitest';
import { contains, inCorridor } from '../../../page/corridor.ts';

const line = { left: 100, top: 100, right: 160, bottom: 120 };
const below = { left: 80, top: 128, right: 440, bottom: 500 };
const above = { left: 80, top: -300, right: 440, bottom: 92 };
const from = { x: 130, y: 119 };

describe('inCorridor', () => {
  test('the gap between word and card', () => {
    expect(inCorridor({ x: 105, y: 124 }, from, line, below)).toBe(true);
    expect(inCorridor({ x: 105, y: 96 }, { x: 130, y: 101 }, line, above)).toBe(true);
  });

  test('slantwise towards the card, not away from it', () => {
    expect(inCorridor({ x: 145, y: 130 }, from, line, below)).toBe(true);
    expect(inCorridor({ x: 130, y: 90 }, from, line, below)).toBe(false);
    expect(inCorridor({ x: 130, y: 60 }, { x: 130, y: 101 }, line, above)).toBe(true);
    expect(inCorridor({ x: 130, y: 140 }, { x: 130, y: 101 }, line, above)).toBe(false);
  });

  test('120° wide', () => {
    const down = 20;
    expect(inCorridor({ x: 130 + down * 1.7, y: 119 + down }, from, line, below)).toBe(true);
    expect(inCorridor({ x: 130 + down * 1.8, y: 119 + down }, from, line, below)).toBe(false);
  });

  test('sideways when the card is beside', () => {
    const right = { left: 170, top: 60, right: 500, bottom: 300 };
    expect(inCorridor({ x: 165, y: 115 }, { x: 158, y: 110 }, line, right)).toBe(true);
    expect(inCorridor({ x: 120, y: 115 }, { x: 158, y: 110 }, line, right)).toBe(false);
  });
});

test('contains, with slack', () => {
  expect(contains(line, { x: 100, y: 120 })).toBe(true);
  expect(contains(line, { x: 99, y: 120 })).toBe(false);
  expect(contains(line, { x: 90, y: 120 }, 12)).toBe(true);
});
