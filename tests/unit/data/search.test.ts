import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileGlossary } from '../../../data/compile.ts';
import { isNamed, searchOf } from '../../../data/search.ts';
import { soundKey } from '../../../data/sound-key.ts';
import { QUERIES } from './search-queries.ts';

const { glossary } = await compileGlossary(join(import.meta.dirname, '../../../data'));
const search = searchOf(glossary);
const ids = (query: string) => search(query).map(({ id }) => id);

describe('what people type', () => {
  test('is a long table of terms that are there', () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(60);
    expect(QUERIES.filter(([, term]) => !(term in glossary))).toEqual([]);
  });

  test('finds the term they mean among the first three, 95 times in 100 or more', () => {
    const missed = QUERIES.filter(([query, term]) => !ids(query).slice(0, 3).includes(term)).map(([query]) => query);
    const share = 1 - missed.length / QUERIES.length;
    console.info(`${(100 * share).toFixed(1)} % of ${QUERIES.length} queries; missed: ${missed.join(', ') || 'none'}`);
    expect(share, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(0.95);
  });
});

describe('the order', () => {
  test('every name finds its own term first', () => {
    const wrong = Object.values(glossary).filter(({ id, name }) => ids(name)[0] !== id);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('a name that begins with what was typed comes before one that holds it', () => {
    expect(ids('probiotic')[0]).toBe('probiotics');
    expect(ids('microbiome')[0]).toBe('microbiome');
  });

  test('case, accents, spaces, dashes and the order of words make no difference to what comes first', () => {
    for (const query of ['leaky gut', 'LEAKY GUT', 'leaky-gut', 'leakygut', ' leaky  gut ', 'gut leaky', 'léaky gút'])
      expect(ids(query)[0], query).toBe('leaky-gut');
  });

  test('ten at most', () => {
    expect(ids('gut')).toHaveLength(10);
  });
});

describe('odd input', () => {
  test('nonsense finds nothing', () => {
    for (const query of ['qqqqxyz', '', ' ', '"', '*', '\\', '%', '_', '🙂', '\u200b', '...'])
      expect(ids(query)).toEqual([]);
  });

  test.each([
    ['10,000 letters', 'a'.repeat(10_000)],
    ['a page pasted', 'zonulin and the gut '.repeat(500)],
    ['signs of a pattern', '.*+?^$()|[]{}\\'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['right to left', 'الجلد zonulin'],
    ['a lone surrogate', '\ud800zonulin'],
    ['names that objects have', '__proto__ constructor toString'],
    ['combining marks', 'z\u0301\u0301\u0301onulin'],
    ['a zero-width space before and behind', '\u200bzonulin\u200b'],
    ['one letter', 't'],
  ])('%s is answered', (_, query) => {
    expect(search(query).length).toBeLessThanOrEqual(10);
  });

  test('what nobody sees does not count', () => {
    expect(ids('\u200bzonulin\ufeff')[0]).toBe('zonulin');
    expect(ids('z\u0301onu\u00adlin')[0]).toBe('zonulin');
  });
});

test('a term is named by its labels and by nothing else', () => {
  const zonulin = search('zonulin')[0];
  const tnf = search('tnf-alpha')[0];
  if (!zonulin || !tnf) throw new Error('The glossary has zonulin and TNF-alpha');
  expect(isNamed(zonulin, ' ZONULIN')).toBe(true);
  expect(isNamed(tnf, 'TNF-α')).toBe(true);
  expect(isNamed(zonulin, 'zonuli')).toBe(false);
  expect(isNamed(zonulin, '')).toBe(false);
});

test.each([
  ['psoriasis', 'soriasis'],
  ['eczema', 'eggsema'],
  ['quercetin', 'kwersetin'],
  ['diarrhoea', 'diarea'],
  ['phthalate', 'fthalate'],
  ['xerosis', 'zerosis'],
  ['psyllium', 'sillium'],
  ['coeliac', 'seliac'],
])('%s sounds like %s', (word, heard) => {
  expect(soundKey(heard)).toBe(soundKey(word));
});

test.each([
  ['zinc', 'zonulin'],
  ['acne', 'eczema'],
  ['insulin', 'inulin'],
])('%s does not sound like %s', (word, other) => {
  expect(soundKey(other)).not.toBe(soundKey(word));
});
