/**
 * The reader's choices that a page asks for: where marks are off, what is marked and how, and a pause. Kept on this
 * computer only, one key a site and one write a change, so that two windows can't undo each other's. Whatever is found
 * under a key is read, never trusted: a value that is not understood counts as the default and is left as it is.
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
 * @param stored what a storage area gave. @param name of a field.
 * @returns the field of the value under `key`. Every value carries its version, so that a later shape can be told from
 * this one; of another version nothing is read.
 */
export function field(stored: Record<string, unknown>, key: string, name: string): unknown {
  const value = stored[key] as Record<string, unknown> | null | undefined;
  return value?.version === 1 ? value[name] : undefined;
}

/** @returns `value` when it is one of `all`, else the first of them, which is the default. */
export function oneOf<T>(all: readonly [T, ...T[]], value: unknown): T {
  return all.find((one) => one === value) ?? all[0];
}

/** @returns whether pages of this site are to be marked at `now` (ms since 1970). */
export function isOn({ siteOn, pausedUntil }: Choices, now: number): boolean {
  return siteOn && (pausedUntil === undefined || pausedUntil <= now);
}

const keysFor = (host: string) => [siteKey(host), notHereKey(host), PAUSE, DENSITY, STYLE, SITES, KNOWN];

/** @param host a page's `location.hostname`; empty for files. */
export async function readChoices(host: string): Promise<Choices> {
  const stored = await browser.storage.local.get(keysFor(host));
  const site = field(stored, siteKey(host), 'marks');
  const until = field(stored, PAUSE, 'until');
  const terms = (key: string) => Object.keys(field(stored, key, 'terms') ?? {});
  return {
    siteOn: field(stored, SITES, 'where') === 'chosen' ? site === 'on' : site !== 'off',
    pausedUntil: Number.isFinite(until) ? (until as number) : undefined,
    density: oneOf(DENSITIES, field(stored, DENSITY, 'marks')),
    style: oneOf(MARK_STYLES, field(stored, STYLE, 'style')),
    hidden: new Set([...terms(KNOWN), ...terms(notHereKey(host))]),
  };
}

/** Calls back with the new choices whenever they change, from whichever window. Ends with `signal`. */
export function watchChoices(host: string, changed: (choices: Choices) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (keysFor(host).some((key) => key in changes))
      void readChoices(host).then((choices) => !signal.aborted && changed(choices));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    // Once the extension is gone, its events are, too, and asking for one throws.
    if (browser.runtime?.id) browser.storage.local.onChanged.removeListener(listener);
  });
}
