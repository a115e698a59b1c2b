/**
 * The reader's choices: where marks are off, and a pause. Kept on this computer only, one key a site and one write a
 * change, so that two windows can't undo each other's. Whatever is found under a key is read, never trusted: a value
 * that is not understood counts as the default and is left as it is.
 */
import { browser } from 'wxt/browser';

export interface Choices {
  /** Marks are off on this site. */
  siteOff: boolean;
  /** Everything rests until then, in ms since 1970; `undefined` when nothing rests. */
  pausedUntil: number | undefined;
  /** Which mentions are marked: the first of each section, the first of the page, all. */
  density: Density;
}

export const DENSITIES = ['section', 'page', 'all'] as const;
export type Density = (typeof DENSITIES)[number];

const PAUSE = 'pause';
const DENSITY = 'density';
const siteKey = (host: string) => `site:${host}`;

/** Stored under a site's key. A version is part of each value, so that a later shape can be told from this one. */
interface StoredSite {
  version: 1;
  marks: 'off';
}

interface StoredDensity {
  version: 1;
  marks: Density;
}

interface StoredPause {
  version: 1;
  until: number;
}

/** @returns whether pages of this site are to be marked at `now` (ms since 1970). */
export function isOn({ siteOff, pausedUntil }: Choices, now: number): boolean {
  return !siteOff && (pausedUntil === undefined || pausedUntil <= now);
}

/** @param host a page's `location.hostname`; empty for files. */
export async function readChoices(host: string): Promise<Choices> {
  return choicesFrom(await browser.storage.local.get([siteKey(host), PAUSE, DENSITY]), host);
}

/** Calls back with the new choices whenever they change, from whichever window. Ends with `signal`. */
export function watchChoices(host: string, changed: (choices: Choices) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if ([siteKey(host), PAUSE, DENSITY].some((key) => key in changes))
      void readChoices(host).then((choices) => !signal.aborted && changed(choices));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    // Once the extension is gone, its events are, too, and asking for one throws.
    if (browser.runtime?.id) browser.storage.local.onChanged.removeListener(listener);
  });
}

/** Switches marks off or on again for one site. Only the sites that are off are kept. */
export async function setSite(host: string, on: boolean): Promise<void> {
  if (on) await browser.storage.local.remove(siteKey(host));
  else await browser.storage.local.set({ [siteKey(host)]: { version: 1, marks: 'off' } satisfies StoredSite });
}

/** @param until ms since 1970, or `undefined` to go on at once. */
export async function setPause(until: number | undefined): Promise<void> {
  if (until === undefined) await browser.storage.local.remove(PAUSE);
  else await browser.storage.local.set({ [PAUSE]: { version: 1, until } satisfies StoredPause });
}

export async function setDensity(marks: Density): Promise<void> {
  await browser.storage.local.set({ [DENSITY]: { version: 1, marks } satisfies StoredDensity });
}

function choicesFrom(stored: Record<string, unknown>, host: string): Choices {
  const site = stored[siteKey(host)] as Partial<StoredSite> | null | undefined;
  const pause = stored[PAUSE] as Partial<StoredPause> | null | undefined;
  const density = stored[DENSITY] as Partial<StoredDensity> | null | undefined;
  return {
    density: (density?.version === 1 && DENSITIES.find((one) => one === density.marks)) || 'section',
    siteOff: site?.version === 1 && site.marks === 'off',
    pausedUntil: pause?.version === 1 && Number.isFinite(pause.until) ? pause.until : undefined,
  };
}
