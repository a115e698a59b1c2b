import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileGlossary } from '../../../data/compile.ts';
import { searchOf } from '../../../data/search.ts';

const { glossary } = await compileGlossary(join(import.meta.dirname, '../../../data'));
const search = searchOf(glossary);

const queries: [query: string, term: string][] = [
  ['zonulin', 'zonulin'],
  ['zonuline', 'zonulin'],
  ['zonolin', 'zonulin'],
  ['exzema', 'atopic-dermatitis'],
  ['eczma', 'atopic-dermatitis'],
  ['atopic', 'atopic-dermatitis'],
  ['soriasis', 'psoriasis'],
  ['psoriasys', 'psoriasis'],
  ['rosacia', 'rosacea'],
  ['fiber', 'dietary-fibre'],
  ['leaky', 'leaky-gut'],
  ['leeky gut', 'leaky-gut'],
  ['short chain', 'short-chain-fatty-acids'],
  ['SCFA', 'short-chain-fatty-acids'],
  ['microbiom', 'gut-microbiome'],
  ['sauerkaut', 'sauerkraut'],
  ['kimchee', 'kimchi'],
  ['yoghurt', 'yogurt'],
  ['PCOS', 'polycystic-ovary-syndrome'],
  ['T cell', 't-cells'],
  ['keratinocite', 'keratinocytes'],
  ['serotonine', 'serotonin'],
];

test.each(queries)('%s finds %s among the first three', (query, term) => {
  expect(
    search(query)
      .slice(0, 3)
      .map(({ id }) => id),
  ).toContain(term);
});

test('nonsense finds nothing, and no query throws', () => {
  expect(search('qqqqxyz')).toEqual([]);
  for (const odd of ['', ' ', '"', '*', '\\', '🙂', 'a'.repeat(10_000), '<script>'])
    expect(search(odd).length).toBeLessThan(11);
});
