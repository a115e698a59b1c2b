/** Changes a choice. One key and one write each. Called from pages of the extension only, never for a web page. */
import { browser } from 'wxt/browser';
import {
  DENSITY,
  type Density,
  field,
  type MarkStyle,
  oneOf,
  PAUSE,
  SITES,
  STYLE,
  siteKey,
  WHERE,
  type Where,
} from './choices.ts';
import { OPENING, type Opening, TEXT_SIZE, type TextSize, THEME, type Theme } from './reading.ts';

const set = (key: string, value: Record<string, unknown>) =>
  browser.storage.local.set({ [key]: { version: 1, ...value } });

/**
 * Switches marks on or off for one site. Only what differs from the rule for all sites is kept.
 * @param where the rule for all sites.
 */
export async function setSite(host: string, on: boolean, where: Where = 'all'): Promise<void> {
  if (on === (where === 'all')) await browser.storage.local.remove(siteKey(host));
  else await set(siteKey(host), { marks: on ? 'on' : 'off' });
}

/** Switches marks on or off for one site, whatever the rule for all sites is. */
export async function switchSite(host: string, on: boolean): Promise<void> {
  await setSite(host, on, oneOf(WHERE, field(await browser.storage.local.get(SITES), SITES, 'where')));
}

/** @param until ms since 1970, or `undefined` to go on at once. */
export async function setPause(until: number | undefined): Promise<void> {
  if (until === undefined) await browser.storage.local.remove(PAUSE);
  else await set(PAUSE, { until });
}

export const setDensity = (marks: Density) => set(DENSITY, { marks });
export const setStyle = (style: MarkStyle) => set(STYLE, { style });
export const setWhere = (where: Where) => set(SITES, { where });
export const setOpening = (opening: Opening) => set(OPENING, { opening });
export const setTextSize = (size: TextSize) => set(TEXT_SIZE, { size });
export const setTheme = (theme: Theme) => set(THEME, { theme });
