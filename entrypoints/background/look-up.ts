/** "Look up …" in the menu of a selection. Works where nothing can be marked, too, such as in the browser's PDF viewer. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

const LOOK_UP = 'look-up';
/** What somebody selects to look up is a word or two. UTF-16 units. */
const MOST_TEXT = 100;

export function offerLookUp(): void {
  browser.runtime.onInstalled.addListener(() => {
    // The browser puts the selection in place of %s.
    browser.contextMenus.create({
      id: LOOK_UP,
      title: i18n.t('menu.lookUp', { selection: '%s' }),
      contexts: ['selection'],
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId !== LOOK_UP || !selectionText) return;
    const url = browser.runtime.getURL(`/glossary.html#q=${encodeURIComponent(queryOf(selectionText))}`);
    void browser.tabs.create({ url, ...(tab?.id !== undefined && tab.id >= 0 && { openerTabId: tab.id }) });
  });
}

/** @returns the selection as a search: one line, no longer than a search is. */
export function queryOf(selection: string): string {
  return selection.replaceAll(/\s+/g, ' ').trim().slice(0, MOST_TEXT).trim();
}
