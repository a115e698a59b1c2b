/**
 * Changes a choice. One key and one write each. Called from pages of the extension only, never for a web page. All of them
 * throw `NotKeptError` when nothing was kept.
 */
import {
  DENSITY,
  type Density,
  type MarkStyle,
  oneOf,
  PAUSE,
  readStored,
  SITES,
  STYLE,
  siteKey,
  WHERE,
  type Where,
} from './choices.ts';
import { OPENING, type Opening, TEXT_SIZE, type TextSize, THEME, type Theme } from './reading.ts';
import { keep } from './stored.ts';

/**
 * Switches marks on or off for one site. Only what differs from the rule for all sites is kept.
 * @param where the rule for all sites.
 */
export const setSite = (host: string, on: boolean, where: Where = 'all'): Promise<void> =>
  keep({ [siteKey(host)]: on === (where === 'all') ? undefined : { marks: on ? 'on' : 'off' } });

/** Switches marks on or off for one site, whatever the rule for all sites is. */
export async function switchSite(host: string, on: boolean): Promise<void> {
  const read = await readStored([SITES]);
  await setSite(host, on, oneOf(WHERE, read(SITES, 'where')));
}

/** @param until ms since 1970, at most 20 days ahead, or `undefined` to go on at once. */
export const setPause = (until: number | undefined): Promise<void> =>
  keep({ [PAUSE]: until === undefined ? undefined : { until } });

export const setDensity = (marks: Density): Promise<void> => keep({ [DENSITY]: { marks } });
export const setStyle = (style: MarkStyle): Promise<void> => keep({ [STYLE]: { style } });
export const setWhere = (where: Where): Promise<void> => keep({ [SITES]: { where } });
export const setOpening = (opening: Opening): Promise<void> => keep({ [OPENING]: { opening } });
export const setTextSize = (size: TextSize): Promise<void> => keep({ [TEXT_SIZE]: { size } });
export const setTheme = (theme: Theme): Promise<void> => keep({ [THEME]: { theme } });
