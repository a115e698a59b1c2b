import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Choice, fits, letterOf } from '../../../components/glossary-choice.ts';
import { compileGlossary } from '../../../data/compile.ts';

const { glossary } = await compileGlossary(join(import.meta.dirname, '../../../data'));
const lists = { saved: new Set(['kefir']), known: new Set(['acne', 'kefir']) };
const ids = (choice: Choice) =>
  Object.values(glossary)
    .filter((entry) => fits(entry, choice, lists))
    .map(({ id }) => id);

test('nothing asked for is everything', () => {
  expect(ids({})).toEqual(Object.keys(glossary));
});

test('kind, and disputed whatever the kind', () => {
  expect(ids({ kind: 'microbe' })).toContain('malassezia');
  expect(ids({ kind: 'microbe' })).not.toContain('kefir');
  expect(ids({ kind: 'disputed' })).toContain('leaky-gut');
  expect(ids({ kind: 'disputed' }).every((id) => glossary[id]?.disputed)).toBe(true);
});

test('certainty is that of the first claim', () => {
  for (const id of ids({ certainty: 'moderate' })) expect(glossary[id]?.claims[0]?.certainty, id).toBe('moderate');
  for (const id of ids({ certainty: 'none' })) expect(glossary[id]?.claims, id).toEqual([]);
  const counts = (['high', 'moderate', 'low', 'very-low', 'none'] as const).map(
    (one) => ids({ certainty: one }).length,
  );
  expect(counts.reduce((sum, count) => sum + count)).toBe(Object.keys(glossary).length);
});

test('seen in is that of any claim, and choices add up', () => {
  const late = Object.values(glossary).find(
    ({ claims: [first, ...others] }) =>
      first && !first.subjects.includes('animals') && others.some(({ subjects }) => subjects.includes('animals')),
  );
  expect(ids({ seen: 'animals' })).toContain(late?.id);
  expect(ids({ seen: 'animals' })).not.toContain('p-value');
  const both = ids({ seen: 'people-trials', kind: 'diet' });
  expect(both.every((id) => ids({ seen: 'people-trials' }).includes(id) && ids({ kind: 'diet' }).includes(id))).toBe(
    true,
  );
});

test('the reader’s lists; without any, nothing is on them', () => {
  expect(ids({ list: 'saved' })).toEqual(['kefir']);
  expect(ids({ list: 'known' })).toEqual(['acne', 'kefir']);
  expect(Object.values(glossary).some((entry) => fits(entry, { list: 'saved' }, undefined))).toBe(false);
});

test('every name has a letter', () => {
  expect(letterOf('Zonulin')).toBe('Z');
  expect(letterOf('tnf')).toBe('T');
  expect(letterOf('Öl')).toBe('O');
  expect(letterOf('“Leaky gut”')).toBe('L');
  expect(letterOf('16S rRNA sequencing')).toBe('0–9');
});
