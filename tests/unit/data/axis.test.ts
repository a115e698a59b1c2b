import { join } from 'node:path';
import { expect, test } from 'vitest';
import { axisOf, BY_HAND, REGIONS } from '../../../data/axis.ts';
import { compileGlossary } from '../../../data/compile.ts';

const { glossary } = await compileGlossary(join(import.meta.dirname, '../../../data'));
const axis = axisOf(glossary);
const regionsOf = (id: string) => REGIONS.filter((region) => axis[region].some((entry) => entry.id === id));

test('what is listed by hand is in the glossary, and listed once a region', () => {
  for (const region of REGIONS) {
    const ids = BY_HAND[region].trim().split(/\s+/);
    expect(
      ids.filter((id) => !Object.hasOwn(glossary, id)),
      region,
    ).toEqual([]);
    expect(new Set(ids).size, region).toBe(ids.length);
  }
});

test('every term is somewhere, and never in a region and elsewhere', () => {
  for (const id of Object.keys(glossary)) {
    const regions = regionsOf(id);
    expect(regions.length, id).toBeGreaterThan(0);
    if (regions.includes('elsewhere')) expect(regions, id).toEqual(['elsewhere']);
  }
});

test('a term is in a region once, and terms are in order of their names', () => {
  for (const region of REGIONS) {
    const names = axis[region].map(({ name }) => name);
    expect(new Set(names).size, region).toBe(names.length);
    expect(names, region).toEqual([...names].sort(new Intl.Collator('en').compare));
  }
});

test.each([
  ['butyrate', ['metabolites']],
  ['zonulin', ['gut-lining', 'barrier']],
  ['vagus-nerve', ['neuro-endocrine', 'nerves']],
  ['il-17', ['immune']],
  ['th17-cells', ['immune', 'immune-cells']],
  ['rosacea', ['skin']],
  ['crohns-disease', ['gut-lining']],
  ['malassezia', ['skin']],
  ['roseburia', ['gut-contents']],
  ['kefir', ['gut-contents']],
  // A kind of biologic medicine, which is listed.
  ['dupilumab', ['immune']],
  ['p-value', ['elsewhere']],
])('%s belongs in %j', (id, regions) => {
  expect(regionsOf(id)).toEqual(regions);
});
