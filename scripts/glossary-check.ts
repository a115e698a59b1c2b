/**
 * Checks the glossary and prints what is in it. Leaves with 1 when something has to be mended.
 *
 *   npm run glossary:check                   all terms
 *   npm run glossary:check -- rosacea acne   these terms only
 */
import { join } from 'node:path';
import { checkGlossary, firstViewWords, labelsOf, wordsOf } from '../data/checks.ts';
import { loadGlossary } from '../data/load.ts';
import { describeProblem } from '../data/problem.ts';
import { readingGrade } from '../data/readability.ts';

const glossary = await loadGlossary(join(import.meta.dirname, '../data'));
const all = [...glossary.problems, ...checkGlossary(glossary)];
const only = process.argv.slice(2);
const problems = only.length === 0 ? all : all.filter(({ file }) => only.some((id) => file.includes(`/${id}.yaml`)));
for (const problem of problems) console.error(describeProblem(problem));

const terms = glossary.terms.filter(({ id }) => only.length === 0 || only.includes(id));
// A file that can't be read is among the problems, and no term.
const unknown = only.filter(
  (id) => !terms.some((term) => term.id === id) && !problems.some(({ file }) => file.includes(`/${id}.yaml`)),
);
if (unknown.length > 0) {
  console.error(
    `No file in data/terms is named ${unknown.map((id) => `${id}.yaml`).join(' or ')}; look the name up there.`,
  );
  process.exit(1);
}
const grades = terms
  .map((loaded) => {
    return readingGrade(wordsOf(loaded), labelsOf(loaded.term));
  })
  .sort((a, b) => a - b);
const claims = terms.flatMap(({ term }) => term.claims);
const labels = terms.flatMap(({ term }) => labelsOf(term));
const report: [what: string, figures: string][] = [
  ['terms', `${terms.length}: ${tally(terms.map(({ term }) => term.kind))}`],
  ['labels', `${labels.length}, before spellings and plurals`],
  ['studies', `${glossary.studies.length}: ${tally(glossary.studies.map(({ custom }) => custom.design))}`],
  ['claims', `${claims.length}: ${tally(claims.map(({ certainty }) => certainty))}`],
  ...[...Map.groupBy(claims, ({ certainty }) => certainty)].map(([certainty, some]): [string, string] => [
    `  ${certainty}`,
    tally(some.flatMap(({ subjects }) => subjects)),
  ]),
  ['without any study', idsOf(terms.filter(({ term }) => term.claims.length === 0 && term.howToRead === undefined))],
  ['not seen in people', idsOf(terms.filter(({ term }) => term.claims.length > 0 && !term.claims.some(inPeople)))],
  [
    'reading grade',
    `median ${grades[Math.floor(grades.length / 2)]?.toFixed(1)}, highest ${grades.at(-1)?.toFixed(1)}`,
  ],
  ['first view', `${Math.max(...terms.map(({ term }) => firstViewWords(term)))} words at most`],
];
for (const [what, figures] of report) console.log(`${what.padEnd(20)}${figures}`);
console.log(`${problems.length} problem${problems.length === 1 ? '' : 's'}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function inPeople({ subjects }: (typeof claims)[number]): boolean {
  return subjects.some((subject) => subject.startsWith('people'));
}

function idsOf(some: typeof terms): string {
  return `${some.length}: ${some.map(({ id }) => id).join(', ')}`;
}

function tally(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([value, count]) => `${value} ${count}`)
    .join(', ');
}
