import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, JOINT, sourceRange } from '../../../matching/fold.ts';

const cases: [written: string, folded: string][] = [
  ['Rosacea', 'rosacea'],
  ['Sjögren', 'sjogren'],
  ['Sjo\u0308gren', 'sjogren'],
  ['gut\u2010skin', 'gut-skin'],
  ['gut\u2011skin', 'gut-skin'],
  ['gut–skin', 'gut-skin'],
  ['gut—skin', 'gut-skin'],
  ['gut\u2212skin', 'gut-skin'],
  ['pro\u00adbiotic', 'probiotic'],
  ['pro\u200bbiotic', 'probiotic'],
  ['gut\u00a0barrier', 'gut barrier'],
  ['gut\u2009barrier', 'gut barrier'],
  ['Crohn’s', "crohn's"],
  ['ﬁbre', 'fibre'],
  ['vitamin D₃', 'vitamin d3'],
  ['TNFα', `tnf${JOINT}alpha${JOINT}`],
  ['µg', `${JOINT}mu${JOINT}g`],
  ['naïve ß', 'naive ss'],
];

describe('fold', () => {
  test.each(cases)('%j is %j', (written, folded) => {
    expect(fold(written).text).toBe(folded);
  });

  test('keeps capitals when they matter', () => {
    expect(fold('GABA–Ä', true).text).toBe('GABA-A');
  });

  test('plain English needs no map', () => {
    expect(fold('Short-chain fatty acids').offsets).toBeUndefined();
  });

  test('a place in the folded text is found again in the source', () => {
    const source = 'ﬁrst pro\u00adbiotic café\u0301.';
    const folded = fold(source);
    const at = (word: string) => {
      const start = folded.text.indexOf(word);
      const range = sourceRange(folded, start, start + word.length);
      return source.slice(range.start, range.end);
    };
    expect(at('probiotic')).toBe('pro\u00adbiotic');
    expect(at('cafe')).toBe('café\u0301');
    expect(at('first')).toBe('ﬁrst');
  });

  test('any text folds, and every place maps into the source in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const folded = fold(source);
        let last = 0;
        for (let i = 0; i < folded.text.length; i++) {
          const { start, end } = sourceRange(folded, i, i + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
          last = start;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
