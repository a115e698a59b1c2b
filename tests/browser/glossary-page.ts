/** More hands for the glossary page: window sizes, the way of the focus, print. */
import type { Page } from 'puppeteer-core';
import { browserName, type Started } from './start.ts';

export const WIDE = { width: 1200, height: 760 };
/** The narrowest window that has to work. */
export const NARROW = { width: 320, height: 640 };
/** What is left of 1280 × 1024 at 400 %. */
export const ZOOMED = { width: 320, height: 256 };

/** Opens a page of the extension in a window of this size. */
export async function openAt(started: Started, path: string, size = WIDE): Promise<Page> {
  const page = await started.openOwn(path);
  await page.setViewport(size);
  return page;
}

/** Presses Tab until the focus is on what `selector` finds. */
export async function tabTo(page: Page, selector: string, most = 60): Promise<void> {
  for (let turn = 0; turn < most; turn++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not reach ${selector} in ${most} steps`);
}

/** @returns words of what has the focus: its label, else its text. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  });
}

/** @returns by how many CSS px the page is wider than its window; whether it scrolls sideways. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}

/** Chromium only: as in a forced-colours mode of the system. */
export async function forceColours(page: Page, on: boolean): Promise<void> {
  if (browserName === 'firefox') throw new Error('Firefox can’t be told to');
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: on ? 'active' : 'none' }],
  });
}

/** Shows the page as its rules for print say. By hand, because only Chromium can be asked to. */
export function asPrinted(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const sheet of document.styleSheets)
      for (const rule of sheet.cssRules)
        if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
  });
}
