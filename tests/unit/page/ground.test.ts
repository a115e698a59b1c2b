import { expect, test } from 'vitest';
import { readColour } from '../../../page/ground.ts';

test.for([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgb(0, 0, 0)', 0, 1],
  ['rgba(0, 0, 0, 0)', 0, 0],
  ['rgba(118, 118, 118, 0.5)', 0.18, 0.5],
  ['color(srgb 1 1 1)', 1, 1],
  ['color(display-p3 0.1 0.1 0.1 / 0.4)', 0.01, 0.4],
  ['color(srgb 1.5e-7 0 0)', 0, 1],
  ['oklch(0.2 0.02 250)', 0.01, 1],
  ['oklab(0.95 -0.01 0.01 / 0.9)', 0.86, 0.9],
  ['lab(50 0 0)', 0.18, 1],
  ['lch(95 3 120)', 0.88, 1],
] as const)('%s', ([computed, luminance, alpha]) => {
  const colour = readColour(computed);
  expect(colour?.luminance).toBeCloseTo(luminance, 1);
  expect(colour?.alpha).toBe(alpha);
});

test('what is no colour tells nothing', () => {
  for (const computed of ['', 'transparent', 'none', 'rgb()']) expect(readColour(computed)).toBeUndefined();
});
