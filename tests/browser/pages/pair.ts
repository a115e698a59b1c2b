/** Two browsers side by side, one with the extension and one bare, that are shown the same pages. */
import type { Browser, ConsoleMessage, Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type Launched, launch, openOwnPage } from '../../../scripts/launch.ts';
import { browserName, buildFolder } from '../start.ts';
import { type Answer, openSite, type Site } from './site.ts';

declare const browser: typeof import('wxt/browser').browser;

export interface Opened {
  page: Page;
  /** Uncaught errors and errors on the console, as they come. */
  troubles: string[];
}

export interface Pair {
  site: Site;
  withUs: Browser;
  bare: Browser;
  /** @returns the address that a file of the extension has, or would have. */
  ownUrl: (path: string) => string;
  /** Puts a page on the site. @returns its address; each is new. */
  put: (answer: Answer) => string;
  /** Opens an address in one of the browsers. */
  open: (where: 'withUs' | 'bare', url: string, before?: (page: Page) => Promise<void>) => Promise<Opened>;
  /** @returns the words that are marked in the page at this address, in all its frames. */
  markedWords: (url: string) => Promise<string[]>;
  /** Switches marks off in all frames of the page at this address, as the popup does in a private window. */
  switchOff: (url: string) => Promise<void>;
}

/** Starts both browsers for this file and ends them after. */
export function startPair(): Pair {
  let site: Site;
  let withUs: Launched;
  let bare: Launched;
  let own: Page;
  let number = 0;

  beforeAll(async () => {
    site = await openSite();
    const options = { name: browserName, headless: true };
    [withUs, bare] = await Promise.all([
      launch({ ...options, extension: buildFolder('production') }),
      launch({ ...options }),
    ]);
    own = await openOwnPage(withUs, 'popup.html');
    // Every mention, so that what a fixture says twice is not marked once.
    await own.evaluate(() => browser.storage.local.set({ density: { version: 1, marks: 'all' } }));
  });
  afterAll(async () => {
    await Promise.all([withUs?.browser.close(), bare?.browser.close()]);
    await site?.close();
  });

  return {
    get site() {
      return site;
    },
    get withUs() {
      return withUs.browser;
    },
    get bare() {
      return bare.browser;
    },
    ownUrl: (path) => withUs.extensionUrl(path),
    put(answer) {
      const path = `/odd-${++number}`;
      site.put(path, answer);
      return `${site.origin}${path}`;
    },
    async open(where, url, before) {
      const page = await (where === 'bare' ? bare : withUs).browser.newPage();
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(String((error as Error).stack ?? error)));
      page.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error') troubles.push(message.text());
      });
      page.on('dialog', (dialog) => void dialog.accept());
      await page.setViewport({ width: 1000, height: 760 });
      await before?.(page);
      await page.goto(url, { waitUntil: 'load' });
      return { page, troubles };
    },
    async markedWords(url) {
      return own.evaluate(async (address) => {
        const tab = (await browser.tabs.query({})).find((one) => one.url?.startsWith(address));
        if (tab?.id === undefined) throw new Error(`No tab shows ${address}`);
        const answers = await browser.scripting.executeScript({
          target: { tabId: tab.id, allFrames: true },
          func: () => {
            interface Mention {
              startNode: Text;
              start: number;
              endNode: Text;
              end: number;
            }
            interface Handle {
              spotter():
                | {
                    mentions: { elements(): Iterable<Element>; in(element: Element): Mention[] };
                    painter: { isMarked(mention: Mention): boolean };
                  }
                | undefined;
            }
            const handle = (globalThis as unknown as Record<symbol, Handle | undefined>)[Symbol.for('underskin.page')];
            const spotter = handle?.spotter();
            if (!spotter) return [];
            return [...spotter.mentions.elements()]
              .flatMap((element) => spotter.mentions.in(element))
              .filter((mention) => spotter.painter.isMarked(mention))
              .map(({ startNode, start, endNode, end }) => {
                const range = document.createRange();
                range.setStart(startNode, start);
                range.setEnd(endNode, end);
                return range.toString();
              });
          },
        });
        return answers.flatMap(({ result }) => (result as string[] | null) ?? []);
      }, url);
    },
    async switchOff(url) {
      await own.evaluate(async (address) => {
        const tab = (await browser.tabs.query({})).find((one) => one.url?.startsWith(address));
        if (tab?.id === undefined) throw new Error(`No tab shows ${address}`);
        await browser.scripting.executeScript({
          target: { tabId: tab.id, allFrames: true },
          func: () => {
            const handle = (globalThis as unknown as Record<symbol, { switch(on: boolean): void } | undefined>)[
              Symbol.for('underskin.page')
            ];
            handle?.switch(false);
          },
        });
      }, url);
    },
  };
}
