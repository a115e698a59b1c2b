/** Studies of the glossary, and what Crossref and PubMed answer about them, cut to what matters to the tests. */
import type { Asking } from '../../../data/online/ask.ts';
import type { Study } from '../../../data/schema.ts';

export const ABRAHAMSSON: Study = {
  id: 'abrahamsson-2013',
  type: 'article-journal',
  title:
    'No effect of probiotics on respiratory allergies: a seven-year follow-up of a randomized controlled trial in infancy',
  author: [
    { family: 'Abrahamsson', given: 'TR' },
    { family: 'Jakobsson', given: 'T' },
  ],
  issued: { 'date-parts': [[2013]] },
  'container-title': 'Pediatric Allergy and Immunology',
  DOI: '10.1111/pai.12104',
  PMID: '23902407',
  custom: { design: 'randomised-trial', subjects: 'people', n: 184, finding: 'No clear difference at seven.' },
};

export const VAN_DER_AA: Study = {
  id: 'van-der-aa-2010',
  type: 'article-journal',
  title: 'Effect of a new synbiotic mixture on atopic dermatitis in infants: a randomized-controlled trial',
  author: [{ family: 'van der Aa', given: 'LB' }],
  issued: { 'date-parts': [[2010]] },
  'container-title': 'Clinical & Experimental Allergy',
  DOI: '10.1111/j.1365-2222.2010.03465.x',
  custom: { design: 'randomised-trial', subjects: 'people', n: 90, finding: 'Eczema scores improved no more.' },
};

export const AIZAWA: Study = {
  id: 'aizawa-1995',
  type: 'article-journal',
  title: 'Elevated serum insulin-like growth factor-1 (IGF-1) levels in women with postadolescent acne',
  author: [{ family: 'Aizawa', given: 'H' }],
  issued: { 'date-parts': [[1995]] },
  'container-title': 'The Journal of Dermatology',
  PMID: '7608381',
  custom: { design: 'case-control', subjects: 'people', n: 113, finding: 'IGF-1 was higher in women with acne.' },
};

/** A recorded answer of Crossref about Abrahamsson, cut to what matters here, with some fields in place of others. */
export function crossrefWork(change: object = {}): string {
  return JSON.stringify({
    status: 'ok',
    'message-type': 'work',
    'message-version': '1.0.0',
    message: {
      publisher: 'Wiley',
      issue: '6',
      DOI: '10.1111/pai.12104',
      type: 'journal-article',
      source: 'Crossref',
      title: [
        'No effect of probiotics on respiratory allergies: a seven‐year follow‐up of a randomized controlled trial in infancy',
      ],
      prefix: '10.1111',
      author: [
        { given: 'Thomas R.', family: 'Abrahamsson', sequence: 'first', affiliation: [] },
        { given: 'Ted', family: 'Jakobsson', sequence: 'additional', affiliation: [] },
      ],
      'container-title': ['Pediatric Allergy and Immunology'],
      issued: { 'date-parts': [[2013, 8]] },
      'published-online': { 'date-parts': [[2013, 8]] },
      'published-print': { 'date-parts': [[2013, 9]] },
      relation: {},
      subtitle: [],
      ...change,
    },
  });
}

export function pubmedRecord(change: object = {}): object {
  return {
    uid: '23902407',
    pubdate: '2013 Sep',
    epubdate: '2013 Aug 1',
    source: 'Pediatr Allergy Immunol',
    authors: [
      { name: 'Abrahamsson TR', authtype: 'Author', clusterid: '' },
      { name: 'Jakobsson T', authtype: 'Author', clusterid: '' },
    ],
    title:
      'No effect of probiotics on respiratory allergies: a seven-year follow-up of a randomized controlled trial in infancy.',
    pubtype: ['Journal Article', 'Randomized Controlled Trial'],
    articleids: [{ idtype: 'pubmed', idtypen: 1, value: '23902407' }],
    references: [],
    ...change,
  };
}

export const AIZAWA_RECORD = {
  uid: '7608381',
  pubdate: '1995 Apr',
  epubdate: '',
  authors: [{ name: 'Aizawa H', authtype: 'Author', clusterid: '' }],
  title: 'Elevated serum insulin-like growth factor-1 (IGF-1) levels in women with postadolescent acne.',
  pubtype: ['Journal Article'],
  references: [],
};

export function pubmedAnswer(records: Record<string, object>): string {
  return JSON.stringify({
    header: { type: 'esummary', version: '0.3' },
    result: { uids: Object.keys(records), ...records },
  });
}

export type Answer = string | Response | Error;

/** Gives the answers in turn, and keeps what was asked, and how long was waited, in the order of it happening. */
export function recorded(...answers: Answer[]): Asking & { log: (string | number)[]; headers: Headers[] } {
  const log: (string | number)[] = [];
  const headers: Headers[] = [];
  return {
    log,
    headers,
    fetch: async (url, init) => {
      log.push(url);
      headers.push(new Headers(init.headers));
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`no answer was recorded for ${url}`);
      if (answer instanceof Error) throw answer;
      return typeof answer === 'string' ? new Response(answer) : answer;
    },
    wait: async (ms) => log.push(ms),
  };
}
