/**
 * Woken by events and free to be stopped after each: hands out entries, adds the card script, counts for the badge,
 * and brings the page script to tabs that were open before it.
 */
import citationsJson from 'virtual:underskin/citations';
import entriesJson from 'virtual:underskin/entries';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Citation, Glossary } from '../../data/entry.ts';
import { searchOf } from '../../data/search.ts';
import { type PageMessage, readPageMessage, type Said, type Say } from '../../page/messages.ts';
import { stepIn, termsOnPage } from '../../page/on-this-page.ts';
import { readLists, readNotHere, setListed, setNotHere } from '../../settings/lists.ts';
import { greetOnInstall } from './first-run.ts';
import { offerLookUp } from './look-up.ts';
import { startOmnibox } from './omnibox.ts';
import { switchSiteOfTab } from './switch-site.ts';

export default defineBackground(() => {
  let glossary: Glossary | undefined;
  const glossaryOf = () => {
    glossary ??= JSON.parse(entriesJson) as Glossary;
    return glossary;
  };
  const entryOf = (term: string) => (Object.hasOwn(glossaryOf(), term) ? glossaryOf()[term] : undefined);

  let citations: Record<string, Citation> | undefined;
  const citationOf = (study: string) => {
    citations ??= JSON.parse(citationsJson) as Record<string, Citation>;
    return Object.hasOwn(citations, study) ? citations[study] : undefined;
  };

  const answer = async (message: PageMessage, tab: Tab, frameId: number) => {
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
      case 'cite':
        return message.studies.flatMap((study) => citationOf(study) ?? []);
      case 'said':
        return tab.incognito ? undefined : said(message.term, tab);
      case 'seen':
        if (entryOf(message.term) && !tab.incognito) await setListed('recent', message.term, true);
        return undefined;
      case 'say':
        if (!entryOf(message.term) || tab.incognito) return undefined;
        await say(message.what, message.term, message.on, tab);
        return said(message.term, tab);
      case 'glossary':
        if (entryOf(message.term)) await browser.tabs.create({ url: glossaryUrl(message.term), openerTabId: tab.id });
        return undefined;
    }
  };

  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (response: unknown) => void) => {
    const known = readPageMessage(message);
    const { tab, frameId } = sender;
    if (sender.id !== browser.runtime.id || !known || tab?.id === undefined || frameId === undefined) return undefined;
    answer(known, { id: tab.id, url: tab.url, incognito: tab.incognito }, frameId).then(
      sendResponse,
      (error: unknown) => {
        // The tab or frame went away meanwhile; nobody is left to answer.
        console.debug('No answer to', known.type, error);
        sendResponse(undefined);
      },
    );
    return true;
  });

  browser.commands.onCommand.addListener((command) => {
    void (command === 'switch-site' ? switchSiteOfTab() : step(command === 'previous-term' ? -1 : 1));
  });

  offerLookUp();
  startOmnibox(() => searchOf(glossaryOf()));

  browser.runtime.onInstalled.addListener(() => {
    // Firefox does this by itself.
    if (!import.meta.env.FIREFOX) void joinOpenTabs();
  });
  browser.permissions.onAdded.addListener(() => {
    void joinOpenTabs();
  });

  greetOnInstall();
});

interface Tab {
  id: number;
  url: string | undefined;
  incognito: boolean;
}

const hostOf = ({ url }: Tab) => (url === undefined ? '' : new URL(url).hostname);

/** @returns the address of a term on the glossary page. */
function glossaryUrl(term: string): string {
  return browser.runtime.getURL(`/glossary.html#${term}`);
}

async function say(what: Say, term: string, on: boolean, tab: Tab): Promise<void> {
  if (what === 'not-here') await setNotHere(hostOf(tab), term, on);
  else await setListed(what, term, on);
}

async function said(term: string, tab: Tab): Promise<Said> {
  const [{ known, saved }, notHere] = await Promise.all([readLists(), readNotHere(hostOf(tab))]);
  return { known: term in known, saved: term in saved, 'not-here': term in notHere };
}

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

/** Pages that were open before the extension was installed, updated or let in need no reload. */
async function joinOpenTabs(): Promise<void> {
  for (const tab of await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] })) {
    if (tab.id === undefined || tab.discarded) continue;
    const target = { tabId: tab.id, allFrames: true };
    try {
      // As the manifest has it.
      const origin = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';
      await browser.scripting.insertCSS({ target, files: ['/marks.css'], origin });
      await browser.scripting.executeScript({ target, files: ['/page.js'] });
    } catch (error) {
      // Some pages (the store, an error page) take no scripts; the next tab may.
      console.debug('Not joined:', error);
    }
  }
}
