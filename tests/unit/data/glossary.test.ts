import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileGlossary } from '../../../data/compile.ts';
import { termJsonSchema } from '../../../data/json-schema.ts';

const data = join(import.meta.dirname, '../../../data');

/** What an introduction to the gut–skin axis uses. */
const INTRODUCTION = `gut-skin-axis gut-brain-skin-axis gut-microbiome skin-microbiome microbial-diversity dysbiosis
  dietary-fibre short-chain-fatty-acids butyrate propionate acetate skin-barrier intestinal-permeability leaky-gut zonulin
  tight-junctions metabolites inflammation immune-signalling regulatory-t-cells t-cells dendritic-cells immune-tolerance
  keratinocytes serotonin dopamine gaba neurotransmitters sebum acne atopic-dermatitis dermatitis psoriasis rosacea
  menopause polycystic-ovary-syndrome probiotics multi-strain-probiotics prebiotics fermented-foods kefir kimchi sauerkraut
  yogurt ultra-processed-food stress sleep food-intolerance`.split(/\s+/);

describe('the glossary', async () => {
  const { glossary, labels, labelData } = await compileGlossary(data);

  test('has every term of an introduction to the gut–skin axis', () => {
    expect(INTRODUCTION.filter((id) => !(id in glossary))).toEqual([]);
    expect(INTRODUCTION).toHaveLength(48);
  });

  test('compiles to the same bytes twice', async () => {
    const again = await compileGlossary(data);
    expect(again.labelData).toBe(labelData);
    expect(JSON.stringify(again.glossary)).toBe(JSON.stringify(glossary));
  });

  test('is linked both ways', () => {
    for (const [id, entry] of Object.entries(glossary)) {
      for (const link of entry.related) expect(glossary[link.id]?.related.map((back) => back.id)).toContain(id);
    }
  });

  test('tells the studies as what they are', () => {
    const studies = new Map(
      Object.values(glossary).flatMap((entry) => entry.studies.map((study) => [study.id, study])),
    );
    expect(studies.get('trompette-2022')).toMatchObject({ subjects: 'mice', design: 'animal' });
    expect(studies.get('xu-2021')).toMatchObject({ subjects: 'mice', design: 'animal' });
    expect(studies.get('mahmud-2022')).toMatchObject({ design: 'narrative-review' });
    expect(studies.get('yuksel-2022')).toMatchObject({ n: 61, url: 'https://doi.org/10.1080/09546634.2020.1757015' });
    expect(studies.get('huang-2021')?.finding).toMatch(/mostly in men/);
    expect(studies.has('blicharz-2025')).toBe(true);
  });

  test('finds no label in another term', () => {
    const owners = new Map<string, string>();
    for (const { text, term } of labels) {
      const key = text.toLowerCase();
      expect(owners.get(key) ?? term).toBe(term);
      owners.set(key, term);
    }
  });

  test('gives editors the schema that it is held to', async () => {
    const written = await readFile(join(data, 'term.schema.json'), 'utf8');
    expect(written, 'run npm run glossary:schema').toBe(termJsonSchema());
  });
});
