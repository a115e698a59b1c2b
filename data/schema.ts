/**
 * The shape of the glossary: one schema is the source of the TypeScript types, of the checks and of the
 * JSON Schema that gives editors completion. Words come from SKOS (terms), CSL-JSON (studies) and GRADE (certainty).
 */
import * as v from 'valibot';

export const KINDS = [
  'condition',
  'molecule',
  'microbe',
  'cell',
  'immune',
  'barrier',
  'nervous-system',
  'process',
  'therapy',
  'diet',
  'lifestyle',
  'method',
  'measure',
] as const;

/** GRADE's four levels; `not-rated` says that nobody has judged it yet. */
export const CERTAINTIES = ['high', 'moderate', 'low', 'very-low', 'not-rated'] as const;

/** In whom a thing was seen. Two kinds of evidence in people, because only a trial shows that one thing changes another. */
export const SUBJECTS = ['people-trials', 'people-observed', 'animals', 'cells'] as const;

/** Typed relations. `data/compile.ts` adds the other direction, so each is written in one file only. */
export const RELATIONS = ['made-by', 'part-of', 'measured-by', 'studied-for', 'see-also'] as const;

export const STUDY_DESIGNS = [
  'meta-analysis',
  'systematic-review',
  'randomised-trial',
  'controlled-trial',
  'cohort',
  'case-control',
  'cross-sectional',
  'mendelian-randomisation',
  'guideline',
  'consensus',
  'narrative-review',
  'animal',
  'in-vitro',
] as const;

export const STUDY_SUBJECTS = ['people', 'mice', 'animals', 'cells', 'mixed'] as const;

const words = (text: string) => text.trim().split(/\s+/).length;
const text = () => v.pipe(v.string(), v.trim(), v.nonEmpty('is empty; write it or leave the field out'));
const textUpTo = (limit: number) =>
  v.pipe(
    text(),
    v.check(
      (value) => words(value) <= limit,
      (issue) => `has ${words(issue.input)} words; cut it to ${limit} or fewer`,
    ),
  );
const termId = () =>
  v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a term id; write the prefLabel in kebab-case, such as skin-barrier'),
  );
const studyId = () =>
  v.pipe(
    v.string(),
    v.regex(/^[a-z]+(-[a-z]+)*-\d{4}[a-z]?$/, 'is not a study id; write first author and year, such as mahmud-2022'),
  );
const isoDate = () => v.pipe(v.string(), v.isoDate('is not a date; write it as 2026-11-22'));

/**
 * When a label is too common or has other meanings, this says when it counts.
 * `topic`: an everyday word (stress, sleep); counts only on a page that is about gut or skin.
 * `sister`: an ambiguous label (AD, acetate); counts only where another label of the same term, of a `broader` one or
 * of another term under that is on the page.
 * `defined`: an abbreviation with many meanings (SD, BA); counts only where the page says that it stands for the term.
 */
const labelRule = v.strictObject({
  when: v.optional(v.picklist(['topic', 'sister', 'defined'])),
  /** `false` keeps the build from adding a plural: "acnes" is a species name, "sleeps" a verb. */
  inflect: v.optional(v.boolean()),
  /** Overrides the default, which is: a label with two or more capitals in one word is matched case-exactly. */
  caseExact: v.optional(v.boolean()),
});

const claim = v.strictObject({
  text: textUpTo(45),
  certainty: v.picklist(CERTAINTIES),
  subjects: v.pipe(v.array(v.picklist(SUBJECTS)), v.minLength(1, 'is empty; say in whom it was seen')),
  reason: textUpTo(30),
  studies: v.pipe(v.array(studyId()), v.minLength(1, 'is empty; a claim rests on at least one study')),
});

export const termSchema = v.strictObject({
  prefLabel: text(),
  kind: v.picklist(KINDS),
  altLabels: v.optional(v.array(text()), []),
  hiddenLabels: v.optional(v.array(text()), []),
  /** Names that science has given up: found on pages, and shown as old. */
  oldLabels: v.optional(v.array(text()), []),
  /** Writings that have a label in them and mean something else: "acne inversa" is not acne. */
  notLabels: v.optional(v.array(text()), []),
  labelRules: v.optional(v.record(v.string(), labelRule), {}),
  say: v.optional(text()),
  inShort: textUpTo(25),
  explain: textUpTo(110),
  /** Empty only where `noStudy` says that none was found. */
  claims: v.optional(v.array(claim), []),
  noStudy: v.optional(textUpTo(30)),
  disputed: v.optional(
    v.strictObject({ agreed: textUpTo(45), notShown: textUpTo(45), usedToSell: v.optional(textUpTo(25)) }),
  ),
  misreading: v.optional(textUpTo(45)),
  /** Of a therapy: what it can do to people, and who asks a doctor before. */
  harms: v.optional(textUpTo(45)),
  askFirst: v.optional(textUpTo(30)),
  /** Of a method or measure, which has limits in place of effects: how to read a sentence that rests on it. */
  howToRead: v.optional(
    v.strictObject({
      goodFor: textUpTo(25),
      notFor: textUpTo(25),
      /** What people read, as in "more of X was found", and what it means. */
      whenYouRead: v.optional(textUpTo(12)),
      itMeans: textUpTo(40),
    }),
  ),
  /** Of a microbe: where it lives, and how common it is there. */
  livesIn: v.optional(textUpTo(20)),
  broader: v.optional(v.array(termId()), []),
  related: v.optional(v.array(v.strictObject({ term: termId(), as: v.picklist(RELATIONS) })), []),
  exactMatch: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^mesh:[DC]\d{6,9}$/, 'is not a MeSH id; write it as mesh:D002087'))),
    [],
  ),
  scopeNote: v.optional(text()),
  reviewed: isoDate(),
});

const cslName = v.union([
  v.strictObject({ family: text(), given: v.optional(text()) }),
  v.strictObject({ literal: text() }),
]);

export const studySchema = v.pipe(
  v.strictObject({
    id: studyId(),
    type: v.picklist(['article-journal']),
    title: text(),
    author: v.pipe(v.array(cslName), v.minLength(1, 'is empty; name at least the first author')),
    issued: v.strictObject({
      'date-parts': v.tuple([v.tuple([v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100))])]),
    }),
    'container-title': text(),
    DOI: v.optional(
      v.pipe(v.string(), v.regex(/^10\.\d{4,9}\/\S+$/, 'is not a DOI; write it bare, such as 10.1038/nature12726')),
    ),
    PMID: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/, 'is not a PMID; write digits only'))),
    PMCID: v.optional(v.pipe(v.string(), v.regex(/^PMC\d+$/, 'is not a PMCID; write it as PMC3869884'))),
    custom: v.strictObject({
      design: v.picklist(STUDY_DESIGNS),
      subjects: v.picklist(STUDY_SUBJECTS),
      /** How many took part; left out where the page that was read does not say. */
      n: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      /** What the study found, in a sentence of our own. */
      finding: textUpTo(45),
      /** The day a retraction was noticed, and nothing when there is none. */
      retracted: v.optional(isoDate()),
    }),
  }),
  v.check(
    (study) => Boolean(study.DOI ?? study.PMID ?? study.PMCID),
    'has no identifier; add a DOI, PMID or PMCID that you saw on a bibliographic page',
  ),
);

export type Kind = (typeof KINDS)[number];
export type Certainty = (typeof CERTAINTIES)[number];
export type Subjects = (typeof SUBJECTS)[number];
export type Relation = (typeof RELATIONS)[number];
export type Term = v.InferOutput<typeof termSchema>;
export type Claim = Term['claims'][number];
export type Study = v.InferOutput<typeof studySchema>;
