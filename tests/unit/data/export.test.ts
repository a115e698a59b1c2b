import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import { parse as parseCsv } from 'csv-parse/sync';
import jsonld from 'jsonld';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { bibtex, cslJson, ris } from '../../../data/export/citations.ts';
import { termsCsv } from '../../../data/export/csv.ts';
import { skosJsonLd } from '../../../data/export/skos.ts';
import { type LoadedTerm, loadGlossary } from '../../../data/load.ts';
import { type Study, studySchema, termSchema } from '../../../data/schema.ts';

const whole = await loadGlossary(join(import.meta.dirname, '../../../data'));

function term(id: string, fields: object): LoadedTerm {
  const needed = {
    prefLabel: id,
    kind: 'molecule',
    inShort: 'In short.',
    explain: 'Explained.',
    reviewed: '2026-11-22',
  };
  return { id, file: `data/terms/${id}.yaml`, term: v.parse(termSchema, { ...needed, ...fields }) };
}

function study(id: string, fields: object): Study {
  const custom = { design: 'cohort', subjects: 'people', finding: 'Nothing was found.' };
  const issued = { 'date-parts': [[Number(id.match(/\d{4}/)?.[0])]] };
  const needed = { id, type: 'article-journal', author: [{ family: 'Doe', given: 'J' }], issued, title: 'A title' };
  return v.parse(studySchema, { ...needed, 'container-title': 'Gut & Skin', custom, ...fields });
}

/** Butyrate is under SCFAs, they under fatty acids; each says "see also" where SKOS forbids it. */
const TERMS = [
  term('fatty-acids', { related: [{ term: 'butyrate', as: 'see-also' }] }),
  term('short-chain-fatty-acids', {
    broader: ['fatty-acids'],
    related: [{ term: 'fatty-acids', as: 'see-also' }],
    scopeNote: 'Those of the gut.',
  }),
  term('butyrate', {
    prefLabel: 'Butyrate',
    altLabels: ['Butanoate', 'NaB'],
    hiddenLabels: ['butyrat', 'Butanoate'],
    oldLabels: ['Butyrate', 'Butyras'],
    broader: ['short-chain-fatty-acids'],
    related: [{ term: 'gut-microbiome', as: 'made-by' }],
    exactMatch: ['mesh:D002087'],
    claims: [
      {
        text: 'Butyrate may calm the skin.',
        certainty: 'low',
        subjects: ['people-observed', 'animals'],
        reason: 'Few people.',
        studies: ['doe-2001', 'roe-2002'],
      },
      {
        text: 'In mice, it did.',
        certainty: 'very-low',
        subjects: ['animals'],
        reason: 'Mice.',
        studies: ['doe-2001'],
      },
    ],
  }),
  term('gut-microbiome', { prefLabel: 'Gut microbiome', kind: 'microbe' }),
];

const STUDIES = [
  study('doe-2001', {
    title:
      'TNF-α, IL-1β & 5% of the “skin” in moderate‐to‐severe psoriasis--a trial of {whey}_free food (p < 0.05): É, ł and đ',
    author: [
      { family: 'Żółć-Özdemir', given: 'Ş' },
      { family: 'Doe', given: 'J' },
    ],
    DOI: '10.1016/j.surg.2019_12(1).015',
    custom: {
      design: 'cohort',
      subjects: 'mice',
      n: 12,
      finding: 'It fell by 5% in 7 of 12 mice.',
      retracted: '2026-11-20',
    },
  }),
  study('van-den-brandt-smith-1999', { author: [{ family: 'van den Brandt', given: 'P A' }], PMID: '7608381' }),
  study('group-2020b', { author: [{ literal: 'Skin and Gut Group, Vienna' }], PMCID: 'PMC12' }),
];

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const TERM = 'https://w3id.org/underskin/term/';

interface Value {
  '@id'?: string;
  '@value'?: string;
  '@language'?: string;
}
type Node = { '@id': string; '@type': string[] } & Record<string, Value[] | undefined>;

/** The graph that a SKOS tool reads, by IRI. */
async function graphOf(terms: readonly LoadedTerm[]): Promise<Map<string, Node>> {
  const documentLoader = (url: string) =>
    Promise.reject(new Error(`${url} is asked for; the file should need no other`));
  const nodes = await jsonld.expand(JSON.parse(skosJsonLd(terms)), { documentLoader });
  const graph = new Map((nodes as unknown as Node[]).map((node) => [node['@id'], node]));
  expect(graph.size).toBe(nodes.length);
  return graph;
}

function linksOf(node: Node | undefined, property: string): string[] {
  return (node?.[SKOS + property] ?? []).map((value) => value['@id'] ?? 'a text in place of a link');
}

function textsOf(node: Node | undefined, property: string): string[] {
  return (node?.[SKOS + property] ?? []).map((value) => `${value['@value']}@${value['@language']}`);
}

