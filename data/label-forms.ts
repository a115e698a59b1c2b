/**
 * Every way a label is written: British and American spelling, plural, and with its hyphen left out. Made when the
 * glossary is built, so that the page only has to look words up.
 */
import pluralize from 'pluralize';
import type { Label, When } from '../matching/label-index.ts';
import type { Kind, Term } from './schema.ts';

/**
 * British, American. Applied in both directions; only at the start or the end of a word where other words hold the same
 * letters (infection is no "infaection").
 */
const SPELLINGS: readonly (readonly [british: string, american: string, where?: 'start' | 'end'])[] = [
  ['fibre', 'fiber'],
  ['signalling', 'signaling'],
  ['modelling', 'modeling'],
  ['ageing', 'aging', 'start'],
  ['photoageing', 'photoaging'],
  ['coeliac', 'celiac'],
  ['oesoph', 'esoph'],
  ['oestr', 'estr', 'start'],
  ['phytooestr', 'phytoestr'],
  ['oedema', 'edema'],
  ['diarrhoea', 'diarrhea'],
  ['seborrhoe', 'seborrhe'],
  ['faec', 'fec', 'start'],
  ['haem', 'hem', 'start'],
  ['anaem', 'anem', 'start'],
  ['caesar', 'cesar', 'start'],
  ['tumour', 'tumor'],
  ['defence', 'defense'],
  ['colour', 'color'],
  ['flavour', 'flavor'],
  ['behaviour', 'behavior'],
  ['paediatr', 'pediatr'],
  ['leucocyt', 'leukocyt'],
  ['sulph', 'sulf'],
  ['glycaem', 'glycem'],
  ['aemia', 'emia', 'end'],
  ['isation', 'ization'],
  ['ising', 'izing', 'end'],
  ['ised', 'ized', 'end'],
  ['lysed', 'lyzed', 'end'],
  ['moisturis', 'moisturiz'],
  ['yoghurt', 'yogurt'],
  ['randomis', 'randomiz'],
];

const SWAPS = SPELLINGS.flatMap(([british, american, where]) => {
  const swap = (from: string, to: string) =>
    [new RegExp(`${where === 'start' ? '\\b' : ''}${from}${where === 'end' ? '\\b' : ''}`, 'gi'), to] as const;
  return [swap(british, american), swap(american, british)];
});

type Rule = Term['labelRules'][string];

/** Kinds that many pages name which are not about gut or skin. */
const LIGHT: ReadonlySet<Kind> = new Set(['diet', 'lifestyle', 'nervous-system', 'immune', 'cell']);
/** All of whose labels are everyday words, and which every page about a virus names. */
const SILENT_TERMS: ReadonlySet<string> = new Set(['immune-system']);
/** And terms of other kinds of which the same is true: water from a well, a spoilt salad, a sewer. */
const LIGHT_TERMS: ReadonlySet<string> = new Set(['escherichia-coli', 'hydrogen-sulphide', 'nitric-oxide']);

/** A word with two capitals (GABA, SCFAs, Th17 is not one) or an initial (C. diff) is an abbreviation: its capitals matter. */
const isAbbreviation = (label: string) =>
  /^\p{Lu}\. /u.test(label) || label.split(/[\s-]/).some((word) => (word.match(/\p{Lu}/gu) ?? []).length >= 2);

/** A sign inside that keeps words apart elsewhere: with it, a label stands for its exact writing only. */
const SIGN = /[\p{L}\p{N}][^\p{L}\p{N}\s\u2010-\u2015-]+[\p{L}\p{N}]/u;

/**
 * @param sisters terms whose presence makes an ambiguous label of this one believable.
 * @returns all forms of all labels of a term, each once, the authored ones first; `notLabels` with no term.
 */
