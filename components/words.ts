/** The words the interface uses for what the data says in codes. */
import type { Entry, EntryLink, EntryStudy } from '../data/entry.ts';
import type { Certainty, Kind, Subjects } from '../data/schema.ts';

export const KIND_WORDS: Record<Kind, string> = {
  condition: 'Condition',
  molecule: 'Molecule',
  microbe: 'Microbes',
  cell: 'Cell',
  immune: 'Immune system',
  barrier: 'Barrier',
  'nervous-system': 'Nervous system',
  process: 'Process',
  therapy: 'Treatment',
  diet: 'Food',
  lifestyle: 'Daily life',
  method: 'Method',
  measure: 'Measure',
};

/** How sure, in words, and how many of the four boxes are filled. */
export const CERTAINTY_WORDS: Record<Certainty, { label: string; boxes: number }> = {
  high: { label: 'Confident', boxes: 4 },
  moderate: { label: 'Fairly confident', boxes: 3 },
  low: { label: 'Limited confidence', boxes: 2 },
  'very-low': { label: 'Very unsure', boxes: 1 },
  'not-rated': { label: 'Not rated yet', boxes: 0 },
};

export const RELATION_WORDS: Record<EntryLink['as'], string> = {
  'made-by': 'made by',
  makes: 'makes',
  broader: 'a kind of',
  narrower: 'one kind',
  'part-of': 'part of',
  'has-part': 'includes',
  'measured-by': 'measured by',
  measures: 'measures',
  'studied-for': 'studied for',
  'studied-with': 'studied with',
  'see-also': 'see also',
};

const SUBJECT_WORDS: Record<Subjects, string> = {
  'people-trials': 'people (trials)',
  'people-observed': 'people (observed)',
  animals: 'animals',
  cells: 'cells in a dish',
};

const DESIGN_WORDS: Record<EntryStudy['design'], string> = {
  'meta-analysis': 'many studies pooled',
  'systematic-review': 'review of studies',
  'randomised-trial': 'trial',
  'controlled-trial': 'trial without random groups',
  cohort: 'people followed over time',
  'case-control': 'patients and others compared',
  'cross-sectional': 'survey at one time',
  'mendelian-randomisation': 'genes compared',
  guideline: 'guideline',
  consensus: 'experts’ agreement',
  'narrative-review': 'experts’ overview',
  animal: 'animal study',
  'in-vitro': 'laboratory study',
};

/** @returns whether nothing of it was seen in people, so that the card has to say so. */
export function isBeyondPeople(subjects: readonly Subjects[]): boolean {
  return subjects.every((subject) => subject === 'animals' || subject === 'cells');
}

/** @returns "Seen in people (observed) and animals", "Seen in animals only". */
export function seenIn(subjects: readonly Subjects[]): string {
  const words = subjects.map((subject) => SUBJECT_WORDS[subject]);
  const last = words.pop() ?? '';
  const list = words.length > 0 ? `${words.join(', ')} and ${last}` : last;
  return `Seen in ${list}${isBeyondPeople(subjects) ? ' only' : ''}`;
}

/** @returns what kind of study it is, in words, with how many took part: "trial, 61 people". */
export function studyWords({ design, subjects, n }: EntryStudy): string {
  const what = design === 'animal' && subjects === 'mice' ? 'mouse study' : DESIGN_WORDS[design];
  if (n === undefined || subjects !== 'people') return what;
  return `${what}, ${n.toLocaleString('en-GB')} people`;
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
