/** Hands for the popup: opening it over a page, and what to look for and press in it. */
import type { Page } from 'puppeteer-core';
import { type Site, type Started, sleep } from './start.ts';

export const PAGE =
  '<p>People with rosacea had raised zonulin. More zonulin.</p><p style="margin-top:2000px">At the end zonulin and psoriasis.</p>';

/** Opens a page and the popup that belongs to it. */
export async function openPopup(
  started: Started,
  html: string,
  site: Site = '127.0.0.1',
): Promise<{ page: Page; popup: Page; tab: number }> {
  const page = await started.open(html, site);
  await sleep(300);
  const popup = await started.openPopupOn(page);
  const tab = await popup.evaluate(() => Number(new URLSearchParams(location.search).get('tab')));
  return { page, popup, tab };
}

export const rows = (popup: Page) =>
  popup.evaluate(() =>
    [...document.querySelectorAll('.row .name')]
      .filter((name) => name.checkVisibility())
      .map((name) => name.textContent ?? ''),
  );
export const waitForText = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 8000 }, text);
export const focused = (popup: Page) =>
  popup.evaluate(() => {
    const element = document.activeElement;
    return element?.querySelector('.name')?.textContent ?? element?.textContent?.trim() ?? '';
  });

/** Presses the button with these words, or of this name. */
export async function press(popup: Page, words: string): Promise<void> {
  const done = await popup.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find(
      (one) => one.textContent?.trim() === wanted || one.getAttribute('aria-label') === wanted,
    );
    button?.click();
    return button !== undefined;
  }, words);
  if (!done) throw new Error(`The popup has no button ${words}`);
}

export async function keys(
  popup: Page,
  ...names: ('ArrowDown' | 'ArrowUp' | 'Home' | 'End' | 'Enter' | 'Escape' | ' ')[]
) {
  for (const name of names) await popup.keyboard.press(name);
}
