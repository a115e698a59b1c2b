/** Marks on or off, by one key, for the site in the tab that is looked at. */
import { browser } from 'wxt/browser';
import { onThisPage, switchTab } from '../../page/on-this-page.ts';
import { switchSite } from '../../settings/change.ts';
import { readChoices } from '../../settings/choices.ts';

/** In a private window nothing is stored, and this page only is switched. Does nothing where there is no page of ours. */
export async function switchSiteOfTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || !/^(?:https?|file):/.test(tab.url ?? '')) return;
  if (tab.incognito) {
    try {
      await switchTab(tab.id, !(await onThisPage(tab.id)).running);
    } catch (error) {
      // The store looks like any page and takes no scripts.
      console.debug('Not switched:', error);
    }
    return;
  }
  const { hostname } = new URL(tab.url ?? '');
  await switchSite(hostname, !(await readChoices(hostname)).siteOn);
}
