/**
 * What a page may ask of the background. No message can change a setting; of the reader's own lists the card can put one
 * term at a time on one or take it off.
 */
import type { Citation, Entry } from '../data/entry.ts';

export type PageMessage =
  /** The entry of a term; `withCard` also adds the card script to this frame. */
  | { type: 'prepare'; term: string; withCard: boolean }
  /** This frame has marks and wants the script that follows the pointer. */
  | { type: 'hover' }
  /** The host of the tab's own page, which a frame from elsewhere can't see. */
  | { type: 'site' }
  /** The mentions changed; the badge wants counting. */
  | { type: 'changed' }
  /** Studies, by id, as text to copy. */
  | { type: 'cite'; studies: string[] }
  /** On which of the reader's lists a term is. */
  | { type: 'said'; term: string }
  /** A card was open long enough to be read. */
  | { type: 'seen'; term: string }
  /** The reader knows a term, saves it, or says that it means something else on this site; or takes that back. */
  | { type: 'say'; what: Say; term: string; on: boolean }
  /** Shows a term on the glossary page. */
  | { type: 'glossary'; term: string };

export const SAYS = ['known', 'saved', 'not-here'] as const;
export type Say = (typeof SAYS)[number];

/** Which of the lists a term is on; nothing in a private window, where nothing is kept. */
export type Said = Record<Say, boolean> | undefined;

export interface Answers {
  prepare: Entry | undefined;
  hover: undefined;
  site: string | undefined;
  changed: undefined;
  cite: Citation[];
  said: Said;
  seen: undefined;
  say: Said;
  glossary: undefined;
}

/** More than any term has. */
const MOST_STUDIES = 200;

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 100;
}

/** @returns the message when it has the shape of one, and nothing for anything else. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, term, withCard, studies, what, on } = message as Record<string, unknown>;
  switch (type) {
    case 'prepare':
      return isId(term) && typeof withCard === 'boolean' ? { type, term, withCard } : undefined;
    case 'hover':
    case 'site':
    case 'changed':
      return { type };
    case 'cite':
      if (!Array.isArray(studies) || studies.length > MOST_STUDIES || !studies.every(isId)) return undefined;
      return { type, studies };
    case 'said':
    case 'seen':
    case 'glossary':
      return isId(term) ? { type, term } : undefined;
    case 'say': {
      const known = SAYS.find((one) => one === what);
      return known && isId(term) && typeof on === 'boolean' ? { type, what: known, term, on } : undefined;
    }
    default:
      return undefined;
  }
}
