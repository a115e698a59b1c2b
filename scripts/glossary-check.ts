/**
 * Checks the glossary and prints what is in it. Leaves with 1 when something has to be mended.
 *
 *   npm run glossary:check              all terms
 *   npm run glossary:check -- rosacea   problems of one term only
 */
import { join } from 'node:path';
import { checkGlossary, wordsOf } from '../data/checks.ts';
import { loadGlossary } from '../data/load.ts';
import { describeProblem } from '../data/problem.ts';
import { readingGrade } from '../data/readability.ts';

const glossary = await loadGlossary(join(import.meta.dirname, '../data'));
const all = [...glossary.problems, ...checkGlossary(glossary)];
const only = process.argv[2];
const problems = only === undefined ? all : all.filter(({ file }) => file.includes(`/${only}.yaml`));
for (const problem of problems) console.error(describeProblem(problem));

const terms = glossary.terms.filter(({ id }) => only === undefined || id === only);
const grades = terms
  .map((loaded) => {
    const { prefLabel, altLabels, hiddenLabels } = loaded.term;
    return readingGrade(wordsOf(loaded), [prefLabel, ...altLabels, ...hiddenLabels]);
  })
  .sort((a, b) => a - b);
const claims = terms.flatMap(({ term }) => term.claims);
const labels = terms.flatMap(({ term }) => [term.prefLabel, ...term.altLabels, ...term.hiddenLabels]);
console.log(
  `${terms.length} terms, ${labels.length} labels, ${claims.length} claims, ${glossary.studies.length} studies in all`,
);
console.log(`claims by certainty: ${tally(claims.map((claim) => claim.certainty))}`);
console.log(`claims seen in: ${tally(claims.flatMap((claim) => claim.subjects))}`);
const median = grades[Math.floor(grades.length / 2)];
if (median !== undefined)
  console.log(`reading grade: median ${median.toFixed(1)}, highest ${grades.at(-1)?.toFixed(1)}`);
console.log(`${problems.length} problem${problems.length === 1 ? '' : 's'}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function tally(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([value, count]) => `${value} ${count}`)
    .join(', ');
}
