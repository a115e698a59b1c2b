/** Asks PubMed, through the E-utilities of NCBI, about every study with a PMID. */
import * as v from 'valibot';
import type { Problem } from '../problem.ts';
import type { Study } from '../schema.ts';
import { type Asking, askInTurn, askJson, type Findings, type Service } from './ask.ts';
import { CONCERN, compare, unknownIdentifier, type Work } from './compare.ts';

const PUBMED: Service = { name: 'PubMed', identifier: 'PMID' };
/** PMIDs in one request. */
const BATCH = 100;

/** The part that we read of a document summary, https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary. */
const summary = v.object({
  /** In place of all the rest, when the PMID is none. */
  error: v.optional(v.string()),
  title: v.optional(v.string(), ''),
  /** `2013 Sep`; `epubdate` is that of the online publication, often empty. */
  pubdate: v.optional(v.string(), ''),
  epubdate: v.optional(v.string(), ''),
  /** `Abrahamsson TR`, or the name of a group. */
  authors: v.optional(v.array(v.object({ name: v.string() })), []),
  pubtype: v.optional(v.array(v.string()), []),
  /** Notices about this work: `Retraction in`, `Expression of concern in`, `Erratum in`. */
  references: v.optional(v.array(v.object({ reftype: v.string(), refsource: v.optional(v.string(), '') })), []),
});

/** By PMID; beside them `uids` lists which there are. */
const answerSchema = v.object({ result: v.objectWithRest({ uids: v.array(v.string()) }, summary) });

/** @returns what differs between our studies and PubMed. Studies without a PMID are passed over. */
export function checkAgainstPubMed(studies: readonly Study[], asking: Asking): Promise<Findings> {
  const known = studies.filter(({ PMID }) => PMID !== undefined);
  const batches = Array.from({ length: Math.ceil(known.length / BATCH) }, (_, i) =>
    known.slice(i * BATCH, (i + 1) * BATCH),
  );
  return askInTurn(PUBMED, batches, asking, (batch) => askBatch(batch, asking));
}

async function askBatch(batch: readonly Study[], asking: Asking): Promise<Problem[]> {
  const ids = batch.map(({ PMID }) => PMID).join(',');
  const url = `https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&retmode=json&id=${ids}`;
  const { result } = await askJson(url, answerSchema, asking);
  const { uids: _, ...records } = result;
  const byPmid = new Map(Object.entries(records));
  return batch.flatMap((study) => {
    const record = byPmid.get(study.PMID ?? '');
    if (record === undefined || record.error !== undefined) return unknownIdentifier(study, PUBMED);
    return compare(study, workOf(record), PUBMED);
  });
}

function workOf({ title, pubdate, epubdate, authors, pubtype, references }: v.InferOutput<typeof summary>): Work {
  const concern = references.find(({ reftype }) => CONCERN.test(reftype));
  return {
    titles: title === '' ? [] : [title],
    years: [pubdate, epubdate].flatMap((date) => (/^\d{4}/.test(date) ? Number(date.slice(0, 4)) : [])),
    // The initials, and what stands behind them: "Chiesa Fuxench ZC", "Smith JA Jr".
    firstAuthor: authors[0]?.name.replace(/ \p{Lu}{1,4}( (Jr|Sr|\d\p{L}{2}))?$/u, ''),
    retraction: pubtype.find((type) => type === 'Retracted Publication'),
    concern: concern && `${concern.reftype} ${concern.refsource}`.trim(),
  };
}
