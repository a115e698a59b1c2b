import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../matching/find-mentions.ts';
import { fold } from '../../../matching/fold.ts';
import { type Label, readLabels, writeLabels } from '../../../matching/label-index.ts';

const label = (text: string, term: string, more: Partial<Label> = {}): Label => ({
  text,
  term,
  when: 'always',
  sisters: [],
  caseExact: false,
  ...more,
});

const LABELS: Label[] = [
  label('acne', 'acne'),
  label('acne inversa', ''),
  label('rosacea', 'rosacea'),
  label('acne rosacea', 'rosacea'),
  label('short-chain fatty acids', 'scfa'),
  label('SCFAs', 'scfa', { caseExact: true }),
  label('gut microbiome', 'gut-microbiome'),
  label('gut', 'gut', { when: 'topic' }),
  label('stress', 'stress', { when: 'topic' }),
  label('atopic dermatitis', 'ad'),
  label('AD', 'ad', { caseExact: true, when: 'sister', sisters: ['ad'] }),
  label('alopecia areata', 'aa'),
  label('AA', 'aa', { caseExact: true, when: 'sister', sisters: ['aa'] }),
  label('IL-17', 'il-17', { caseExact: true }),
  label('TNF-alpha', 'tnf', { caseExact: false }),
  label("Crohn's disease", 'crohn'),
  label('café-au-lait spots', 'cafe'),
  label('skin microbiome', 'skin-microbiome'),
  label('T cells', 't-cells'),
  label('regulatory T cells', 'tregs'),
  label('prebiotics', 'prebiotics'),
  label('probiotics', 'probiotics'),
  label('IL-4', 'il-4', { caseExact: true }),
  label('IL-13', 'il-13', { caseExact: true }),
  label('IL-23', 'il-23', { caseExact: true }),
  label('C. acnes', 'c-acnes', { caseExact: true }),
  label('F/B ratio', 'ratio', { caseExact: true }),
  label('25(OH)D', 'vitamin-d', { caseExact: true }),
  label('kefir', 'kefir', { light: true }),
  label('kimchi', 'kimchi', { light: true }),
  label('sauerkraut', 'sauerkraut', { light: true }),
];
const index = readLabels(writeLabels(LABELS));
const spot = (text: string) => findMentions(text, index).map(({ start, end, term }) => [text.slice(start, end), term]);

const found: [text: string, mentions: [string, string][]][] = [
  // Signs inside an exact label are part of it, and of no other.
  ['The F/B ratio rose.', [['F/B ratio', 'ratio']]],
  ['F. B ratio, F (B) ratio, F\u2013B ratio', []],
  ['Low 25(OH)D, but no 25 OH D.', [['25(OH)D', 'vitamin-d']]],
  ['Of T. Cells are, IL.17 is', []],
  // What a list shares is not shared with the end of a word.
  ['My_T and B cells.', []],
  // What is marked of a list is not looked at again.
  ['Regulatory T and B cells.', [['Regulatory T', 'tregs']]],
  [
    'Acne and ROSACEA.',
    [
      ['Acne', 'acne'],
      ['ROSACEA', 'rosacea'],
    ],
  ],
  [
    'acne rosacea is not acne',
    [
      ['acne rosacea', 'rosacea'],
      ['acne', 'acne'],
    ],
  ],
  ['acne inversa', []],
  ['acnes', []],
  ['macne', []],
  ['acne_test', []],
  ['short chain fatty acids', [['short chain fatty acids', 'scfa']]],
  ['short‑chain\u00a0fatty\nacids', [['short‑chain\u00a0fatty\nacids', 'scfa']]],
  ['short-\n      chain fatty\n      acids', [['short-\n      chain fatty\n      acids', 'scfa']]],
  ['short, chain fatty acids', []],
  ['short-chain. Fatty acids', []],
  ['SCFAs but not scfas', [['SCFAs', 'scfa']]],
  [
    'IL-17, IL17, IL 17 and IL–17',
    [
      ['IL-17', 'il-17'],
      ['IL17', 'il-17'],
      ['IL 17', 'il-17'],
      ['IL–17', 'il-17'],
    ],
  ],
  ['IL-17A il-17', []],
  [
    'TNF-α, TNFα, TNF alpha',
    [
      ['TNF-α', 'tnf'],
      ['TNFα', 'tnf'],
      ['TNF alpha', 'tnf'],
    ],
  ],
  [
    'rosacea’s and acne-prone',
    [
      ['rosacea', 'rosacea'],
      ['acne', 'acne'],
    ],
  ],
  ['Crohn’s disease', [['Crohn’s disease', 'crohn']]],
  ['cafe au lait spots', [['cafe au lait spots', 'cafe']]],
  [
    '(acne), “rosacea”; acne/rosacea',
    [
      ['acne', 'acne'],
      ['rosacea', 'rosacea'],
      ['acne', 'acne'],
      ['rosacea', 'rosacea'],
    ],
  ],
  ['https://example.org/acne/rosacea?q=acne', []],
  ['www.acne.org, me@rosacea.example, acne.pdf, #acne, my-acne.html', []],
  [
    'Is it acne? It is acne: yes.',
    [
      ['acne', 'acne'],
      ['acne', 'acne'],
    ],
  ],
];

