/** All that the reader said about single sites, for the page that shows it as a whole. A web page reads its own only. */
import { browser } from 'wxt/browser';
import { fieldsOf, notHereKey, oneOf, SITES, siteKey, WHERE, type Where } from './choices.ts';

export interface Sites {
  /** The rule for sites that have no setting of their own. */
  where: Where;
  /** Sites with a setting of their own, by name. An empty `host` stands for files. */
  own: { host: string; on: boolean }[];
  /** Terms that the reader said mean something else on a site, by site and term. */
  notHere: { host: string; term: string }[];
}

const SITE = siteKey('');
const NOT_HERE = notHereKey('');

export async function readSites(): Promise<Sites> {
  const all = await browser.storage.local.get(null);
  const stored = fieldsOf(all);
  const own: Sites['own'] = [];
  const notHere: Sites['notHere'] = [];
  for (const key of Object.keys(all).sort()) {
    if (key.startsWith(SITE)) {
      const marks = stored(key, 'marks');
      if (marks === 'on' || marks === 'off') own.push({ host: key.slice(SITE.length), on: marks === 'on' });
    } else if (key.startsWith(NOT_HERE)) {
      const host = key.slice(NOT_HERE.length);
      notHere.push(...Object.keys(stored(key, 'terms', {})).map((term) => ({ host, term })));
    }
  }
  return { where: oneOf(WHERE, stored(SITES, 'where')), own, notHere };
}

/** Calls back whenever something about a site changes, from whichever window. Ends with `signal`. */
export function watchSites(changed: (sites: Sites) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key === SITES || key.startsWith(SITE) || key.startsWith(NOT_HERE)))
      void readSites().then((sites) => !signal.aborted && changed(sites));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
