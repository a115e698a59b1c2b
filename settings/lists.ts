/**
 * The reader's own lists of terms. One key a list, changed under a lock that all pages of the extension and its
 * background share, so that two changes at once are both kept. Never called from a web page: its lock would be another.
 */
import { browser } from 'wxt/browser';
import { field, KNOWN, notHereKey } from './choices.ts';

/** Terms of a list with the time they were put there, ms since 1970. */
export type TermTimes = Record<string, number>;

export interface Lists {
  /** Not to be marked any more, on any site. */
  known: TermTimes;
  saved: TermTimes;
  /** Cards that were opened lately, the last first is for the caller to sort. */
  recent: TermTimes;
}

const SAVED = 'saved';
const RECENT = 'recent';
const KEYS: Record<keyof Lists, string> = { known: KNOWN, saved: SAVED, recent: RECENT };

/** The list of recent cards is no diary. */
const MOST_RECENT = 30;
const LOCK = 'underskin.lists';

function termsIn(stored: Record<string, unknown>, key: string): TermTimes {
  const terms = field(stored, key, 'terms');
  if (typeof terms !== 'object' || terms === null) return {};
  return Object.fromEntries(Object.entries(terms).filter(([, at]) => typeof at === 'number' && Number.isFinite(at)));
}

export async function readLists(): Promise<Lists> {
  const stored = await browser.storage.local.get(Object.values(KEYS));
  return { known: termsIn(stored, KNOWN), saved: termsIn(stored, SAVED), recent: termsIn(stored, RECENT) };
}

/** @returns the terms that the reader said mean something else on this site. */
export async function readNotHere(host: string): Promise<TermTimes> {
  return termsIn(await browser.storage.local.get(notHereKey(host)), notHereKey(host));
}

/** Puts a term on a list or takes it off. */
export async function setListed(list: keyof Lists, term: string, on: boolean): Promise<void> {
  await change(KEYS[list], term, on, list === 'recent' ? MOST_RECENT : Number.POSITIVE_INFINITY);
}

/** Says that a term means something else on a site, or takes that back. */
export async function setNotHere(host: string, term: string, on: boolean): Promise<void> {
  await change(notHereKey(host), term, on, Number.POSITIVE_INFINITY);
}

async function change(key: string, term: string, on: boolean, most: number): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const stored = await browser.storage.local.get(key);
    // Of a later version: not ours to write to.
    if (stored[key] !== undefined && field(stored, key, 'version') === undefined) return;
    const { [term]: _, ...others } = termsIn(stored, key);
    const newest = Object.entries(on ? { ...others, [term]: Date.now() } : others).sort(([, a], [, b]) => b - a);
    if (newest.length === 0) await browser.storage.local.remove(key);
    else await browser.storage.local.set({ [key]: { version: 1, terms: Object.fromEntries(newest.slice(0, most)) } });
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
