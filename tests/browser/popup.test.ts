import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { isCardOpen, marks, type Site, sleep, start } from './start.ts';

const started = start();
const PAGE =
  '<p>People with rosacea had raised zonulin. More zonulin.</p><p style="margin-top:2000px">At the end zonulin and psoriasis.</p>';

declare const browser: typeof import('wxt/browser').browser;

/** Opens a page and the popup that belongs to it. */
async function popupOn(html: string, site: Site = '127.0.0.1'): Promise<{ page: Page; popup: Page; tab: number }> {
  const page = await started.open(html, site);
  await sleep(300);
  const popup = await started.openPopupOn(page);
  const tab = await popup.evaluate(() => Number(new URLSearchParams(location.search).get('tab')));
  return { page, popup, tab };
}

const rows = (popup: Page) =>
  popup.evaluate(() => [...document.querySelectorAll('.row .name')].map((name) => name.textContent ?? ''));
const waitForText = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 5000 }, text);

describe('the popup', () => {
  test('has all terms, and the terms of this page with how often', async () => {
    const { popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page: 3 terms, 5 places');
    expect(await popup.evaluate(() => document.querySelector('input')?.placeholder)).toMatch(/^Search \d+ terms$/);
    const names = await rows(popup);
    expect(names.slice(0, 3)).toEqual(['Rosacea', 'Zonulin', 'Psoriasis']);
    const all = await readdir(join(import.meta.dirname, '../../data/terms'), { recursive: true });
    expect(names.length).toBe(3 + all.filter((name) => name.endsWith('.yaml')).length);
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });

  test('search forgives typing mistakes, and Enter opens the first', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.type('input', 'soriasys');
    expect((await rows(popup))[0]).toBe('Psoriasis');
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'What it is');
    expect(await popup.evaluate(() => document.querySelector('.card .name')?.textContent)).toBe('Psoriasis');
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(() => document.querySelector('input') !== null, { timeout: 3000 });
  });

  test('says plainly when it has no card', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.type('input', 'qqqqqq');
    await waitForText(popup, 'No card for “qqqqqq” yet');
  });

  test('says when reading stopped because the page is monstrous, and goes on when asked', async () => {
    const { page } = await popupOn(`<p>Zonulin first.</p><div id="long" hidden></div><p>Rosacea last.</p>
      <script>document.getElementById('long').textContent = 'plain words about the weather. '.repeat(680000)</script>`);
    let popup = await started.openPopupOn(page);
    const says = (text: string) => popup.evaluate((wanted) => document.body.innerText.includes(wanted), text);
    for (let turn = 0; turn < 30 && !(await says('Stopped, to keep')); turn++) {
      await popup.close();
      await page.bringToFront();
      await sleep(700);
      popup = await started.openPopupOn(page);
      await sleep(300);
    }
    expect(await says('Stopped, to keep')).toBe(true);
    expect((await rows(popup))[0]).toBe('Zonulin');
    expect(await says('On this page: 1 term, 1 place')).toBe(true);
    await popup.evaluate(() => {
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Go on')?.click();
    });
    await page.bringToFront();
    expect(await marks(page, 2)).toEqual(['Zonulin', 'Rosacea']);
  });

  test('jumps to one place after the other, and round', async () => {
    const { page, popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    const jump = () =>
      popup.evaluate(() => (document.querySelector('[aria-label="Next Zonulin on the page"]') as HTMLElement).click());
    for (let i = 0; i < 3; i++) {
      await jump();
      await sleep(400);
    }
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await page.bringToFront();
    await sleep(300);
    expect(await isCardOpen(page)).toBe(true);
    await popup.bringToFront();
    await jump();
    await sleep(400);
    expect(await page.evaluate(() => scrollY)).toBeLessThan(1000);
  });

  test('the switch acts on this site in all its tabs without reload, and on no other site', async () => {
    const { page, popup } = await popupOn(PAGE);
    const second = await started.open(PAGE);
    const elsewhere = await started.open(PAGE, 'localhost');
    for (const tab of [second, elsewhere]) {
      await tab.bringToFront();
      expect(await marks(tab, 2)).toHaveLength(2);
    }
    await popup.bringToFront();
    await popup.click('[role=switch]');
    await waitForText(popup, 'Marks are off here');
    for (const tab of [page, second]) {
      await tab.bringToFront();
      expect(await marks(tab, 0)).toEqual([]);
    }
    await elsewhere.bringToFront();
    expect(await marks(elsewhere, 2)).toHaveLength(2);
    const late = await started.open(PAGE);
    expect(await marks(late)).toEqual([]);

    await popup.bringToFront();
    await popup.click('[role=switch]');
    await waitForText(popup, 'Marks are on');
    for (const tab of [page, second, late]) {
      await tab.bringToFront();
      expect(await marks(tab, 2)).toHaveLength(2);
    }
  });

  test('a pause rests everything until it is over or taken back', async () => {
    const { page, popup } = await popupOn(PAGE);
    const elsewhere = await started.open(PAGE, 'localhost');
    await marks(elsewhere, 2);
    await popup.bringToFront();
    await popup.evaluate(() => ([...document.querySelectorAll('footer button')][0] as HTMLElement).click());
    await waitForText(popup, 'Paused everywhere until');
    for (const tab of [page, elsewhere]) {
      await tab.bringToFront();
      expect(await marks(tab, 0)).toEqual([]);
    }
    await popup.bringToFront();
    await popup.evaluate(() => ([...document.querySelectorAll('footer button')][0] as HTMLElement).click());
    await waitForText(popup, 'Marks are on');
    await page.bringToFront();
    expect(await marks(page, 2)).toHaveLength(2);
    // One that runs out by itself.
    await popup.evaluate(() => browser.storage.local.set({ pause: { version: 1, until: Date.now() + 1500 } }));
    expect(await marks(page, 0)).toEqual([]);
    expect(await marks(page, 2)).toHaveLength(2);
  });

  test('marks are the first in each section, of the page, or all, as chosen, without reload', async () => {
    const html = '<h2>One</h2><p>Zonulin, zonulin.</p><p>Zonulin and rosacea.</p><h2>Two</h2><p>Zonulin, rosacea.</p>';
    const { page, popup } = await popupOn(html);
    await page.bringToFront();
    expect(await marks(page, 4)).toHaveLength(4);
    for (const [density, count] of [
      ['page', 2],
      ['all', 6],
      ['section', 4],
    ] as const) {
      await popup.bringToFront();
      await popup.select('.choice select', density);
      await page.bringToFront();
      expect(await marks(page, count), density).toHaveLength(count);
    }
  });

  test('the badge counts the terms of the page', async () => {
    const { popup, tab } = await popupOn(
      `${PAGE}<iframe srcdoc="<p>Butyrate and kefir.</p>" width="400" height="200"></iframe>`,
    );
    const badge = () => popup.evaluate((tabId) => browser.action.getBadgeText({ tabId }), tab);
    for (let turn = 0; turn < 30 && (await badge()) !== '5'; turn++) await sleep(100);
    expect(await badge()).toBe('5');
    await popup.evaluate(() => browser.storage.local.set({ 'site:127.0.0.1': { version: 1, marks: 'off' } }));
    for (let turn = 0; turn < 30 && (await badge()) !== ''; turn++) await sleep(100);
    expect(await badge()).toBe('');
    await popup.evaluate(() => browser.storage.local.clear());
  });

  test('on a page of the browser it says so, and search still works', async () => {
    const popup = await started.openOwn('popup.html');
    await waitForText(popup, 'The browser lets no extension run here.');
    await popup.type('input', 'kefir');
    expect((await rows(popup))[0]).toBe('Kefir');
  });

  test('fits a window of 320 px without scrolling sideways', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.setViewport({ width: 320, height: 480 });
    await sleep(200);
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test.each(['the list', 'a term', 'a disputed term'])('%s has no fault that axe can see', async (view) => {
    const { popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    if (view !== 'the list') {
      await popup.type('input', view === 'a term' ? 'butyrate' : 'leaky gut');
      await popup.keyboard.press('Enter');
      await waitForText(popup, 'What it is');
    }
    expect(await violations(popup)).toEqual([]);
  });

  test('a page can\u2019t be framed or fetch anything', async () => {
    const { popup } = await popupOn(PAGE);
    const refused = await popup.evaluate(
      (url) =>
        fetch(url).then(
          () => 'fetched',
          () => 'refused',
        ),
      `${new URL('http://127.0.0.1:1/')}`,
    );
    expect(refused).toBe('refused');
  });
});

async function violations(page: Page): Promise<string[]> {
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