/** @returns where the graph breaks a condition of https://www.w3.org/TR/skos-reference/, one line each. */
function breaches(graph: Map<string, Node>): string[] {
  const found: string[] = [];
  const concepts = [...graph.values()].filter((node) => node['@type'].includes(`${SKOS}Concept`));
  const schemes = [...graph.values()].filter((node) => node['@type'].includes(`${SKOS}ConceptScheme`));
  const above = (iri: string, seen = new Set<string>()): Set<string> => {
    const parents = [
      ...linksOf(graph.get(iri), 'broader'),
      ...concepts.filter((node) => linksOf(node, 'narrower').includes(iri)).map((node) => node['@id']),
    ];
    for (const parent of parents.filter((other) => !seen.has(other))) above(parent, seen.add(parent));
    return seen;
  };
  const aboveEach = new Map(concepts.map((node) => [node['@id'], above(node['@id'])]));
  const mirrored = (node: Node, property: string, back: string) => {
    for (const other of linksOf(node, property))
      if (!linksOf(graph.get(other), back).includes(node['@id']))
        found.push(`${node['@id']} ${property} ${other}, which has no ${back} to it`);
  };

  if (schemes.length !== 1) found.push(`${schemes.length} schemes`);
  for (const scheme of schemes) {
    if (scheme['@type'].includes(`${SKOS}Concept`)) found.push('S9: the scheme is a concept');
    mirrored(scheme, 'hasTopConcept', 'topConceptOf');
  }
  for (const node of concepts) {
    const iri = node['@id'];
    const languages = (node[`${SKOS}prefLabel`] ?? []).map((label) => label['@language']);
    if (languages.length === 0) found.push(`${iri} has no prefLabel`);
    if (new Set(languages).size !== languages.length) found.push(`S14: ${iri} has two prefLabels in a language`);
    const labels = ['prefLabel', 'altLabel', 'hiddenLabel'].flatMap((role) => [...new Set(textsOf(node, role))]);
    if (new Set(labels).size !== labels.length) found.push(`S13: ${iri} has a label in two roles: ${labels}`);
    mirrored(node, 'related', 'related');
    mirrored(node, 'broader', 'narrower');
    mirrored(node, 'narrower', 'broader');
    mirrored(node, 'topConceptOf', 'hasTopConcept');
    for (const other of linksOf(node, 'related'))
      if (aboveEach.get(iri)?.has(other) || aboveEach.get(other)?.has(iri))
        found.push(`S27: ${iri} is related to ${other}, and one is above the other`);
    if (linksOf(node, 'inScheme')[0] !== schemes[0]?.['@id']) found.push(`${iri} is in no scheme`);
    if ((linksOf(node, 'broader').length === 0) !== (linksOf(node, 'topConceptOf').length === 1))
      found.push(`${iri} should be a top concept, or not`);
  }
  return found;
}

describe('glossary.jsonld', () => {
  test('says of a term what its file says', async () => {
    const graph = await graphOf(TERMS);
    const butyrate = graph.get(`${TERM}butyrate`);
    expect(textsOf(butyrate, 'prefLabel')).toEqual(['Butyrate@en']);
    expect(textsOf(butyrate, 'altLabel')).toEqual(['Butanoate@en', 'NaB@en']);
    expect(textsOf(butyrate, 'hiddenLabel')).toEqual(['butyrat@en', 'Butyras@en']);
    expect(textsOf(butyrate, 'definition')).toEqual(['In short.@en']);
    expect(linksOf(butyrate, 'exactMatch')).toEqual(['http://id.nlm.nih.gov/mesh/D002087']);
    expect(linksOf(butyrate, 'broader')).toEqual([`${TERM}short-chain-fatty-acids`]);
    expect(textsOf(graph.get(`${TERM}short-chain-fatty-acids`), 'scopeNote')).toEqual(['Those of the gut.@en']);
    expect(linksOf(graph.get('https://w3id.org/underskin/glossary'), 'hasTopConcept')).toEqual([
      `${TERM}fatty-acids`,
      `${TERM}gut-microbiome`,
    ]);
  });

  test('relates both ways, and never a term to one above it', async () => {
    const graph = await graphOf(TERMS);
    expect(linksOf(graph.get(`${TERM}butyrate`), 'related')).toEqual([`${TERM}gut-microbiome`]);
    expect(linksOf(graph.get(`${TERM}gut-microbiome`), 'related')).toEqual([`${TERM}butyrate`]);
    expect(linksOf(graph.get(`${TERM}fatty-acids`), 'related')).toEqual([]);
    expect(linksOf(graph.get(`${TERM}fatty-acids`), 'narrower')).toEqual([`${TERM}short-chain-fatty-acids`]);
  });

  test.each([
    ['a small glossary', TERMS],
    ['the whole glossary', whole.terms],
  ])('keeps the integrity conditions of SKOS: %s', async (_, terms) => {
    const graph = await graphOf(terms);
    expect(graph.size).toBe(terms.length + 1);
    expect(breaches(graph)).toEqual([]);
  });
});

