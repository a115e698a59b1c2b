/**
 * What of an entry a card shows before "More". A card is read at a glance: at most 90 words, what is needed first, and of the
 * rest, in the order of its weight, what still fits. What does not is behind "More" as a whole, never cut short.
 */
import { i18n } from '#i18n';
import type { Entry, EntryStudy } from '../data/entry.ts';
import { certaintyWords, KIND_WORDS, RELATION_WORDS, seenIn, studyWords } from './words.ts';

const MOST_WORDS = 90;
const MOST_STUDIES = 3;
const MOST_RELATED = 4;

/** What may have to wait for "More". `claim` is the first claim, or that no study was found. */
export type Part =
  | 'say'
  | 'old'
  | 'livesIn'
  | 'agreed'
  | 'notShown'
  | 'usedToSell'
  | 'itMeans'
  | 'goodFor'
  | 'notFor'
  | 'claim'
  | 'reason'
  | 'harms';

export interface FirstView {
  parts: ReadonlySet<Part>;
  /** How many studies of the first claim. */
  studies: number;
  /** How many related terms. */
  related: number;
}

/** What the layout of each sort of card cannot do without, and what it would like, by weight. */
const LAYOUTS: Record<'disputed' | 'method' | 'effect', { needed: Part[]; wanted: Part[] }> = {
  disputed: { needed: ['notShown'], wanted: ['agreed', 'claim', 'reason', 'usedToSell', 'harms', 'say', 'old'] },
  // A method has limits in place of effects.
  method: { needed: ['itMeans'], wanted: ['notFor', 'goodFor', 'say', 'old'] },
  effect: { needed: ['claim'], wanted: ['reason', 'harms', 'livesIn', 'say', 'old'] },
};

/** @returns what is shown before "More". */
export function firstView(entry: Entry): FirstView {
  const { needed, wanted } = LAYOUTS[layoutOf(entry)];
  const texts = textsOf(entry);
  const parts = new Set<Part>();
  let left = MOST_WORDS - wordsIn(headWords(entry));
  const fits = (words: readonly string[]) => {
    if (words.length === 0 || wordsIn(words) > left) return false;
    left -= wordsIn(words);
    return true;
  };
  for (const part of needed) {
    if (texts[part].length === 0) continue;
    parts.add(part);
    left -= wordsIn(texts[part]);
  }
  for (const part of wanted) {
    if (part === 'reason' && !parts.has('claim')) continue;
    if (fits(texts[part])) parts.add(part);
  }
  const studies = parts.has('claim') ? claimStudies(entry) : [];
  return {
    parts,
    studies: leading(studies.slice(0, MOST_STUDIES), (study) => fits([study.cite, studyWords(study)])),
    related: leading(entry.related.slice(0, MOST_RELATED), ({ name, as }) => fits([name, RELATION_WORDS[as]])),
  };
}

/** @returns whether the card of an entry speaks of a dispute, of how to read a method, or of an effect on gut and skin. */
export function layoutOf({ disputed, howToRead }: Entry): keyof typeof LAYOUTS {
  if (disputed) return 'disputed';
  return howToRead ? 'method' : 'effect';
}

/** @returns the heading of how to read a sentence that rests on a method. */
export function readingHeading({ whenYouRead }: NonNullable<Entry['howToRead']>): string {
  // Some writers put the quotation marks there themselves.
  const words = whenYouRead?.replaceAll(/^["“]|["”]$/g, '');
  return words === undefined ? i18n.t('card.whatItTells') : i18n.t('card.whenYouRead', { words });
}

/** @returns the studies of the first claim. */
export function claimStudies({ claims, studies }: Entry): EntryStudy[] {
  return studies.filter(({ id }) => claims[0]?.studies.includes(id));
}

/** @returns what there is behind "More", in few words: the findings after the first `shown`, or else all studies. */
export function restWords({ claims, studies }: Entry, shown: number): string {
  const rest = claims.length - shown;
  if (rest > 0) return shown > 0 ? i18n.t('card.moreFindings', rest) : i18n.t('card.findings', rest);
  return studies.length > 0 ? i18n.t('card.studyCount', studies.length) : '';
}

/** What stands on every card of this entry. */
function headWords(entry: Entry): string[] {
  return [
    entry.disputed ? i18n.t('card.disputedTerm') : KIND_WORDS[entry.kind],
    entry.name,
    entry.inShort,
    entry.harms === undefined ? '' : i18n.t('card.harmsAndAskFirst'),
    layoutOf(entry) === 'effect' ? restWords(entry, 1) : restWords(entry, 0),
  ];
}

/** The words of each part with its heading; nothing where the entry has no such part. */
function textsOf(entry: Entry): Record<Part, string[]> {
  const { disputed, howToRead, claims, old, livesIn, say, noStudy } = entry;
  const [claim] = claims;
  const headed = (text: string | undefined, heading: string) => (text === undefined ? [] : [heading, text]);
  return {
    say: say === undefined ? [] : [say],
    old: old[0] === undefined ? [] : [i18n.t('card.oldName', { names: old[0] })],
    livesIn: livesIn === undefined ? [] : [i18n.t('card.livesIn', { where: livesIn })],
    agreed: headed(disputed?.agreed, i18n.t('card.agreed')),
    notShown: headed(disputed?.notShown, i18n.t('card.notShown')),
    usedToSell: headed(disputed?.usedToSell, i18n.t('card.usedToSell')),
    itMeans: howToRead ? [readingHeading(howToRead), howToRead.itMeans] : [],
    goodFor: headed(howToRead?.goodFor, i18n.t('card.goodFor')),
    notFor: headed(howToRead?.notFor, i18n.t('card.notFor')),
    claim: claim
      ? [
          i18n.t('card.gutAndSkin'),
          claim.text,
          certaintyWords(claim.certainty, claim.subjects),
          seenIn(claim.subjects),
          i18n.t('card.whatDoesThisMean'),
        ]
      : headed(noStudy, i18n.t('card.gutAndSkin')),
    reason: claim ? [claim.reason] : [],
    harms: entry.harms === undefined ? [] : [i18n.t('card.harms'), entry.harms, ...askFirst(entry)],
  };
}

function askFirst({ askFirst }: Entry): string[] {
  return askFirst === undefined ? [] : [i18n.t('card.askFirst'), askFirst];
}

/** @returns how many there are before the first that does not pass. */
function leading<T>(items: readonly T[], passes: (item: T) => boolean): number {
  const end = items.findIndex((item) => !passes(item));
  return end < 0 ? items.length : end;
}

function wordsIn(texts: readonly string[]): number {
  return texts.join(' ').split(/\s+/).filter(Boolean).length;
}
