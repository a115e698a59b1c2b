/** What a page may ask of the background. No message can change a setting. */
import type { Entry } from '../data/entry.ts';

export type PageMessage =
  /** The entry of a term; `withCard` also adds the card script to this frame. */
  | { type: 'prepare'; term: string; withCard: boolean }
  /** This frame has marks and wants the script that follows the pointer. */
  | { type: 'hover' }
  /** The host of the tab's own page, which a frame from elsewhere can't see. */
  | { type: 'site' }
  /** The mentions changed; the badge wants counting. */
  | { type: 'changed' };

export interface Answers {
  prepare: Entry | undefined;
  hover: undefined;
  site: string | undefined;
  changed: undefined;
}

/** @returns the message when it has the shape of one, and nothing for anything else. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, term, withCard } = message as Record<string, unknown>;
  switch (type) {
    case 'prepare':
      if (typeof term !== 'string' || term.length > 100 || typeof withCard !== 'boolean') return undefined;
      return { type, term, withCard };
    case 'hover':
    case 'site':
    case 'changed':
      return { type };
    default:
      return undefined;
  }
}
