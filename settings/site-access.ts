/** Whether the browser lets us read web pages. The reader may withhold that, for all sites or for some. */
import { browser } from 'wxt/browser';

const EVERYWHERE = { origins: ['http://*/*', 'https://*/*'] };

/** @returns whether every web page may be read. */
export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains(EVERYWHERE);
}

/** Lets the browser ask the reader. To be called right in a click, or the browser refuses. */
export function askForSiteAccess(): Promise<boolean> {
  return browser.permissions.request(EVERYWHERE);
}

/** Calls back when access is given or taken away, in the browser's own pages, too. */
export function watchSiteAccess(changed: (granted: boolean) => void): void {
  const look = () => void hasSiteAccess().then(changed);
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
}
