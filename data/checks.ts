/** Checks that need more than one file, or that read the words. Each problem names file, field and mend. */
import { misfitOfWords } from './certainty-words.ts';
import type { LoadedGlossary, LoadedTerm } from './load.ts';
import type { Problem } from './problem.ts';
import { readingGrade } from './readability.ts';
import type { Study } from './schema.ts';

/** ux of the card: what is read before scrolling. */
const FIRST_VIEW_WORDS = 90;
/** Lower-secondary reading (WCAG 3.1.5). */
const READING_GRADE = 8;

const STUDIES = 'data/studies.json';
const TRIALS = new Set([
  'meta-analysis',
  'systematic-review',
  'randomised-trial',
  'controlled-trial',
  'guideline',
  'consensus',
]);

/** @returns every problem of a glossary whose files each fit the schema; none when it may be built. */
export function checkGlossary({ terms, studies, unusable }: Omit<LoadedGlossary, 'problems'>): Problem[] {
  const ids = new Set([...terms.map(({ id }) => id), ...unusable]);
  const studyById = new Map(studies.map((study) => [study.id, study]));
  return [
    ...terms.flatMap((loaded) => checkTerm(loaded, ids, studyById)),
    ...checkLabels(terms),
    ...checkStudies(terms, studies, unusable.length > 0),
  ];
}

function checkTerm(loaded: LoadedTerm, ids: ReadonlySet<string>, studyById: Map<string, Study>): Problem[] {
  const { id, file, term } = loaded;
  const problems: Problem[] = [];
  const add = (field: string, mend: string) => problems.push({ file, field, mend });

  if (term.claims.length === 0 && !term.noStudy && !term.howToRead)
    add('claims', 'is empty; add a claim with its studies, or say in noStudy that none was found');
  if (term.kind === 'therapy' && !(term.harms && term.askFirst))
    add('harms', 'or askFirst is missing; say what a therapy can do to people, and who asks a doctor before');
  if (term.kind === 'method' && !term.howToRead)
    add('howToRead', 'is missing; say what the method is good for, what not, and what its results mean');
  term.claims.forEach((claim, i) => {
    const field = `claims[${i}]`;
    for (const study of claim.studies) {
      if (!studyById.has(study))
        add(`${field}.studies`, `names ${study}, which is not in ${STUDIES}; add it there or correct the id`);
    }
    const cited = claim.studies.flatMap((study) => studyById.get(study) ?? []);
    const inPeople = claim.subjects.some((subject) => subject.startsWith('people'));
    if (!inPeople && claim.certainty !== 'very-low')
      add(
        `${field}.certainty`,
        `is ${claim.certainty}, seen only in ${claim.subjects.join(' and ')}; for people that is very-low at most`,
      );
    if (inPeople && cited.length > 0 && !cited.some((study) => ['people', 'mixed'].includes(study.custom.subjects)))
      add(
        `${field}.subjects`,
        'says people, but no study cited here was done in people; add one or correct the subjects',
      );
    if (
      claim.subjects.includes('people-trials') &&
      cited.length > 0 &&
      !cited.some((study) => TRIALS.has(study.custom.design))
    )
      add(
        `${field}.subjects`,
        'says people-trials, but none of its studies is a trial or a review of trials; say people-observed or add one',
      );
    const misfit = misfitOfWords(claim);
    if (misfit) add(`${field}.text`, misfit);
  });

  term.related.forEach(({ term: other }, i) => {
    if (other === id) add(`related[${i}].term`, 'is the term itself; remove it');
    else if (!ids.has(other))
      add(`related[${i}].term`, `names ${other}, which no file in data/terms has; add that term or remove the line`);
    if (term.related.findIndex((relation) => relation.term === other) !== i)
      add(`related[${i}].term`, `names ${other} twice; remove one`);
  });
  term.broader.forEach((other, i) => {
    if (!ids.has(other))
      add(`broader[${i}]`, `names ${other}, which no file in data/terms has; add that term or remove the line`);
  });

  const labels = labelsOf(term);
  for (const label of Object.keys(term.labelRules)) {
    if (!labels.includes(label))
      add(`labelRules["${label}"]`, 'is for a label that the term does not have; add the label or remove the rule');
  }
  labels.forEach((label, i) => {
    if (labels.indexOf(label) !== i) add('altLabels', `has "${label}" twice; remove one`);
  });

  const count = firstViewWords(term);
  if (count > FIRST_VIEW_WORDS)
    add(
      'inShort',
      `and the first claim are ${count} words together; a card shows ${FIRST_VIEW_WORDS} at first sight, so cut them`,
    );
  const grade = readingGrade(wordsOf(loaded), labels);
  if (grade > READING_GRADE)
    add(
      '',
      `reads at school grade ${grade.toFixed(1)}; bring it to ${READING_GRADE} or lower with shorter sentences and everyday words`,
    );
  return problems;
}

