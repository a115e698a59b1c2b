/**
 * Every way a label is written: British and American spelling, plural, and with its hyphen left out. Made when the
 * glossary is built, so that the page only has to look words up.
 */
import pluralize from 'pluralize';
import type { Label, When } from '../matching/label-index.ts';
import type { Kind, Term } from './schema.ts';

/** British, American. Applied in both directions, inside words too (`coeliac`, `haemoglobin`). */
const SPELLINGS: readonly (readonly [RegExp, string])[] = (
  [
    ['fibre', 'fiber'],
    ['signalling', 'signaling'],
    ['modelling', 'modeling'],
    ['ageing', 'aging'],
    ['coeliac', 'celiac'],
    ['oesoph', 'esoph'],
    ['oestr', 'estr'],
    ['oedema', 'edema'],
    ['diarrhoea', 'diarrhea'],
    ['seborrhoe', 'seborrhe'],
    ['faec', 'fec'],
    ['haem', 'hem'],
    ['anaem', 'anem'],
    ['tumour', 'tumor'],
    ['colour', 'color'],
    ['flavour', 'flavor'],
    ['behaviour', 'behavior'],
    ['paediatr', 'pediatr'],
    ['leucocyt', 'leukocyt'],
    ['sulph', 'sulf'],
    ['glycaem', 'glycem'],
    ['aemia', 'emia'],
    ['isation', 'ization'],
    ['ising', 'izing'],
    ['ised', 'ized'],
    ['yoghurt', 'yogurt'],
    ['randomis', 'randomiz'],
  ] as const
).flatMap(([british, american]) => [
  [new RegExp(`${british}`, 'gi'), american] as const,
  [new RegExp(`${american}`, 'gi'), british] as const,
]);

type Rule = Term['labelRules'][string];

/** Kinds that many pages name which are not about gut or skin. */
const LIGHT: ReadonlySet<Kind> = new Set(['diet', 'lifestyle', 'nervous-system']);

/** A word with two capitals (GABA, SCFAs, Th17 is not one) is an abbreviation: its capitals matter. */
const isAbbreviation = (label: string) =>
  label.split(/[\s-]/).some((word) => (word.match(/\p{Lu}/gu) ?? []).length >= 2);

/**
 * @param sisters terms whose presence makes an ambiguous label of this one believable.
 * @returns all forms of all labels of a term, each once, the authored ones first; `notLabels` with no term.
 */
export function labelForms(id: string, term: Term, sisters: readonly string[]): Label[] {
  const forms = new Map<string, Label>();
  const light = LIGHT.has(term.kind);
  const add = (label: string, { inflect = true, caseExact = isAbbreviation(label), ...rule }: Rule) => {
    const when: When = rule.when ?? 'always';
    // An abbreviation is spoken for by its own term only, a word also by its neighbours.
    const speakers = when !== 'sister' ? [] : caseExact ? [id] : sisters;
    for (const spelling of spellings(label)) {
      for (const number of inflect ? [spelling, ...plurals(spelling, caseExact)] : [spelling]) {
        for (const text of [number, ...withoutHyphens(number)]) {
          const key = caseExact ? text : text.toLowerCase();
          if (!forms.has(key)) forms.set(key, { text, term: id, when, sisters: speakers, caseExact, light });
        }
      }
    }
  };
  for (const label of [term.prefLabel, ...term.altLabels, ...term.hiddenLabels]) {
    add(label, term.labelRules[label] ?? {});
    for (const long of spelledOut(label)) add(long, {});
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
  for (const [from, to] of SPELLINGS) all.add(label.replace(from, to));
  return [...all];
}

function plurals(label: string, abbreviation: boolean): string[] {
  if (abbreviation) return /\p{Lu}$/u.test(label) ? [`${label}s`] : [];
  const last = /\p{L}+$/u.exec(label)?.[0];
  if (!last || last.length < 3) return [];
  const stem = label.slice(0, -last.length);
  return [stem + pluralize.plural(last), stem + pluralize.singular(last)].filter((form) => form !== label);
}

/** "short-chain" is also written "shortchain"; a space in place of the hyphen needs no form of its own. */
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

/** After its first mention a species is written with an initial: Cutibacterium acnes, C. acnes. */
function withInitial(kind: Kind, label: string): string[] {
  const species = kind === 'microbe' && /^(\p{Lu})\p{Ll}+ (\p{Ll}{3,})$/u.exec(label);
  return species ? [`${species[1]}. ${species[2]}`] : [];
}

function withoutHyphens(label: string): string[] {
  return /\p{L}-\p{L}/u.test(label) ? [label.replace(/(\p{L})-(?=\p{L})/gu, '$1')] : [];
}
