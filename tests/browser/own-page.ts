/** Hands for the extension's own full pages: what to look for on them, and what they must hold to in every look. */
import axe from 'axe-core';
import type { ElementHandle, Page, Viewport } from 'puppeteer-core';
import { afterEach, expect } from 'vitest';
import type { Started } from './start.ts';

declare const browser: typeof import('wxt/browser').browser;

export const stored = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(() => browser.storage.local.get(null));

export const store = (page: Page, values: Record<string, unknown>): Promise<void> =>
  page.evaluate((all) => browser.storage.local.set(all), values);

export const wipe = (page: Page): Promise<void> => page.evaluate(() => browser.storage.local.clear());

/** What a reader may have put into the storage. */
export const LISTS = {
  'site:news.example': { version: 1, marks: 'off' },
  known: { version: 1, terms: { zonulin: 1, rosacea: 2 } },
  saved: { version: 1, terms: { butyrate: 1, 'term-of-an-old-glossary': 2 } },
  'not-here:news.example': { version: 1, terms: { acne: 1 } },
  recent: { version: 1, terms: { acne: 1, eczema: 2 } },
};

/**
 * Opens one of the extension's own pages, as often as a test likes; after the test the storage is wiped and all are closed.
 * @returns `close` for a page that is to go earlier: Firefox does not say at once of a page that it is closed.
 */
export function openedForATest(
  started: Started,
  file: string,
  size: Viewport,
): { open: () => Promise<Page>; close: (page: Page) => Promise<void> } {
  let opened: Page[] = [];
  const close = async (page: Page) => {
    opened = opened.filter((one) => one !== page);
    await page.close();
  };
  afterEach(async () => {
    if (opened[0]) await wipe(opened[0]);
    await Promise.all(opened.map(close));
  });
  const open = async () => {
    const page = await started.openOwn(file);
    opened.push(page);
    await page.setViewport(size);
    return page;
  };
  return { open, close };
}

/** Waits until the storage has this value under `key`; `undefined` for none. */
export async function waitForStored(page: Page, key: string, value: unknown): Promise<void> {
  await expect.poll(async () => (await stored(page))[key], { timeout: 5000 }).toEqual(value);
}

export async function waitForText(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 5000 }, text);
}

/** @returns the button, link or field with this text or name. */
export async function control(page: Page, name: string): Promise<ElementHandle<HTMLElement>> {
  const found = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>('button, a, input')].find((element) => {
        const by = element.getAttribute('aria-labelledby');
        const label = by ? document.getElementById(by) : (element as HTMLInputElement).labels?.[0];
        const words = label?.textContent ?? element.textContent ?? '';
        return words.trim() === wanted && element.checkVisibility();
      }),
    { timeout: 5000 },
    name,
  );
  return found as ElementHandle<HTMLElement>;
}

export async function press(page: Page, name: string): Promise<void> {
  await (await control(page, name)).click();
}

/** @returns the radio button `value` of the choice with this legend. */
export function radio(page: Page, legend: string, value: string): Promise<ElementHandle<HTMLInputElement>> {
  return page.evaluateHandle(
    (words, wanted) => {
      const choice = [...document.querySelectorAll('fieldset')].find(
        (one) => one.querySelector(':scope > legend')?.textContent === words,
      );
      const found = choice?.querySelector<HTMLInputElement>(`input[value="${wanted}"]`);
      if (!found) throw new Error(`There is no ${wanted} under "${words}"`);
      return found;
    },
    legend,
    value,
  );
}

export async function waitForChecked(page: Page, legend: string, value: string): Promise<void> {
  const input = await radio(page, legend, value);
  await page.waitForFunction((element) => element.checked, { timeout: 5000 }, input);
}

/** Presses Tab until the element with this name has the focus. @throws Error when it can't be reached. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const element = await control(page, name);
  await tabToElement(page, element, name);
}

export async function tabToElement(page: Page, element: ElementHandle<Element>, name: string): Promise<void> {
  for (let turn = 0; turn < 120; turn++) {
    if (await element.evaluate((one) => document.activeElement === one)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${name}" can't be reached with Tab`);
}

/** How the page is looked at; `forced` is Chromium's only. */
export type Look = 'as it is' | 'forced colours' | '320 px' | '400 %';

export async function lookAt(page: Page, look: Look): Promise<void> {
  if (look === 'forced colours') {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  }
  const size = {
    'as it is': [1000, 760],
    'forced colours': [1000, 760],
    '320 px': [320, 640],
    // 1280 by 1024 at 400 %.
    '400 %': [320, 256],
  }[look] as [number, number];
  await page.setViewport({ width: size[0], height: size[1] });
}

/** @returns what axe finds wrong. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const result = await run(document, { runOnly: { type: 'tag', values: tags } });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    );
  });
}

/** @returns elements that reach out of the window sideways, with the text spacing of WCAG 1.4.12 on request. */
export function sticksOut(page: Page, spacing = false): Promise<string[]> {
  return page.evaluate((spaced) => {
    if (spaced) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets = [sheet];
    }
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`);
  }, spacing);
}

/** @returns what can be pressed and is under 24 px in one direction. Links in a sentence may be. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, nav a, .rows a, label:has(input)')]
      .filter((element) => element.checkVisibility())
      // The label around a radio button is part of its target.
      .map((element) => (element.matches('.option input') ? (element.closest('label') as HTMLElement) : element))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 30)}`),
  );
}
