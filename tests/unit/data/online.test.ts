// @vitest-environment node
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkAgainstCrossref } from '../../../data/online/crossref.ts';
import { checkAgainstPubMed } from '../../../data/online/pubmed.ts';
import { describeProblem, type Problem } from '../../../data/problem.ts';
import type { Study } from '../../../data/schema.ts';
import {
  ABRAHAMSSON,
  AIZAWA,
  AIZAWA_RECORD,
  type Answer,
  crossrefWork,
  pubmedAnswer,
  pubmedRecord,
  recorded,
  VAN_DER_AA,
} from './recorded-answers.ts';

const lines = (problems: readonly Problem[]) => problems.map((problem) => describeProblem(problem).trim());

async function crossrefSays(study: Study, ...answers: Answer[]): Promise<{ problems: string[]; unasked: string[] }> {
  const { problems, unasked } = await checkAgainstCrossref([study], recorded(...answers));
  return { problems: lines(problems), unasked: lines(unasked) };
}

const FINE = { problems: [], unasked: [] };

describe('Crossref', () => {
  test('is asked by DOI and under our name, and a study that is as it has it is fine', async () => {
    const asking = recorded(crossrefWork());
    expect(await checkAgainstCrossref([ABRAHAMSSON, AIZAWA], asking)).toEqual(FINE);
    expect(asking.log).toEqual(['https://api.crossref.org/works/10.1111%2Fpai.12104']);
    expect(asking.headers[0]?.get('User-Agent')).toMatch(/^Underskin/);
    expect(asking.headers[0]?.get('User-Agent')).not.toContain('@');
  });

  test('has another title', async () => {
    const { problems } = await crossrefSays(
      ABRAHAMSSON,
      crossrefWork({ title: ['Allergy prevention in <i>Lactobacillus</i> trials'] }),
    );
    expect(problems).toEqual([
      'data/studies.json: abrahamsson-2013 title is "No effect of probiotics on respiratory allergies: a seven-year ' +
        'follow-up of a randomized controlled trial in infancy", but Crossref has "Allergy prevention in Lactobacillus ' +
        'trials"; correct the title, or the DOI (10.1111/pai.12104) where that is another study\'s',
    ]);
  });

  test.each([
    [
      'markup, entities and spaces',
      ['IL-1<i>β</i> &amp;amp; H<sub>2</sub>O in\n &lt;i&gt;Acne&lt;/i&gt;: a study'],
      [],
    ],
    ['a space lost at a tag, dashes and capitals', ['IL–1β AND H2O IN<i>ACNE</i> — A STUDY.'], []],
    ['a subtitle that is missing', ['IL-1β and H2O in acne'], []],
    ['a subtitle in its own field', ['IL-1β and H2O in acne'], ['A study']],
    ['one more subtitle', ['IL-1beta and H2O in acne: a study. Part of a series'], []],
    ['none at all', [], []],
  ])('a title is the same in spite of %s', async (_, title, subtitle) => {
    const study = { ...ABRAHAMSSON, title: 'IL-1β and H₂O in acne: a study' };
    expect(await crossrefSays(study, crossrefWork({ title, subtitle }))).toEqual(FINE);
  });

  test.each([
    'Probiotics in eczema: a systematic review',
    'Probiotics in acne: a trial',
    'Reply to: Probiotics in eczema: a trial',
    'Retraction: Probiotics in eczema: a trial',
  ])('"Probiotics in eczema: a trial" is not "%s"', async (title) => {
    const study = { ...ABRAHAMSSON, title: 'Probiotics in eczema: a trial' };
    const { problems } = await crossrefSays(study, crossrefWork({ title: [title] }));
    expect(problems).toEqual([expect.stringContaining('abrahamsson-2013 title is ')]);
  });

  test('a year may be that of print or online or one beside them, no other', async () => {
    const dates = (online: number | null, print: number) => ({
      issued: { 'date-parts': [[online]] },
      'published-online': { 'date-parts': [[online]] },
      'published-print': { 'date-parts': [[print, 2, 1]] },
    });
    expect(await crossrefSays(ABRAHAMSSON, crossrefWork(dates(2012, 2012)))).toEqual(FINE);
    expect(await crossrefSays(ABRAHAMSSON, crossrefWork(dates(2010, 2014)))).toEqual(FINE);
    expect(await crossrefSays(ABRAHAMSSON, crossrefWork(dates(null, 2013)))).toEqual(FINE);
    const { problems } = await crossrefSays(ABRAHAMSSON, crossrefWork(dates(2010, 2011)));
    expect(problems).toEqual([
      expect.stringContaining('abrahamsson-2013 issued is 2013, but Crossref has 2010 and 2011; correct the year'),
    ]);
  });

  test.each([
    ['van Zuuren', 'Zuuren'],
    ['Zuuren', 'van Zuuren'],
    ['Fölster-Holst', 'Foelster‐Holst'],
    ["D'Alton", 'D’ ALTON'],
    ['Hacınecipoğlu', 'Hacinecipoglu'],
  ])('a first author %s is %s', async (family, theirs) => {
    const study = { ...ABRAHAMSSON, author: [{ family }] };
    const author = [
      { family: 'Jakobsson', sequence: 'additional' },
      { family: theirs, sequence: 'first' },
    ];
    expect(await crossrefSays(study, crossrefWork({ author }))).toEqual(FINE);
  });

  test('has another first author, or a group as one', async () => {
    const { problems } = await crossrefSays(
      ABRAHAMSSON,
      crossrefWork({ author: [{ family: 'Jakobsson', sequence: 'first' }] }),
    );
    expect(problems).toEqual([
      expect.stringContaining(
        'abrahamsson-2013 author[0] is Abrahamsson, but Crossref has Jakobsson; correct the first',
      ),
    ]);
    const group = crossrefWork({ author: [{ name: 'The LEAP Study Group', sequence: 'first' }] });
    expect(await crossrefSays({ ...ABRAHAMSSON, author: [{ literal: 'LEAP study group' }] }, group)).toEqual(FINE);
    expect((await crossrefSays(ABRAHAMSSON, group)).problems).toHaveLength(1);
  });

  const notice = (type: string) => ({
    'updated-by': [
      {
        updated: { 'date-parts': [[2020, 1, 1]], 'date-time': '2020-01-01T00:00:00Z', timestamp: 1577836800000 },
        DOI: '10.1111/pai.99999',
        type,
        source: 'retraction-watch',
        label: type,
      },
    ],
  });

  test.each([
    ['updated-by', notice('retraction'), 'retraction 10.1111/pai.99999'],
    ['updated-by, in part', notice('partial_retraction'), 'partial_retraction 10.1111/pai.99999'],
    ['updated-by, withdrawn', notice('withdrawal'), 'withdrawal 10.1111/pai.99999'],
    [
      'relation',
      { relation: { 'is-retracted-by': [{ 'id-type': 'doi', id: '10.1111/pai.99999', 'asserted-by': 'object' }] } },
      'is-retracted-by 10.1111/pai.99999',
    ],
    ['title', { title: [`RETRACTED ARTICLE: ${ABRAHAMSSON.title}`] }, `RETRACTED ARTICLE: ${ABRAHAMSSON.title}`],
    ['title in brackets', { title: [`[Retracted] ${ABRAHAMSSON.title}`] }, `[Retracted] ${ABRAHAMSSON.title}`],
  ])('says by its %s that a study is retracted, which is fine once we say so, too', async (_, change, said) => {
    expect(await crossrefSays(ABRAHAMSSON, crossrefWork(change))).toEqual({
      problems: [
        `data/studies.json: abrahamsson-2013 custom.retracted is missing, but Crossref has "${said}"; set it to today, ` +
          'and see which claims stand without this study',
      ],
      unasked: [],
    });
    const known = { ...ABRAHAMSSON, custom: { ...ABRAHAMSSON.custom, retracted: '2026-01-01' } };
    expect(await crossrefSays(known, crossrefWork(change))).toEqual(FINE);
  });

  test('has an expression of concern, which is fine once our finding names it', async () => {
    const answer = crossrefWork(notice('expression_of_concern'));
    const saying = (finding: string) => ({ ...ABRAHAMSSON, custom: { ...ABRAHAMSSON.custom, finding } });
    expect((await crossrefSays(saying('Parents were concerned.'), answer)).problems).toEqual([
      expect.stringContaining(
        'abrahamsson-2013 custom.finding says nothing of concern, but Crossref has "expression_of_concern 10.1111/pai.99999"',
      ),
    ]);
    expect(await crossrefSays(saying('No difference; there is an expression of concern.'), answer)).toEqual(FINE);
  });

  test.each([
    ['a correction of it', notice('correction')],
    ['what it retracts itself', { relation: { 'is-retraction-of': [{ id: '10.1111/other' }] } }],
    ['a notice that it is itself', { 'update-to': [{ DOI: '10.1111/other', type: 'retraction' }] }],
  ])('does not make a study retracted by %s', async (_, change) => {
    expect(await crossrefSays(ABRAHAMSSON, crossrefWork(change))).toEqual(FINE);
  });

  test('does not know the DOI', async () => {
    expect(await crossrefSays(ABRAHAMSSON, new Response('Resource not found.', { status: 404 }))).toEqual({
      problems: [
        'data/studies.json: abrahamsson-2013 DOI is 10.1111/pai.12104, which Crossref does not know; look the study up and correct it',
      ],
      unasked: [],
    });
  });
});

