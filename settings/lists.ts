/**
 * The reader's own lists of terms. One key a list, changed under a lock that all pages of the extension and its
 * background share, so that two changes at once are both kept. Never called from a web page: its lock would be another.
 */
import { browser } from 'wxt/browser';
import { fieldsOf, KNOWN, notHereKey, type ReadField, readStored } from './choices.ts';
import { keep, readRaw } from './stored.ts';

/** Terms of a list with the time they were put there, ms since 1970. */
export type TermTimes = Record<string, number>;

export interface Lists {
  /** Not to be marked any more, on any site. */
  known: TermTimes;
  saved: TermTimes;
  /** Cards that were opened lately, the last first is for the caller to sort. */
  recent: TermTimes;
}

export const SAVED = 'saved';
const RECENT = 'recent';
const KEYS: Record<keyof Lists, string> = { known: KNOWN, saved: SAVED, recent: RECENT };

/** The list of recent cards is no diary. */
const MOST_RECENT = 30;
const LOCK = 'underskin.lists';

/** @returns the list under `key`. A page goes by the names alone, so a term stays on its list when its time is damaged. */
export function termsIn(stored: ReadField, key: string): TermTimes {
  // A stored null is an object, too.
  const terms: Record<string, unknown> = { ...stored(key, 'terms', {}) };
  return Object.fromEntries(
    Object.entries(terms).map(([term, at]) => [term, Number.isFinite(at) ? (at as number) : 0]),
  );
}

export async function readLists(): Promise<Lists> {
  const stored = await readStored(Object.values(KEYS));
  return { known: termsIn(stored, KNOWN), saved: termsIn(stored, SAVED), recent: termsIn(stored, RECENT) };
}

/** @returns the terms that the reader said mean something else on this site. */
export async function readNotHere(host: string): Promise<TermTimes> {
  return termsIn(await readStored([notHereKey(host)]), notHereKey(host));
}

/** Puts a term on a list or takes it off. @throws NotKeptError */
export async function setListed(list: keyof Lists, term: string, on: boolean): Promise<void> {
  await change(KEYS[list], term, on, list === 'recent' ? MOST_RECENT : Number.POSITIVE_INFINITY);
}

/** Says that a term means something else on a site, or takes that back. @throws NotKeptError */
export async function setNotHere(host: string, term: string, on: boolean): Promise<void> {
  await change(notHereKey(host), term, on, Number.POSITIVE_INFINITY);
}

/** Does `work` while nobody else changes a list. */
export async function withLists(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(LOCK, work);
}

function change(key: string, term: string, on: boolean, most: number): Promise<void> {
  return withLists(async () => {
    // Not as it is read for show: of a list that can't be read nothing may be written.
    const { [term]: _, ...others } = termsIn(fieldsOf(await readRaw([key])), key);
    const newest = Object.entries(on ? { ...others, [term]: Date.now() } : others).sort(([, a], [, b]) => b - a);
    await keep({ [key]: newest.length === 0 ? undefined : { terms: Object.fromEntries(newest.slice(0, most)) } });
  });
}

/** Calls back whenever one of the lists changes. Ends with `signal`. */
export function watchLists(changed: (lists: Lists) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.values(KEYS).some((key) => key in changes))
      void readLists().then((lists) => !signal.aborted && changed(lists));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
