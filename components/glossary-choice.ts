import type { Entry } from '../data/entry.ts';
import type { Certainty, Kind, Subjects } from '../data/schema.ts';
import { headCertainty } from './words.ts';

/** Which terms the list shows. What is `undefined` is not asked for. */
export interface Choice {
  kind?: Kind | 'disputed';
  /** Of the first claim, which the bar in the list shows; `none` for terms without one. */
  certainty?: Certainty | 'none';
  /** In whom it was seen, by any claim. */
  seen?: Subjects;
  list?: 'saved' | 'known';
}

/** The reader's own lists, by term id. */
export interface OwnLists {
  saved: ReadonlySet<string>;
  known: ReadonlySet<string>;
}

/** @returns whether a term fits; with no lists, as in a private window, every term counts as on none. */
export function fits(entry: Entry, { kind, certainty, seen, list }: Choice, lists: OwnLists | undefined): boolean {
  if (kind === 'disputed' ? !entry.disputed : kind !== undefined && entry.kind !== kind) return false;
  if (certainty !== undefined && (headCertainty(entry) ?? 'none') !== certainty) return false;
  if (seen !== undefined && !entry.claims.some(({ subjects }) => subjects.includes(seen))) return false;
  return list === undefined || lists?.[list].has(entry.id) === true;
}

/** @returns the letter that a name is listed under, without accents; "0–9" for "16S rRNA sequencing". */
export function letterOf(name: string): string {
  const letter =
    name
      .normalize('NFKD')
      .match(/[\p{L}\p{N}]/u)?.[0]
      .toUpperCase() ?? '';
  return /[A-Z]/.test(letter) ? letter : '0–9';
}
