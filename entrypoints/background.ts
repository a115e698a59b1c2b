/**
 * Woken by events and free to be stopped after each: hands out entries, adds the card script, counts for the badge,
 * and brings the page script to tabs that were open before it.
 */
import entriesJson from 'virtual:underskin/entries';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Glossary } from '../data/entry.ts';
import { type PageMessage, readPageMessage } from '../page/messages.ts';
import { stepIn, termsOnPage } from '../page/on-this-page.ts';

export default defineBackground(() => {
  let glossary: Glossary | undefined;
  const entryOf = (term: string) => {
    glossary ??= JSON.parse(entriesJson) as Glossary;
    return Object.hasOwn(glossary, term) ? glossary[term] : undefined;
  };

  const answer = async (message: PageMessage, tab: { id: number; url?: string | undefined }, frameId: number) => {
    const add = (file: '/card.js' | '/hover.js') =>
      browser.scripting.executeScript({
        target: { tabId: tab.id, frameIds: [frameId] },
        files: [file],
        injectImmediately: true,
      });
    switch (message.type) {
      case 'prepare':
        if (message.withCard) await add('/card.js');
        return entryOf(message.term);
      case 'hover':
        await add('/hover.js');
        return undefined;
      case 'site':
        return tab.url === undefined ? undefined : new URL(tab.url).hostname;
      case 'changed':
        await showCount(tab.id);
        return undefined;
    }
  };

  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (response: unknown) => void) => {
    const known = readPageMessage(message);
    const { tab, frameId } = sender;
    if (sender.id !== browser.runtime.id || !known || tab?.id === undefined || frameId === undefined) return undefined;
    answer(known, { id: tab.id, url: tab.url }, frameId).then(sendResponse, (error: unknown) => {
      // The tab or frame went away meanwhile; nobody is left to answer.
      console.debug('No answer to', known.type, error);
      sendResponse(undefined);
    });
    return true;
  });

  browser.commands.onCommand.addListener((command) => {
    void step(command === 'previous-term' ? -1 : 1);
  });

  browser.runtime.onInstalled.addListener(() => {
    void joinOpenTabs();
  });
});

/** By keyboard, in the tab that is looked at. */
async function step(direction: 1 | -1): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  try {
    await stepIn(tab.id, direction);
  } catch (error) {
    // The browser's own pages take no scripts.
    console.debug('No step:', error);
  }
}

/** The badge counts the different terms on the page, all frames together. */
async function showCount(tabId: number): Promise<void> {
  const terms = (await termsOnPage(tabId)).size;
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#0f6b62' });
  await browser.action.setBadgeText({ tabId, text: terms === 0 ? '' : String(terms) });
}

/** Pages that were open before the extension was installed or updated need no reload. Firefox does this by itself. */
async function joinOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  for (const tab of await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] })) {
    if (tab.id === undefined || tab.discarded) continue;
    const target = { tabId: tab.id, allFrames: true };
    try {
      await browser.scripting.insertCSS({ target, files: ['/marks.css'] });
      await browser.scripting.executeScript({ target, files: ['/page.js'] });
    } catch (error) {
      // Some pages (the store, an error page) take no scripts; the next tab may.
      console.debug('Not joined:', error);
    }
  }
}
