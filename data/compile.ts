/** Turns the glossary's files into what the extension carries: the labels as one string, and the entries by id. */
import { type Label, writeLabels } from '../matching/label-index.ts';
import { checkGlossary } from './checks.ts';
import type { Entry, EntryLink, EntryStudy, Glossary } from './entry.ts';
import { labelForms, spellings } from './label-forms.ts';
import { type LoadedGlossary, type LoadedTerm, loadGlossary } from './load.ts';
import { GlossaryError, type Problem } from './problem.ts';
import type { Relation, Study, Term } from './schema.ts';

export interface Compiled {
  glossary: Glossary;
  /** All forms of all labels. */
  labels: Label[];
  /** `labels` as `matching/label-index.ts` reads them. */
  labelData: string;
  studies: Study[];
}

/**
 * Loads, checks and compiles the glossary below `dataDir`. The same files give the same bytes.
 * @throws GlossaryError with every problem found, when there is one.
 */
export async function compileGlossary(dataDir: string): Promise<Compiled> {
  const loaded = await loadGlossary(dataDir);
  const problems = [...loaded.problems, ...checkGlossary(loaded)];
  if (problems.length > 0) throw new GlossaryError(problems);
  return compile(loaded);
}

/** @throws GlossaryError when two terms are written alike and no rule decides. */
export function compile(loaded: LoadedGlossary): Compiled {
  const terms = [...loaded.terms].sort((a, b) => (a.id < b.id ? -1 : 1));
  const labels = terms.flatMap(({ id, term }) => labelForms(id, term, sistersOf(id, terms)));
  let labelData: string;
  try {
    labelData = writeLabels(labels);
  } catch (error) {
    const problem: Problem = { file: 'data/terms', field: 'altLabels', mend: (error as Error).message };
    throw new GlossaryError([problem]);
  }
  const studies = new Map(loaded.studies.map((study) => [study.id, study]));
  const links = relationsBothWays(terms);
  const glossary = Object.fromEntries(terms.map((term) => [term.id, entryOf(term, links.get(term.id) ?? [], studies)]));
  return { glossary, labels, labelData, studies: loaded.studies };
}

/** The term itself, the wider terms it belongs under and the others that belong there: butyrate speaks for acetate. */
function sistersOf(id: string, terms: readonly LoadedTerm[]): string[] {
  const broader = terms.find((loaded) => loaded.id === id)?.term.broader ?? [];
  const siblings = terms
    .filter(({ term }) => term.broader.some((other) => broader.includes(other)))
    .map((loaded) => loaded.id);
  return [...new Set([id, ...broader, ...siblings])].sort();
}

const INVERSE: Record<Relation, EntryLink['as']> = {
  'made-by': 'makes',
  'part-of': 'has-part',
  'measured-by': 'measures',
  'studied-for': 'studied-with',
  'see-also': 'see-also',
};

/** A relation is written in one file; a reader of either term should find the other. */
function relationsBothWays(terms: readonly LoadedTerm[]): Map<string, EntryLink[]> {
  const names = new Map(terms.map(({ id, term }) => [id, term.prefLabel]));
  const links = new Map<string, EntryLink[]>(terms.map(({ id }) => [id, []]));
  const link = (from: string, to: string, as: EntryLink['as']) => {
    const list = links.get(from);
    if (list && !list.some((known) => known.id === to)) list.push({ id: to, name: names.get(to) ?? to, as });
  };
  for (const { id, term } of terms) for (const { term: to, as } of term.related) link(id, to, as);
  for (const { id, term } of terms) for (const to of term.broader) link(id, to, 'broader');
  for (const { id, term } of terms) for (const { term: to, as } of term.related) link(to, id, INVERSE[as]);
  for (const { id, term } of terms) for (const to of term.broader) link(to, id, 'narrower');
  return links;
}

function entryOf({ id, term }: LoadedTerm, related: EntryLink[], studies: Map<string, Study>): Entry {
  const cited = [...new Set(term.claims.flatMap((claim) => claim.studies))].flatMap(
    (study) => studies.get(study) ?? [],
  );
  return {
    id,
    name: term.prefLabel,
    kind: term.kind,
    also: term.altLabels,
    old: term.oldLabels,
    hidden: hiddenNames(term),
    ...(term.say !== undefined && { say: term.say }),
    inShort: term.inShort,
    explain: term.explain,
    claims: term.claims,
    ...(term.noStudy !== undefined && { noStudy: term.noStudy }),
    ...(term.disputed !== undefined && { disputed: term.disputed }),
    ...(term.misreading !== undefined && { misreading: term.misreading }),
    ...(term.howToRead !== undefined && { howToRead: term.howToRead }),
    ...(term.harms !== undefined && { harms: term.harms }),
    ...(term.askFirst !== undefined && { askFirst: term.askFirst }),
    ...(term.livesIn !== undefined && { livesIn: term.livesIn }),
    studies: cited.map(entryStudy),
    related,
    reviewed: term.reviewed,
  };
}

/** What search finds and a card does not show: spellings of either side of the Atlantic among them. */
function hiddenNames(term: Term): string[] {
  const shown = [term.prefLabel, ...term.altLabels, ...term.oldLabels];
  const all = [...shown, ...term.hiddenLabels].flatMap(spellings);
  return [...new Set(all)].filter((name) => !shown.includes(name));
}

function entryStudy(study: Study): EntryStudy {
  const [first] = study.author;
  const family = first && ('family' in first ? first.family : first.literal);
  const url = study.DOI
    ? `https://doi.org/${encodeURI(study.DOI)}`
    : study.PMID
      ? `https://pubmed.ncbi.nlm.nih.gov/${study.PMID}/`
      : `https://pmc.ncbi.nlm.nih.gov/articles/${study.PMCID}/`;
  const { design, subjects, n, finding, retracted } = study.custom;
  return {
    id: study.id,
    cite: `${family} ${study.issued['date-parts'][0][0]}`,
    title: study.title,
    journal: study['container-title'],
    url,
    design,
    subjects,
    ...(n !== undefined && { n }),
    finding,
    ...(retracted !== undefined && { retracted }),
  };
}