export function labelForms(id: string, term: Term, sisters: readonly string[]): Label[] {
  const forms = new Map<string, Label>();
  const light = (LIGHT.has(term.kind) && !SILENT_TERMS.has(id)) || LIGHT_TERMS.has(id);
  const add = (label: string, { inflect = true, caseExact = isAbbreviation(label), ...rule }: Rule) => {
    const when: When = rule.when === 'defined' ? 'sister' : (rule.when ?? 'always');
    // An abbreviation is spoken for by its own term only, a word also by its neighbours; one of many meanings by nothing but
    // its definition.
    const speakers = when !== 'sister' || rule.when === 'defined' ? [] : caseExact ? [id] : sisters;
    for (const spelling of spellings(label).flatMap(caseExact ? initials : (one) => [one])) {
      for (const number of inflect && !isSpecies(term.kind, label)
        ? [spelling, ...plurals(spelling, caseExact)]
        : [spelling]) {
        for (const text of [number, ...withoutHyphens(number)]) {
          const key = caseExact ? text : text.toLowerCase();
          const form = { text, term: id, when, sisters: speakers, caseExact, light };
          if (!forms.has(key)) forms.set(key, form);
          if (caseExact || !SIGN.test(text)) continue;
          for (const one of [text, text.toLowerCase()])
            forms.set(`exact: ${one}`, { ...form, text: one, caseExact: true });
        }
      }
    }
  };
  for (const label of [term.prefLabel, ...term.altLabels, ...term.oldLabels, ...term.hiddenLabels]) {
    add(label, term.labelRules[label] ?? {});
    for (const long of spelledOut(label)) add(long, {});
    for (const both of withBoth(label)) add(both, { inflect: false, caseExact: true });
    for (const short of withInitial(term.kind, label)) add(short, { inflect: false, caseExact: true });
  }
  for (const text of term.notLabels.flatMap(spellings).flatMap((spelling) => [spelling, ...plurals(spelling, false)])) {
    forms.set(text.toLowerCase(), { text, term: '', when: 'always', sisters: [], caseExact: false });
  }
  return [...forms.values()];
}

/** @returns the label with its British and American spellings, itself first. */
export function spellings(label: string): string[] {
  const all = new Set([label]);
  for (const [from, to] of SWAPS) all.add(label.replace(from, to));
  return [...all];
}

/** Where capitals matter, that of a plain first word is the sentence's: "Secretory IgA", "secretory IgA". */
function initials(label: string): string[] {
  const rest = label.slice(1);
  return /^\p{L}\p{Ll}{2,} /u.test(label) ? [label[0]?.toUpperCase() + rest, label[0]?.toLowerCase() + rest] : [label];
}

function plurals(label: string, abbreviation: boolean): string[] {
  const last = /\p{L}+$/u.exec(label)?.[0];
  if (abbreviation && /\p{Lu}{2}\d?$|\p{Lu}$/u.test(label)) return [`${label}s`];
  if (!last || last.length < 2 || (abbreviation && (!/^\p{Ll}+$/u.test(last) || !/\s/.test(label)))) return [];
  const stem = label.slice(0, -last.length);
  return [stem + pluralize.plural(last), stem + pluralize.singular(last)].filter((form) => form !== label);
}

/** Messengers of the immune system by their long names: IL-17 is interleukin-17, TNF-α tumour necrosis factor alpha. */
const LONG_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^IL-?(?=\d)/, 'interleukin-'],
  [/^TNF-/, 'tumour necrosis factor-'],
  [/^TNF-/, 'tumor necrosis factor-'],
  [/^IFN-/, 'interferon-'],
];

function spelledOut(label: string): string[] {
  return LONG_NAMES.flatMap(([short, long]) => (short.test(label) ? [label.replace(short, long)] : []));
}

/** Where a paper names the first of them: "interleukin (IL)-4", "tumor necrosis factor (TNF)-α". */
function withBoth(label: string): string[] {
  return LONG_NAMES.flatMap(([short, long]) => {
    const first = short.exec(label)?.[0].replace('-', '');
    return first ? [label.replace(short, `${long.slice(0, -1)} (${first})-`)] : [];
  });
}

/** Genus and epithet, as in Cutibacterium acnes; Gut microbiome is none. */
const SPECIES =
  /^(\p{Lu})\p{Ll}{3,} (?!\p{Ll}*(?:ome|ota|flora|bacteria|fungi|mites?|group|species|cells?)s?$)(\p{Ll}{4,})$/u;

/** Genus and epithet, of which there is no plural. */
function isSpecies(kind: Kind, label: string): boolean {
  return kind === 'microbe' && SPECIES.test(label);
}

/** After its first mention a species is written with an initial: Cutibacterium acnes, C. acnes. */
function withInitial(kind: Kind, label: string): string[] {
  const species = kind === 'microbe' && SPECIES.exec(label);
  return species ? [`${species[1]}. ${species[2]}`] : [];
}

/**
 * "short-chain" is also written "shortchain", which nobody does with long words but "insulinlike"; a space in place of the
 * hyphen needs no form.
 */
function withoutHyphens(label: string): string[] {
  const joined = label.replace(/(?<!\p{L})(\p{L}{1,5})-(?=\p{L})|-(?=like\b)/gu, '$1');
  return joined === label ? [] : [joined];
}