describe('findMentions', () => {
  test.each(found)('%j', (text, mentions) => {
    expect(spot(text)).toEqual(mentions);
  });

  test('an everyday word counts only on a page about the subject', () => {
    expect(spot('The bridge was under stress.')).toEqual([]);
    expect(spot('Stress makes acne worse.')).toEqual([['acne', 'acne']]);
    expect(spot('Stress, acne, rosacea.')).toEqual([
      ['Stress', 'stress'],
      ['acne', 'acne'],
      ['rosacea', 'rosacea'],
    ]);
  });

  test('an ambiguous abbreviation counts only where its term is written out, too', () => {
    expect(spot('AD in old age')).toEqual([]);
    expect(spot('AD means atopic dermatitis')).toEqual([
      ['AD', 'ad'],
      ['atopic dermatitis', 'ad'],
    ]);
  });

  test('foods alone do not make a page one about the gut', () => {
    expect(spot('Kefir, kimchi and sauerkraut, and no stress').map(([word]) => word)).toEqual([
      'Kefir',
      'kimchi',
      'sauerkraut',
    ]);
    expect(spot('Kefir for acne, and no stress').map(([word]) => word)).toEqual(['Kefir', 'acne', 'stress']);
  });

  test('an abbreviation means what the page says', () => {
    expect(spot('Atopic dermatitis (AD) and AD').map(([word]) => word)).toEqual(['Atopic dermatitis', 'AD', 'AD']);
    // Schwartz & Hearst alone take "areata" for the long form.
    expect(spot('alopecia areata (AA), then AA').map(([word]) => word)).toEqual(['alopecia areata', 'AA', 'AA']);
    expect(spot('AD (atopic dermatitis)').map(([word]) => word)).toEqual(['AD', 'atopic dermatitis']);
    expect(spot('Alzheimer’s disease (AD). AD and atopic dermatitis.').map(([word]) => word)).toEqual([
      'atopic dermatitis',
    ]);
    expect(spot('Southern California Football Association (SCFA), SCFAs')).toEqual([['SCFAs', 'scfa']]);
  });

  test('another language is left alone', () => {
    expect(spot('Die Haut und der Darm: was ist Rosacea und wie wird sie behandelt?')).toEqual([]);
    expect(spot('What is rosacea and how is it treated?')).toHaveLength(1);
  });

  test('the longest wins, from the left', () => {
    expect(spot('the gut microbiome, acne, rosacea and the gut')).toEqual([
      ['gut microbiome', 'gut-microbiome'],
      ['acne', 'acne'],
      ['rosacea', 'rosacea'],
      ['gut', 'gut'],
    ]);
  });

  test('in any text, mentions are in order, do not overlap and stand at word edges', () => {
    const words = LABELS.flatMap(({ text }) => [text, text.toUpperCase(), text.replaceAll(/[- ]/g, '\u00ad-')]);
    const piece = fc.oneof(
      fc.constantFrom(...words, ' ', '-', '/', '.', '’s', 'α', '\u0301'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of findMentions(text, index)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(fold(text.slice(0, start)).text).not.toMatch(/[\p{L}\p{N}_]$/u);
          expect(fold(text.slice(end)).text).not.toMatch(/^[\p{L}\p{N}_]/u);
          last = end;
        }
        expect(findMentions(text, index)).toEqual(findMentions(text, index));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('writeLabels', () => {
  test('the order of the labels makes no difference to the bytes', () => {
    expect(writeLabels([...LABELS].reverse())).toBe(writeLabels(LABELS));
  });

  test('two terms with one label are refused by name', () => {
    expect(() => writeLabels([label('acne', 'acne'), label('Acne', 'pimples')])).toThrow(
      /"Acne".*pimples.*Keep the label in one/,
    );
  });

  test('a label without letters or digits is refused', () => {
    expect(() => writeLabels([label('–', 'dash')])).toThrow(/"–" of dash/);
  });
});