describe('studies', () => {
  test.each([
    ['a few', STUDIES],
    ['all', whole.studies],
  ])('come back from CSL-JSON, BibTeX and RIS: %s', (_, studies) => {
    expect(studies.length).toBeGreaterThan(0);
    const wanted = studies.map((each) => ({ ...each, note: each.custom.finding })).map(gist);
    const readBack = (text: string) => new Cite(text).data.map((item) => gist(item as unknown as Item));
    expect(byId(readBack(cslJson(studies)))).toEqual(byId(wanted));
    // In TeX two hyphens are a dash, and letters and signs have one form each.
    expect(byId(readBack(bibtex(studies))).map(texForm)).toEqual(byId(wanted).map(texForm));
    // Only a person's name has commas in RIS.
    const noComma = ({ first, ...rest }: Gist) => ({ ...rest, first: first.replaceAll(',', '') });
    expect(byId(readBack(ris(studies)))).toEqual(byId(wanted).map(noComma));
  });

  test('keep in CSL-JSON what only we know', () => {
    const [first] = JSON.parse(cslJson(STUDIES));
    expect(first.custom).toMatchObject({ design: 'cohort', n: 12 });
  });

  test('say when they are retracted', () => {
    for (const text of [cslJson(STUDIES), bibtex(STUDIES), ris(STUDIES)])
      expect(text).toContain('Retracted (seen 2026-11-20). It fell by 5');
  });

  test.each([
    ['CSL-JSON', cslJson],
    ['BibTeX', bibtex],
    ['RIS', ris],
  ])('can be looked up without a DOI: %s', (_, write) => {
    expect(write(STUDIES)).toContain('https://pubmed.ncbi.nlm.nih.gov/7608381/');
    expect(write(STUDIES)).toContain('https://pmc.ncbi.nlm.nih.gov/articles/PMC12/');
  });
});

type Item = Pick<Study, 'id' | 'title' | 'DOI' | 'issued'> & {
  note: string;
  author: { family?: string; literal?: string; 'non-dropping-particle'?: string; 'dropping-particle'?: string }[];
};
type Gist = ReturnType<typeof gist>;

/** What has to come back of a study. BibTeX takes the "van den" of a family name apart, as it should. */
function gist({ id, title, DOI, issued, note, author: [first] }: Item) {
  const family = [first?.['dropping-particle'], first?.['non-dropping-particle'], first?.family ?? first?.literal];
  return {
    id,
    title,
    DOI,
    year: issued['date-parts'][0][0],
    finding: note.replace(/^Retracted \(seen .*?\)\. /, ''),
    first: family.filter(Boolean).join(' '),
  };
}

function byId(gists: readonly Gist[]): Gist[] {
  return [...gists].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function texForm(each: Gist): Gist {
  const form = (text: string) =>
    text
      .normalize('NFKD')
      .replaceAll('--', '–')
      .replace(/[\u2010-\u2012]/g, '-');
  return { ...each, title: form(each.title), finding: form(each.finding), first: form(each.first) };
}

const readCsv = (text: string) => parseCsv<Record<string, string>>(text, { columns: true, bom: true });

describe('terms.csv', () => {
  test('has a row for each term', () => {
    const rows = readCsv(termsCsv(TERMS));
    expect(rows.map((row) => row.id)).toEqual(['butyrate', 'fatty-acids', 'gut-microbiome', 'short-chain-fatty-acids']);
    expect(rows[0]).toEqual({
      id: 'butyrate',
      name: 'Butyrate',
      kind: 'molecule',
      in_short: 'In short.',
      other_names: 'Butanoate; NaB',
      first_claim_certainty: 'low',
      first_claim_subjects: 'people-observed; animals',
      studies: '2',
      mesh: 'D002087',
      reviewed: '2026-11-22',
    });
    expect(rows[1]).toMatchObject({ first_claim_certainty: '', first_claim_subjects: '', studies: '0', mesh: '' });
  });

  test.each(['=SUM(1,2)', '+1', '-1', '@SUM', '="a" & "b"'])('does not let a spreadsheet run %s', (prefLabel) => {
    const [row] = readCsv(termsCsv([term('odd', { prefLabel, inShort: 'A "quoted", = harmless cell.' })]));
    expect(row).toMatchObject({ name: `'${prefLabel}`, in_short: 'A "quoted", = harmless cell.' });
  });

  test('holds the whole glossary', () => {
    const names = Object.fromEntries(readCsv(termsCsv(whole.terms)).map(({ id, name }) => [id, name]));
    expect(names).toEqual(Object.fromEntries(whole.terms.map(({ id, term: { prefLabel } }) => [id, prefLabel])));
  });
});

test('the same glossary gives the same bytes, in whatever order it was read', () => {
  const write = (terms: readonly LoadedTerm[], studies: readonly Study[]) =>
    [skosJsonLd(terms), termsCsv(terms), cslJson(studies), bibtex(studies), ris(studies)].join('\n');
  expect(write(TERMS.toReversed(), STUDIES.toReversed())).toBe(write(TERMS, STUDIES));
  expect(write(whole.terms.toReversed(), whole.studies.toReversed())).toBe(write(whole.terms, whole.studies));
});