/** @returns how many words a card of this term shows before anybody asks for more. */
export function firstViewWords({ inShort, claims }: LoadedTerm['term']): number {
  const parts = [inShort, claims[0]?.text, claims[0]?.reason].filter((part) => part !== undefined);
  return parts.join(' ').split(/\s+/).length;
}

/** @returns every way a term is written in its file, the name itself first. */
export function labelsOf({ prefLabel, altLabels, oldLabels, hiddenLabels }: LoadedTerm['term']): string[] {
  return [prefLabel, ...altLabels, ...oldLabels, ...hiddenLabels];
}

/** @returns all that a reader reads of a term, for measuring how hard it is. */
export function wordsOf({ term }: LoadedTerm): string {
  const parts = [
    term.inShort,
    term.explain,
    ...term.claims.map((claim) => `${claim.text} ${claim.reason}`),
    term.noStudy,
  ];
  const { disputed } = term;
  parts.push(disputed?.agreed, disputed?.notShown, disputed?.usedToSell, term.misreading);
  const { howToRead } = term;
  parts.push(howToRead?.goodFor, howToRead?.notFor, howToRead?.itMeans, term.harms, term.askFirst, term.livesIn);
  return parts.filter((part) => part !== undefined).join(' ');
}

function checkLabels(terms: readonly LoadedTerm[]): Problem[] {
  const problems: Problem[] = [];
  const owner = new Map<string, LoadedTerm>();
  for (const loaded of terms) {
    for (const label of labelsOf(loaded.term)) {
      const key = keyOf(label);
      const first = owner.get(key);
      if (first && first !== loaded) {
        problems.push({
          file: loaded.file,
          field: 'altLabels',
          mend: `has "${label}", which ${first.file} claims too; keep it in one of them`,
        });
      }
      owner.set(key, first ?? loaded);
    }
  }
  for (const { file, term } of terms) {
    for (const label of term.notLabels) {
      const other = owner.get(keyOf(label));
      if (other)
        problems.push({
          file,
          field: 'notLabels',
          mend: `has "${label}", which is a label of ${other.file}; it is found there, so remove it here`,
        });
    }
  }
  return problems;
}

/** Labels that differ by this only are one on the page. */
function keyOf(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s\p{Pd}]+/gu, ' ');
}

function checkStudies(terms: readonly LoadedTerm[], studies: readonly Study[], someUnusable: boolean): Problem[] {
  const cited = new Set(terms.flatMap(({ term }) => term.claims.flatMap((claim) => claim.studies)));
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const study of studies) {
    if (!someUnusable && !cited.has(study.id))
      problems.push({ file: STUDIES, field: study.id, mend: 'is cited by no term; cite it or remove it' });
    for (const identifier of [study.id, study.DOI?.toLowerCase(), study.PMID, study.PMCID]) {
      if (identifier === undefined) continue;
      const other = seen.get(identifier);
      if (other !== undefined)
        problems.push({ file: STUDIES, field: study.id, mend: `shares ${identifier} with ${other}; keep one of them` });
      seen.set(identifier, study.id);
    }
  }
  return problems;
}
