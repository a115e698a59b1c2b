/**
 * The reader's choices that a page asks for: where marks are off, what is marked and how, and a pause. Kept on this
 * computer only, one key a site and one write a change, so that two windows can't undo each other's. Whatever is found
 * under a key is read, never trusted: a value that is not understood counts as the default and is left as it is. Every
 * page loads this file; what is needed to write is in `stored.ts`.
 */
import { browser } from 'wxt/browser';

export interface Choices {
  /** Marks are wanted on this site, a pause aside. */
  siteOn: boolean;
  /** Everything rests until then, in ms since 1970; `undefined` when nothing rests. */
  pausedUntil: number | undefined;
  density: Density;
  style: MarkStyle;
  /** Terms that get no mark here: the reader knows them, or said that they mean something else on this site. */
  hidden: ReadonlySet<string>;
}

/** Which mentions are marked: the first of each section, the first of the page, all. */
export const DENSITIES = ['section', 'page', 'all'] as const;
export type Density = (typeof DENSITIES)[number];

/** How a mark looks; each is a rule of `public/marks.css`. `none` shows nothing, and the card still opens. */
export const MARK_STYLES = ['dotted', 'solid', 'wavy', 'tint', 'none'] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

/** Where marks are wanted: on all sites but those switched off, or on those only that were switched on. */
export const WHERE = ['all', 'chosen'] as const;
export type Where = (typeof WHERE)[number];

export const PAUSE = 'pause';
export const DENSITY = 'density';
export const STYLE = 'style';
export const SITES = 'sites';
export const KNOWN = 'known';
export const siteKey = (host: string) => `site:${host}`;
export const notHereKey = (host: string) => `not-here:${host}`;

/**
 * The version that every value carries, so that a later shape can be told from this one. There has been no other: when one
 * key gets another shape, `fieldsOf` is where its older one is to be read.
 */
export const VERSION = 1;

/**
 * @returns the field `name` of the value under `key`, or `fallback` when the value is of another version, or the field of
 * another type than `fallback`.
 */
export type ReadField = <T = string>(key: string, name: string, fallback?: T) => T;

/** @param stored what the browser's storage gave; nothing when it failed. */
export function fieldsOf(stored: Record<string, unknown> | undefined): ReadField {
  return <T>(key: string, name: string, fallback = '' as T) => {
    const value = stored?.[key] as Record<string, unknown> | null | undefined;
    return value?.version === VERSION && typeof value[name] === typeof fallback ? (value[name] as T) : fallback;
  };
}

/**
 * @returns what reads the values under `keys`: all fall back when the browser can't read its storage. As long as it doesn't
 * answer, nothing is returned: a guess could mark a site where the reader wants no marks.
 */
export async function readStored(keys: string[]): Promise<ReadField> {
  return fieldsOf((await browser.storage.local.get(keys).catch(console.debug)) as Record<string, unknown> | undefined);
}

/** @returns `value` when it is one of `all`, else the first of them, which is the default. */
export function oneOf<T extends string>(all: readonly [T, ...T[]], value: string): T {
  return all.includes(value as T) ? (value as T) : all[0];
}

/** @returns whether pages of this site are to be marked at `now` (ms since 1970). */
export function isOn({ siteOn, pausedUntil = 0 }: Choices, now: number): boolean {
  return siteOn && pausedUntil <= now;
}

const keysFor = (host: string) => [siteKey(host), notHereKey(host), PAUSE, DENSITY, STYLE, SITES, KNOWN];

/** @param host a page's `location.hostname`; empty for files. */
export async function readChoices(host: string): Promise<Choices> {
  const stored = await readStored(keysFor(host));
  const site = stored(siteKey(host), 'marks');
  const until = stored(PAUSE, 'until', Number.NaN);
  return {
    siteOn: stored(SITES, 'where') === 'chosen' ? site === 'on' : site !== 'off',
    // A page's timer counts no further than 24 days; so long a pause was set by nobody.
    pausedUntil: until - Date.now() < 2e9 ? until : undefined,
    density: oneOf(DENSITIES, stored(DENSITY, 'marks')),
    style: oneOf(MARK_STYLES, stored(STYLE, 'style')),
    hidden: new Set(Object.keys({ ...stored(KNOWN, 'terms', {}), ...stored(notHereKey(host), 'terms', {}) })),
  };
}

/**
 * Calls back with the new choices whenever they change, from whichever window, until `signal`. The listener stays: in a web
 * page the signal is that the extension is gone, and its events with it.
 */
export function watchChoices(host: string, changed: (choices: Choices) => void, signal: AbortSignal): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (keysFor(host).some((key) => key in changes))
      void readChoices(host).then((choices) => signal.aborted || changed(choices));
  });
}
