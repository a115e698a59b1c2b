/** Asks Crossref, which registers the DOIs of journals, about every study with a DOI. */
import * as v from 'valibot';
import type { Study } from '../schema.ts';
import { type Asking, askInTurn, askJson, type Findings, NotAsked, type Service } from './ask.ts';
import { CONCERN, compare, RETRACTION, unknownIdentifier, type Work } from './compare.ts';

const CROSSREF: Service = { name: 'Crossref', identifier: 'DOI' };

const dates = v.optional(v.object({ 'date-parts': v.array(v.array(v.nullable(v.number()))) }));

/** The part that we read of https://api.crossref.org/swagger-ui/index.html, works/{doi}. */
const answerSchema = v.object({
  message: v.object({
    title: v.optional(v.array(v.string()), []),
    subtitle: v.optional(v.array(v.string()), []),
    author: v.optional(
      v.array(
        v.object({ family: v.optional(v.string()), name: v.optional(v.string()), sequence: v.optional(v.string()) }),
      ),
      [],
    ),
    issued: dates,
    'published-print': dates,
    'published-online': dates,
    /** Notices about this work, from its publisher and from Retraction Watch. `update-to` is the other way round. */
    'updated-by': v.optional(v.array(v.object({ type: v.string(), DOI: v.optional(v.string()) })), []),
    relation: v.optional(v.record(v.string(), v.array(v.object({ id: v.optional(v.string()) }))), {}),
  }),
});
type Message = v.InferOutput<typeof answerSchema>['message'];

/** @returns what differs between our studies and Crossref. Studies without a DOI are passed over. */
export function checkAgainstCrossref(studies: readonly Study[], asking: Asking): Promise<Findings> {
  const batches = studies.filter(({ DOI }) => DOI !== undefined).map((study) => [study]);
  return askInTurn(CROSSREF, batches, asking, async ([study]) => {
    if (study?.DOI === undefined) return [];
    const work = await askWork(study.DOI, asking);
    return work ? compare(study, work, CROSSREF) : [unknownIdentifier(study, CROSSREF)];
  });
}

/** @returns `undefined` when Crossref does not know the DOI. */
async function askWork(doi: string, asking: Asking): Promise<Work | undefined> {
  try {
    const url = `https://api.crossref.org/works/${encodeURIComponent(doi)}`;
    return workOf((await askJson(url, answerSchema, asking)).message);
  } catch (error) {
    if (error instanceof NotAsked && error.status === 404) return undefined;
    throw error;
  }
}

function workOf(message: Message): Work {
  const { title, subtitle, author } = message;
  const first = author.find(({ sequence }) => sequence === 'first') ?? author[0];
  return {
    titles: title.flatMap((main) => [main, ...subtitle.map((sub) => `${main}: ${sub}`)]),
    years: [message.issued, message['published-print'], message['published-online']].flatMap(
      (date) => date?.['date-parts'][0]?.[0] ?? [],
    ),
    firstAuthor: first?.family ?? first?.name,
    retraction: noticeOf(RETRACTION, message),
    concern: noticeOf(CONCERN, message),
  };
}

/** @returns type and DOI, such as `retraction 10.1000/notice` or `is-retracted-by 10.1000/notice`. */
function noticeOf(kind: RegExp, { 'updated-by': updates, relation }: Message): string | undefined {
  const update = updates.find(({ type }) => kind.test(type));
  if (update) return `${update.type} ${update.DOI ?? ''}`.trim();
  // What a notice itself says of the work that it retracts ends in -of.
  const related = Object.entries(relation).find(([type]) => kind.test(type) && !type.endsWith('-of'));
  return related && `${related[0]} ${related[1][0]?.id ?? ''}`.trim();
}