describe('a service that does not answer as it should', () => {
  const busy = (status: number, after?: string) =>
    new Response('', { status, headers: after === undefined ? {} : { 'Retry-After': after } });

  test('is asked again after the time that it wants', async () => {
    const asking = recorded(busy(429, '7'), busy(503), crossrefWork());
    expect(await checkAgainstCrossref([ABRAHAMSSON], asking)).toEqual(FINE);
    const url = 'https://api.crossref.org/works/10.1111%2Fpai.12104';
    expect(asking.log).toEqual([url, 7000, url, 5000, url]);
  });

  test('may say until when by a date', async () => {
    const asking = recorded(busy(503, new Date(Date.now() + 60_000).toUTCString()), crossrefWork());
    expect(await checkAgainstCrossref([ABRAHAMSSON], asking)).toEqual(FINE);
    expect(asking.log[1]).toBeGreaterThan(50_000);
    expect(asking.log[1]).toBeLessThanOrEqual(60_000);
  });

  test('is given up for a study that it stays too busy for', async () => {
    const asking = recorded(...Array.from({ length: 4 }, () => busy(429, '1')));
    const { problems, unasked } = await checkAgainstCrossref([ABRAHAMSSON], asking);
    expect(problems).toEqual([]);
    expect(lines(unasked)).toEqual([
      'data/studies.json: abrahamsson-2013 DOI could not be asked of Crossref: it answered 429, 4 times; run this again ' +
        'later, with --only abrahamsson-2013 for this one',
    ]);
  });

  test.each([
    ['wants an hour', busy(429, '3600'), 'it answered 429 and wants to be left alone for 60 minutes'],
    ['is broken', busy(500), 'it answered 500'],
    ['sends no JSON', '{"status":"ok","message":{"ti', 'its answer is not JSON: '],
    [
      'sends another shape',
      '{"status":"ok","message":{"title":"One"}}',
      'has another shape than documented: message.title',
    ],
    [
      'can’t be reached',
      new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND api.crossref.org') }),
      'fetch failed: getaddrinfo ENOTFOUND api.crossref.org',
    ],
  ])('is reported, not asked again, and the next study is asked about, when it %s', async (_, answer: Answer, why) => {
    const next = crossrefWork({
      title: [VAN_DER_AA.title],
      author: [{ family: 'Van Der Aa', sequence: 'first' }],
      issued: { 'date-parts': [[2010]] },
    });
    const asking = recorded(answer, next);
    const { problems, unasked } = await checkAgainstCrossref([ABRAHAMSSON, VAN_DER_AA], asking);
    expect(problems).toEqual([]);
    expect(lines(unasked)).toEqual([expect.stringContaining('abrahamsson-2013 DOI could not be asked of Crossref: ')]);
    expect(unasked[0]?.mend).toContain(why);
    expect(asking.log).toEqual([
      'https://api.crossref.org/works/10.1111%2Fpai.12104',
      500,
      'https://api.crossref.org/works/10.1111%2Fj.1365-2222.2010.03465.x',
    ]);
  });

  test('is left alone after three failures in a row, and every study is reported', async () => {
    const down = () => new TypeError('fetch failed');
    const studies = Array.from({ length: 7 }, (_, i) => ({ ...ABRAHAMSSON, id: `study-${2000 + i}` }));
    const asking = recorded(down(), down(), crossrefWork(), down(), down(), down());
    const { unasked } = await checkAgainstCrossref(studies, asking);
    expect(asking.log.filter((entry) => typeof entry === 'string')).toHaveLength(6);
    expect(unasked.map(({ field }) => field)).toEqual([0, 1, 3, 4, 5, 6].map((i) => `study-${2000 + i} DOI`));
    expect(unasked.at(-1)?.mend).toContain('it failed 3 times in a row before');
  });
});

