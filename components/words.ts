/** The words the interface uses for what the data says in codes. */
import { i18n } from '#i18n';
import type { Entry, EntryLink, EntryStudy } from '../data/entry.ts';
import type { Certainty, Kind, Subjects } from '../data/schema.ts';

export const KIND_WORDS: Record<Kind, string> = {
  condition: i18n.t('words.kind.condition'),
  molecule: i18n.t('words.kind.molecule'),
  microbe: i18n.t('words.kind.microbe'),
  cell: i18n.t('words.kind.cell'),
  immune: i18n.t('words.kind.immune'),
  barrier: i18n.t('words.kind.barrier'),
  'nervous-system': i18n.t('words.kind.nervousSystem'),
  process: i18n.t('words.kind.process'),
  therapy: i18n.t('words.kind.therapy'),
  diet: i18n.t('words.kind.diet'),
  lifestyle: i18n.t('words.kind.lifestyle'),
  method: i18n.t('words.kind.method'),
  measure: i18n.t('words.kind.measure'),
};

/** How sure, in words, and how many of the four boxes are filled. */
export const CERTAINTY_WORDS: Record<Certainty, { label: string; boxes: number }> = {
  high: { label: i18n.t('words.certainty.high'), boxes: 4 },
  moderate: { label: i18n.t('words.certainty.moderate'), boxes: 3 },
  low: { label: i18n.t('words.certainty.low'), boxes: 2 },
  'very-low': { label: i18n.t('words.certainty.veryLow'), boxes: 1 },
  'not-rated': { label: i18n.t('words.certainty.notRated'), boxes: 0 },
};

export const RELATION_WORDS: Record<EntryLink['as'], string> = {
  'made-by': i18n.t('words.relation.madeBy'),
  makes: i18n.t('words.relation.makes'),
  broader: i18n.t('words.relation.broader'),
  narrower: i18n.t('words.relation.narrower'),
  'part-of': i18n.t('words.relation.partOf'),
  'has-part': i18n.t('words.relation.hasPart'),
  'measured-by': i18n.t('words.relation.measuredBy'),
  measures: i18n.t('words.relation.measures'),
  'studied-for': i18n.t('words.relation.studiedFor'),
  'studied-with': i18n.t('words.relation.studiedWith'),
  'see-also': i18n.t('words.relation.seeAlso'),
};

export const SUBJECT_WORDS: Record<Subjects, string> = {
  'people-trials': i18n.t('words.subjects.trials'),
  'people-observed': i18n.t('words.subjects.observed'),
  animals: i18n.t('words.subjects.animals'),
  cells: i18n.t('words.subjects.cells'),
};

const DESIGN_WORDS: Record<EntryStudy['design'], string> = {
  'meta-analysis': i18n.t('words.design.metaAnalysis'),
  'systematic-review': i18n.t('words.design.systematicReview'),
  'randomised-trial': i18n.t('words.design.randomisedTrial'),
  'controlled-trial': i18n.t('words.design.controlledTrial'),
  cohort: i18n.t('words.design.cohort'),
  'case-control': i18n.t('words.design.caseControl'),
  'cross-sectional': i18n.t('words.design.crossSectional'),
  'mendelian-randomisation': i18n.t('words.design.mendelianRandomisation'),
  guideline: i18n.t('words.design.guideline'),
  consensus: i18n.t('words.design.consensus'),
  'narrative-review': i18n.t('words.design.narrativeReview'),
  animal: i18n.t('words.design.animal'),
  'in-vitro': i18n.t('words.design.inVitro'),
};

const TAKING_PART: Record<EntryStudy['subjects'], string> = {
  people: i18n.t('words.taking.people'),
  mice: i18n.t('words.taking.mice'),
  animals: i18n.t('words.taking.animals'),
  cells: i18n.t('words.taking.cells'),
  mixed: i18n.t('words.taking.mixed'),
};

const LIST = new Intl.ListFormat('en-GB');

/** @returns whether nothing of it was seen in people, so that the card has to say so. */
export function isBeyondPeople(subjects: readonly Subjects[]): boolean {
  return subjects.every((subject) => subject === 'animals' || subject === 'cells');
}

/** @returns "Very unsure", or "Very unsure for people" where it was not seen in people. */
export function certaintyWords(level: Certainty, subjects: readonly Subjects[]): string {
  const { label } = CERTAINTY_WORDS[level];
  return isBeyondPeople(subjects) ? i18n.t('card.forPeople', { level: label }) : label;
}

/** @returns "Seen in people (observed) and animals", "Seen in animals only". */
export function seenIn(subjects: readonly Subjects[]): string {
  const list = LIST.format(subjects.map((subject) => SUBJECT_WORDS[subject]));
  return i18n.t(isBeyondPeople(subjects) ? 'words.seenOnlyIn' : 'words.seenIn', { subjects: list });
}

/** @returns what kind of study it is and who took part, in words: "trial, 61 people", "laboratory study, in cells". */
export function studyWords({ design, subjects, n }: EntryStudy): string {
  if (design === 'animal' && subjects === 'mice') return i18n.t('words.design.mouse');
  const who =
    n !== undefined && subjects === 'people'
      ? i18n.t('words.taking.count', n, [n.toLocaleString('en-GB')])
      : TAKING_PART[subjects];
  return `${DESIGN_WORDS[design]}, ${who}`;
}

/** @returns "Nov 2026" for 2026-11-22. */
export function monthOf(isoDate: string): string {
  return new Date(`${isoDate}T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** @returns the certainty that stands for the whole entry in a list: that of its first claim. */
export function headCertainty(entry: Entry): Certainty | undefined {
  return entry.claims[0]?.certainty;
}
