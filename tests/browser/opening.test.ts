/** How else a card opens than by resting on a word, and what it must never take from the page: taps, clicks, keys. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { boxOf, inCard, isCardOpen, marks, pointAt, sleep, start, waitForCard, waitForNoCard } from './start.ts';

/** In the extension's own page. */
declare const browser: typeof import('wxt/browser').browser;

const { open, openOwn } = start();
const ARTICLE = `<p><input id="field"></p>
  <p>People with rosacea had raised zonulin. <a id="link" href="#there">Kefir in a link</a> is a drink.</p>
  <p style="margin-top:300px">Elsewhere nothing is said.</p>`;
const COUNTED = `<script>
  const seen = { click: 0, pointerdown: 0, pointerup: 0, contextmenu: 0 };
  for (const type of Object.keys(seen)) addEventListener(type, () => seen[type]++);
</script>`;
const MORE_THAN_ANY_DWELL = 1500;

async function centre(page: Page, word: string): Promise<{ x: number; y: number }> {
  const { left, right, top, bottom } = await boxOf(page, word);
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

async function choose(opening: string): Promise<void> {
  const own = await openOwn('popup.html');
  await own.evaluate((value) => browser.storage.local.set({ opening: { version: 1, opening: value } }), opening);
  await own.close();
}

async function article(count = 3): Promise<Page> {
  const page = await open(ARTICLE + COUNTED);
  await page.bringToFront();
  await marks(page, count);
  // What follows pointer and finger comes a moment after the marks.
  await sleep(300);
  return page;
}

describe('touch', () => {
  test('a tap on a word opens a sheet at the window’s edge, and a tap elsewhere closes it', async () => {
    const page = await article();
    const word = await centre(page, 'zonulin');
    await page.touchscreen.tap(word.x, word.y);
    await waitForCard(page);
    const sheet = await inCard(page, (root) => {
      const { left, right, top, bottom } = (root.querySelector('.frame') as HTMLElement).getBoundingClientRect();
      return { left, right, top, bottom, active: root.activeElement?.getAttribute('role') };
    });
    expect(sheet.bottom).toBeLessThanOrEqual(760);
    expect(sheet.bottom).toBeGreaterThan(740);
    expect(sheet.top).toBeGreaterThan(word.y);
    expect(sheet.active).toBe('dialog');
    // Leaving is nothing a finger does.
    await sleep(MORE_THAN_ANY_DWELL);
    expect(await isCardOpen(page)).toBe(true);
    const elsewhere = await centre(page, 'Elsewhere');
    await page.touchscreen.tap(elsewhere.x, elsewhere.y - 200);
    await waitForNoCard(page);
  });

  test('a link keeps its tap, and the page gets every tap', async () => {
    const page = await article();
    const link = await centre(page, 'Kefir');
    await page.touchscreen.tap(link.x, link.y);
    await page.waitForFunction(() => location.hash === '#there');
    await sleep(MORE_THAN_ANY_DWELL);
    expect(await isCardOpen(page)).toBe(false);
    expect(await page.evaluate('({ ...seen })')).toMatchObject({ pointerdown: 1, pointerup: 1, click: 1 });
  });

  test('a long press and a swipe are the browser’s', async () => {
    const page = await article();
    const { x, y } = await centre(page, 'zonulin');
    const finger = await page.touchscreen.touchStart(x, y);
    await sleep(700);
    await finger.end();
    const swipe = await page.touchscreen.touchStart(x, y);
    await swipe.move(x, y + 40);
    await swipe.end();
    await sleep(300);
    expect(await isCardOpen(page)).toBe(false);
  });
});

describe('as the reader chose', () => {
  test('click only: hovering opens nothing, a click does, and the card stays until the next', async () => {
    await choose('click');
    const page = await article();
    const { x, y } = await pointAt(page, 'zonulin');
    await sleep(MORE_THAN_ANY_DWELL);
    expect(await isCardOpen(page)).toBe(false);
    await page.mouse.click(x, y);
    await waitForCard(page);
    await page.mouse.move(5, 750, { steps: 4 });
    await sleep(MORE_THAN_ANY_DWELL);
    expect(await isCardOpen(page)).toBe(true);
    await page.mouse.click(5, 750);
    await waitForNoCard(page);
    expect(await page.evaluate('({ ...seen })')).toMatchObject({ pointerdown: 2, pointerup: 2, click: 2 });
    await choose('normal');
  });

  test('key only: neither hovering nor a click opens anything, and going back to hover needs no reload', async () => {
    await choose('key');
    const page = await article();
    const { x, y } = await pointAt(page, 'zonulin');
    await sleep(MORE_THAN_ANY_DWELL);
    await page.mouse.click(x, y);
    await sleep(300);
    expect(await isCardOpen(page)).toBe(false);
    await choose('normal');
    await page.bringToFront();
    await page.mouse.move(5, 750);
    await pointAt(page, 'rosacea');
    await waitForCard(page);
  });
});

test('200 keys typed while the pointer is on a word all land in the page’s field, and the card makes way', async () => {
  const page = await article();
  await page.focus('#field');
  await pointAt(page, 'zonulin');
  await waitForCard(page);
  const text = Array.from({ length: 200 }, (_, i) => 'pcbrksn ?NP12'[i % 13]).join('');
  await page.keyboard.type(text);
  expect(await page.evaluate(() => (document.querySelector('#field') as HTMLInputElement).value)).toBe(text);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
  await waitForNoCard(page);
});