describe('PubMed', () => {
  test('is asked by PMID, all in one, and studies that are as it has them are fine', async () => {
    const asking = recorded(pubmedAnswer({ 7608381: AIZAWA_RECORD, 23902407: pubmedRecord() }));
    expect(await checkAgainstPubMed([ABRAHAMSSON, VAN_DER_AA, AIZAWA], asking)).toEqual(FINE);
    expect(asking.log).toEqual([
      'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&retmode=json&id=23902407,7608381',
    ]);
  });

  test('is asked about a hundred at a time, with a pause between', async () => {
    const studies = Array.from({ length: 101 }, (_, i) => ({ ...ABRAHAMSSON, id: `study-${i}`, PMID: `${i + 1}` }));
    const records = Object.fromEntries(studies.map(({ PMID }) => [PMID, pubmedRecord({ uid: PMID })]));
    const { 101: last, ...hundred } = records;
    const asking = recorded(pubmedAnswer(hundred), pubmedAnswer({ 101: last ?? {} }));
    expect(await checkAgainstPubMed(studies, asking)).toEqual(FINE);
    expect(asking.log).toEqual([expect.stringMatching(/id=1,2,.*,100$/), 500, expect.stringMatching(/id=101$/)]);
  });

  test.each([
    ['title', { title: 'Infantile colic.' }, 'title is "No effect'],
    ['year', { pubdate: '2019 Jan', epubdate: '' }, 'issued is 2013, but PubMed has 2019;'],
    ['first author', { authors: [{ name: 'Du Toit G' }] }, 'author[0] is Abrahamsson, but PubMed has Du Toit;'],
    [
      'retraction',
      { pubtype: ['Journal Article', 'Retracted Publication'] },
      'custom.retracted is missing, but PubMed',
    ],
    [
      'concern',
      { references: [{ refsource: 'Pediatr Allergy. 2020', reftype: 'Expression of concern in', pmid: 1, note: '' }] },
      'custom.finding says nothing of concern, but PubMed has "Expression of concern in Pediatr Allergy. 2020"',
    ],
  ])('differs in %s, and only that study is reported', async (_, change, said) => {
    const asking = recorded(pubmedAnswer({ 23902407: pubmedRecord(change), 7608381: AIZAWA_RECORD }));
    const { problems, unasked } = await checkAgainstPubMed([ABRAHAMSSON, AIZAWA], asking);
    expect(lines(problems)).toEqual([expect.stringContaining(`data/studies.json: abrahamsson-2013 ${said}`)]);
    expect(unasked).toEqual([]);
  });

  test('tells initials from names', async () => {
    const author = [{ family: 'Chiesa Fuxench' }];
    for (const name of ['Chiesa Fuxench ZC', 'Fuxench ZC Jr', 'Chiesa Fuxench Z 3rd']) {
      const asking = recorded(pubmedAnswer({ 23902407: pubmedRecord({ authors: [{ name }] }) }));
      expect(await checkAgainstPubMed([{ ...ABRAHAMSSON, author }], asking), name).toEqual(FINE);
    }
  });

  test('does not know a PMID, or leaves it out', async () => {
    const asking = recorded(pubmedAnswer({ 23902407: { uid: '23902407', error: 'cannot get document summary' } }));
    const { problems } = await checkAgainstPubMed([ABRAHAMSSON, AIZAWA], asking);
    expect(lines(problems)).toEqual([
      'data/studies.json: abrahamsson-2013 PMID is 23902407, which PubMed does not know; look the study up and correct it',
      'data/studies.json: aizawa-1995 PMID is 7608381, which PubMed does not know; look the study up and correct it',
    ]);
  });

  test('sends something else for all of them', async () => {
    const { problems, unasked } = await checkAgainstPubMed(
      [ABRAHAMSSON, AIZAWA],
      recorded('{"error":"search backend"}'),
    );
    expect(problems).toEqual([]);
    expect(unasked.map(({ field }) => field)).toEqual(['abrahamsson-2013 PMID', 'aizawa-1995 PMID']);
  });
});

