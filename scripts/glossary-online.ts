/**
 * Asks Crossref and PubMed about every study of the glossary and prints what differs: identifier, title, year, first
 * author, retraction. The one command of the glossary that uses the network; it takes some minutes.
 * Leaves with 2 when something could not be asked, else with 1 when something has to be mended.
 *
 *   npm run glossary:online                            all studies
 *   npm run glossary:online -- --only mahmud-2022      one study
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readStudies } from '../data/load.ts';
import { STUDIES } from '../data/online/ask.ts';
import { checkAgainstCrossref } from '../data/online/crossref.ts';
import { checkAgainstPubMed } from '../data/online/pubmed.ts';
import { describeProblem, type Problem } from '../data/problem.ts';

const only = askedFor();
const misfits: Problem[] = [];
const all = readStudies(await readFile(join(import.meta.dirname, '..', STUDIES), 'utf8'), STUDIES, misfits);
const studies = all.filter(({ id }) => only === undefined || id === only);
if (only !== undefined && studies.length === 0)
  stop(`--only names ${only}, which is no usable study of ${STUDIES}; correct the id, or run npm run glossary:check`);

const withDoi = studies.filter(({ DOI }) => DOI !== undefined).length;
const withPmid = studies.filter(({ PMID }) => PMID !== undefined).length;
const neither = studies.filter(({ DOI, PMID }) => DOI === undefined && PMID === undefined).length;
console.log(`asking Crossref about ${withDoi} and PubMed about ${withPmid} of ${studies.length} studies`);
if (neither > 0) console.log(`${neither} with neither DOI nor PMID can't be asked about`);

const asking = { fetch, wait: (ms: number) => setTimeout(ms) };
const problems = only === undefined ? misfits : [];
const unasked: Problem[] = [];
for (const check of [checkAgainstCrossref, checkAgainstPubMed]) {
  const findings = await check(studies, asking);
  problems.push(...findings.problems);
  unasked.push(...findings.unasked);
}
for (const problem of [...problems, ...unasked]) console.error(describeProblem(problem));
console.log(`${problems.length} to mend, ${unasked.length} could not be asked`);
process.exitCode = unasked.length > 0 ? 2 : problems.length > 0 ? 1 : 0;

function askedFor(): string | undefined {
  try {
    return parseArgs({ options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    stop(`${(error as Error).message}; write nothing, or --only and the id of a study`);
  }
}

function stop(message: string): never {
  console.error(`glossary:online: ${message}`);
  process.exit(2);
}
