/** What goes wrong, and hands to make it go wrong with. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { browserName, isCardOpen, marks, pointAt, type Started, sleep, waitForCard } from '../start.ts';

/** In the extension's own pages. */
declare const browser: typeof import('wxt/browser').browser;

export interface Fault {
  name: string;
  /** Left out where both browsers have a tool for it. */
  only?: typeof browserName;
  /** Nothing works after it, and nothing should: it gets a browser of its own. */
  last?: boolean;
  /** Brings the fault about and looks at what it must not break. After each one a fresh page has to get its card. */
  run(started: Started): Promise<void>;
}

export const TEXT = '<p>People with rosacea had raised zonulin.</p>';

/** @returns a page on which the card of "zonulin" is open. */
export async function pageWithCard(started: Started, html = TEXT): Promise<Page> {
  const page = await started.open(html);
  await marks(page, 2);
  await hoverUntilCard(page);
  return page;
}

/** Takes the pointer away and to the word again. */
export async function hoverAgain(page: Page, word = 'zonulin'): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(5, 740, { steps: 3 });
  await page.waitForFunction(() => !document.querySelector('div[data-underskin]'), { timeout: 5000 });
  await pointAt(page, word);
  await waitForCard(page);
}

/** As a hand does that finds no card: away and to the word, until there is one. */
export async function hoverUntilCard(page: Page, word = 'zonulin'): Promise<void> {
  await page.bringToFront();
  const tryOnce = async () => {
    await page.mouse.move(5, 740, { steps: 3 });
    await pointAt(page, word);
    await sleep(700);
    return isCardOpen(page);
  };
  await expect.poll(tryOnce, { timeout: 10_000 }).toBe(true);
}

/** @returns the id of a page's tab. Firefox takes no port in a pattern, so all are asked. */
export function tabIdOf(own: Page, page: Page): Promise<number> {
  return own.evaluate(
    async (url) => (await browser.tabs.query({})).find((tab) => tab.url === url)?.id as number,
    page.url(),
  );
}

/** Firefox has no way to end its background but to let it be idle for so long. */
export const IDLE_MS = 1000;

/** Ends the background as the browser does when nothing happens for a while. */
export async function stopBackground(started: Started): Promise<void> {
  if (browserName === 'firefox') {
    const own = await started.openOwn('popup.html');
    // Asks for those that there are, and wakes none.
    const isThere = () =>
      own.evaluate(() => {
        const views = browser.extension.getViews() as unknown as (typeof globalThis)[];
        return views.some(({ location }) => location.pathname.includes('background'));
      });
    await expect.poll(isThere, { timeout: 15_000 }).toBe(false);
    await own.close();
    return;
  }
  const target = started.browser.targets().find((one) => one.type() === 'service_worker');
  if (!target) return;
  const isThere = () => started.browser.targets().includes(target);
  // It may end by itself meanwhile, and then nobody answers or it is told as an error: what counts is that it is gone.
  void target
    .worker()
    .then((worker) => worker?.close())
    .catch(console.debug);
  await expect.poll(isThere, { timeout: 10_000 }).toBe(false);
}

/** @returns the badge of a tab, once it says `text`. */
export async function waitForBadge(own: Page, tabId: number, text: string): Promise<void> {
  await expect
    .poll(() => own.evaluate((id) => browser.action.getBadgeText({ tabId: id }), tabId), { timeout: 8000 })
    .toBe(text);
}

/** @returns all that is stored. */
export const stored = (own: Page) => own.evaluate(() => browser.storage.local.get(null));

/** Puts `values` in place of all that is stored. */
export const store = (own: Page, values: Record<string, unknown>) =>
  own.evaluate(async (all) => {
    await browser.storage.local.clear();
    await browser.storage.local.set(all as Record<string, unknown>);
  }, values);