describe('the command', () => {
  const root = join(import.meta.dirname, '../../..');

  /** Runs it with a fetch that gives `answer` (the source of a Response or a throw) to whatever is asked. */
  function run(answer: string, ...args: string[]): Promise<{ out: string; error: string; code: number }> {
    const stub = `data:text/javascript,${encodeURIComponent(`globalThis.fetch = async () => { ${answer} };`)}`;
    const command = ['--import', stub, join(root, 'scripts/glossary-online.ts'), ...args];
    return new Promise((resolve) => {
      execFile(process.execPath, command, (error, out, errors) =>
        resolve({ out, error: errors, code: typeof error?.code === 'number' ? error.code : 0 }),
      );
    });
  }

  /** One that only Crossref is asked about. */
  async function someStudy(): Promise<Study> {
    const studies = JSON.parse(await readFile(join(root, 'data/studies.json'), 'utf8')) as Study[];
    const study = studies.find(({ DOI, PMID }) => DOI !== undefined && PMID === undefined);
    if (!study) throw new Error('no study has a DOI and no PMID');
    return study;
  }

  test('leaves with 0 when all is well', async () => {
    const { id, title } = await someStudy();
    const answer = `return Response.json({ message: { title: [${JSON.stringify(title)}] } })`;
    expect(await run(answer, '--only', id)).toEqual({
      out: 'asking Crossref about 1 and PubMed about 0 of 1 studies\n0 to mend, 0 could not be asked\n',
      error: '',
      code: 0,
    });
  });

  test('leaves with 1 when something has to be mended', async () => {
    const { id, DOI } = await someStudy();
    const { error, code } = await run(`return new Response('', { status: 404 })`, '--only', id);
    expect(error.trim()).toMatch(`data/studies.json: ${id} DOI is ${DOI}, which Crossref does not know`);
    expect(code).toBe(1);
  });

  test('leaves with 2 when something could not be asked', async () => {
    const { id } = await someStudy();
    const { error, code } = await run(`throw new TypeError('fetch failed')`, '--only', id);
    expect(error.trim()).toMatch(`data/studies.json: ${id} DOI could not be asked of Crossref: fetch failed`);
    expect(code).toBe(2);
  });

  test('asks nothing about a study that is not there, or with an option that it does not have', async () => {
    const missing = await run(`throw new Error('asked')`, '--only', 'nobody-1900');
    expect(missing.error).toBe(
      'glossary:online: --only names nobody-1900, which is no usable study of data/studies.json; correct the id, or run npm run glossary:check\n',
    );
    expect(missing.code).toBe(2);
    const option = await run(`throw new Error('asked')`, '--since', '2026-01-01');
    expect(option.error).toMatch(/^glossary:online: Unknown option '--since'.*write nothing, or --only and the id/);
    expect(option.code).toBe(2);
  });
});
