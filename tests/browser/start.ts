/** What every browser test starts with: a browser with the extension, pages to show, and hands to use them with. */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeFirstRunPage, type Launched, launch, openOwnPage, openPopupOn } from '../../scripts/launch.ts';
import { type Served, serve } from '../../scripts/serve.ts';

const root = join(import.meta.dirname, '../..');
export const browserName = inject('browser');
const base = browserName === 'firefox' ? 'firefox-mv3' : 'chrome-mv3';

type Build = 'production' | 'e2e' | 'pseudo';

/** Folder of a build of this browser; the card of `e2e` can be looked into, and that of `pseudo`, whose words are no language. */
export const buildFolder = (mode: Build) => join(root, '.output', mode === 'production' ? base : `${base}-${mode}`);

export interface Started {
  browser: Browser;
  /** Opens a page of the site `name` with this HTML as its body, or as the whole when it has a doctype. */
  open: (html: string, site?: Site) => Promise<Page>;
  /** Opens a page of the extension. */
  openOwn: (path: string) => Promise<Page>;
  /** Opens the popup as if over this page. */
  openPopupOn: (page: Page) => Promise<Page>;
}

/** Two names of this machine, so that there are two sites. */
export type Site = '127.0.0.1' | 'localhost';

/** Starts a browser for this file and ends it after. */
export function start(options: { extension?: Build | 'none'; dark?: boolean; idleMs?: number } = {}): Started {
  const { extension = 'e2e', dark = false, idleMs } = options;
  const pages = new Map<string, string>();
  let launched: Launched;
  let served: Served;
  let number = 0;

  beforeAll(async () => {
    served = await serve((path) => pages.get(path));
    launched = await launch({
      name: browserName,
      ...(extension !== 'none' && { extension: buildFolder(extension) }),
      headless: true,
      dark,
      ...(idleMs !== undefined && { idleMs }),
    });
    if (extension === 'production') await closeFirstRunPage(launched);
  });
  afterAll(async () => {
    await launched?.browser.close();
    await served?.close();
  });

  return {
    get browser() {
      return launched.browser;
    },
    async open(html, site = '127.0.0.1') {
      const path = `/page-${++number}`;
      pages.set(path, html.startsWith('<!doctype') ? html : pageOf(html));
      const page = await launched.browser.newPage();
      await page.setViewport({ width: 1000, height: 760 });
      await page.goto(`${served.origin.replace('127.0.0.1', site)}${path}`);
      return page;
    },
    async openOwn(path) {
      const page = await openOwnPage(launched, path);
      await page.setViewport({ width: 400, height: 600 });
      return page;
    },
    async openPopupOn(page) {
      const popup = await openPopupOn(launched, page);
      await popup.setViewport({ width: 400, height: 600 });
      return popup;
    },
  };
}

function pageOf(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
    <style>body { margin: 40px; font: 18px/1.6 serif; background: #fff; color: #111 }</style></head><body>${body}</body></html>`;
}

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** @returns the marked words, in the order of the page. Asks until there are `count`, or returns what there is. */
export async function marks(page: Page, count?: number): Promise<string[]> {
  let words: string[] = [];
  for (let turn = 0; turn < 40; turn++) {
    words = await page.evaluate(() => {
      const ranges = Array.from((CSS.highlights.get('term-mark-dotted') ?? []) as Iterable<StaticRange>, (range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live;
      });
      const inOrder = ranges.sort((a, b) =>
        a.startContainer.getRootNode() === b.startContainer.getRootNode()
          ? a.compareBoundaryPoints(Range.START_TO_START, b)
          : 0,
      );
      return inOrder.map((range) => range.toString());
    });
    if (count === undefined && turn === 8) return words;
    if (words.length === count) {
      // The script that follows the pointer is asked for with the first mark. A hand takes longer, too.
      await sleep(250);
      return words;
    }
    await sleep(100);
  }
  return words;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** @returns the box of the `nth` place where the page's body says `word`. */
export function boxOf(page: Page, word: string, nth = 0): Promise<Box> {
  return page.evaluate(
    (text, number) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let left = number;
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
          if (left-- > 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + text.length);
          const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
          return { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
        }
      }
      throw new Error(`The page does not say "${text}" so often`);
    },
    word,
    nth,
  );
}

/** Moves the pointer to a word as a hand would and lets it rest there. @returns where it rests. */
export async function pointAt(page: Page, word: string, nth = 0): Promise<{ x: number; y: number }> {
  const box = await boxOf(page, word, nth);
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  await page.mouse.move(Math.max(1, x - 60), Math.max(1, y - 40));
  await page.mouse.move(x, y, { steps: 6 });
  return { x, y };
}

/** Whether a card is open: our host is the last child of the root element, or of the dialog it had to go into. */
export function isCardOpen(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.querySelector('div[data-underskin]:not([data-underskin="ring"]):popover-open') !== null,
  );
}

export async function waitForCard(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('div[data-underskin]:not([data-underskin="ring"]):popover-open') !== null,
    {
      timeout: 5000,
    },
  );
  // Its first frame fades in.
  await sleep(150);
}

export async function waitForNoCard(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('div[data-underskin]:not([data-underskin="ring"])') === null,
    { timeout: 5000 },
  );
}

/** @returns what `read` makes of the card's root; only with the e2e build. */
export function inCard<T>(page: Page, read: (root: ShadowRoot) => T): Promise<T> {
  return page.evaluate(
    `(${read.toString()})(document.querySelector('div[data-underskin]:not([data-underskin="ring"])').shadowRoot)`,
  ) as Promise<T>;
}

/** Clicks the element of the card that `selector` finds, with the pointer. */
export async function clickInCard(page: Page, selector: string): Promise<void> {
  const at = (await page.evaluate((wanted) => {
    const element = document
      .querySelector('div[data-underskin]:not([data-underskin="ring"])')
      ?.shadowRoot?.querySelector(wanted);
    element?.scrollIntoView({ block: 'nearest' });
    const box = element?.getBoundingClientRect();
    return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, selector)) as { x: number; y: number } | undefined;
  if (!at) throw new Error(`The card has no ${selector}`);
  await page.mouse.move(at.x, at.y, { steps: 8 });
  await page.mouse.click(at.x, at.y);
}
