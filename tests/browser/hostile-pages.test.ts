/** Pages that mean harm, or do it without meaning to: the same questions to each, and some that only one is asked. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { detectors, type Noticed } from './pages/detectors.ts';
import { PARAGRAPH, pageOf, titled } from './pages/fixture.ts';
import { HOSTILE } from './pages/hostile.ts';
import { placeOfWord, tracesIn } from './pages/look.ts';
import { startPair } from './pages/pair.ts';
import { restOnWord, runFixture, waitUntil } from './pages/run-fixture.ts';
import { TAMPERS } from './pages/tampers.ts';
import { browserName, sleep } from './start.ts';

const pair = startPair();
let held = 0;

const HOST = 'div[data-underskin]:not([data-underskin="ring"])';
const isOpen = async (page: Page) => (await tracesIn(page)).cards === 1;
const isGone = async (page: Page) => (await tracesIn(page)).hosts === 0;

describe('a page that', () => {
  test.each(titled(HOSTILE))('%s', async (_, fixture) => {
    await runFixture(pair, fixture);
    held++;
  });
});

describe('an open card, when the page', () => {
  test.each(TAMPERS)('%s', async (_, script) => {
    const url = pair.put({ body: pageOf(PARAGRAPH) });
    const { page, troubles } = await pair.open('withUs', url);
    await waitUntil(async () => (await pair.markedWords(url)).length > 0, 'a mark');
    await restOnWord(page);
    await waitUntil(() => isOpen(page), 'the card');
    const after = await page.evaluate(
      async (wanted, statement) => {
        const host = document.querySelector(wanted) as HTMLElement;
        const read = () => {
          const {
            opacity,
            visibility,
            display,
            transform,
            clipPath,
            filter,
            maskImage,
            zoom,
            top,
            left,
            pointerEvents,
          } = getComputedStyle(host);
          return {
            opacity,
            visibility,
            display,
            transform,
            clipPath,
            filter,
            maskImage,
            zoom,
            top,
            left,
            pointerEvents,
          };
        };
        const before = read();
        new Function('host', statement)(host);
        for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
        return { root: host.shadowRoot === null, shown: host.matches(':popover-open'), before, now: read() };
      },
      HOST,
      script,
    );
    expect(after.root, 'the root stays closed').toBe(true);
    // Either it looks as it did, or it is not to be seen at all.
    if (after.shown) expect(after.now).toEqual(after.before);
    await page.mouse.move(900, 700, { steps: 4 });
    await page.keyboard.press('Escape');
    await waitUntil(async () => (await tracesIn(page)).cards === 0, 'that no card is shown');
    expect(troubles).toEqual([]);
    await page.close();
    held++;
  });

  test('clicks on it and presses keys in it by script', async () => {
    const url = pair.put({ body: pageOf(PARAGRAPH) });
    const { page } = await pair.open('withUs', url);
    await waitUntil(async () => (await pair.markedWords(url)).length > 0, 'a mark');
    await restOnWord(page);
    await waitUntil(() => isOpen(page), 'the card');
    const tabs = (await pair.withUs.pages()).length;
    await page.evaluate((wanted) => {
      const host = document.querySelector(wanted) as HTMLElement;
      const { left, top } = host.getBoundingClientRect();
      for (let x = 0; x < 400; x += 20) {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          host.dispatchEvent(
            new PointerEvent(type, { bubbles: true, composed: true, clientX: left + x, clientY: top + x }),
          );
      }
      for (const key of ['Escape', 'Enter', 'Tab', ' '])
        host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      host.click();
    }, HOST);
    await sleep(300);
    expect(await isOpen(page)).toBe(true);
    expect(await pair.withUs.pages()).toHaveLength(tabs);
    await page.close();
  });

  test('takes it out again and again: it is let be', async () => {
    const url = pair.put({ body: pageOf(PARAGRAPH) });
    const { page, troubles } = await pair.open('withUs', url);
    await page.evaluate(() => {
      const counted = { added: 0 };
      Object.defineProperty(document, 'counted', { value: counted });
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) {
            if (!(node instanceof HTMLElement) || !node.hasAttribute('popover')) continue;
            counted.added++;
            node.remove();
          }
        }
      }).observe(document.documentElement, { childList: true });
    });
    await waitUntil(async () => (await pair.markedWords(url)).length > 0, 'a mark');
    const added = () =>
      page.evaluate(() => (document as Document & { counted?: { added: number } }).counted?.added ?? 0);
    await restOnWord(page);
    await waitUntil(async () => (await added()) > 0, 'a first card');
    await sleep(1500);
    // Once to begin with, and three times back.
    expect(await added()).toBeLessThanOrEqual(4);
    expect(await isGone(page)).toBe(true);
    expect(troubles).toEqual([]);
    await page.close();
  });
});

test('a page without a term notices nothing', async () => {
  const bases = [
    pair.ownUrl(''),
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop/',
    'moz-extension://00000000-0000-0000-0000-000000000000/',
  ];
  const url = pair.put({
    body: pageOf(
      '<h1>A bridge</h1><p>The bridge over the river was built of stone, and is still there.</p>',
      `<script>${detectors(bases)}</script>`,
    ),
  });
  const noticed: Noticed[] = [];
  for (const where of ['bare', 'withUs'] as const) {
    const { page } = await pair.open(where, url);
    await page.bringToFront();
    await page.mouse.move(200, 100, { steps: 5 });
    await page.mouse.move(300, 140, { steps: 5 });
    await sleep(1200);
    noticed.push(await page.evaluate(() => (window as unknown as { noticed(): Noticed }).noticed()));
    await page.close();
  }
  expect(Object.keys(noticed[0] ?? {}).length).toBeGreaterThanOrEqual(12);
  expect(noticed[1]).toEqual(noticed[0]);
});

test('fifty frames of advertising have no mark, no card and no script to follow the pointer', async () => {
  const frame = `<iframe width="160" height="110" srcdoc="<p lang='en'>For the skin: <span>zonulin</span> and rosacea.</p>"></iframe>`;
  const url = pair.put({ body: pageOf(PARAGRAPH + frame.repeat(50)) });
  const { page, troubles } = await pair.open('withUs', url);
  await waitUntil(async () => (await pair.markedWords(url)).length > 0, 'a mark');
  await sleep(500);
  expect(await pair.markedWords(url)).toEqual(['zonulin', 'rosacea']);
  expect((await tracesIn(page)).highlights).toBe(1);
  const box = await page.evaluate(() => {
    const { left, top } = (document.querySelector('iframe') as HTMLElement).getBoundingClientRect();
    return { left, top };
  });
  for (let y = 16; y < 60; y += 8) await page.mouse.move(box.left + 60, box.top + y, { steps: 3 });
  await sleep(700);
  expect(await isGone(page)).toBe(true);
  expect(troubles).toEqual([]);
  await page.close();
});

test('the text of the card can be searched for only while it is open', async () => {
  const file = join(import.meta.dirname, '../../data/terms/molecule/zonulin.yaml');
  const { inShort } = parse(await readFile(file, 'utf8')) as { inShort: string };
  const secret = inShort.split(' ').slice(0, 4).join(' ');
  const url = pair.put({ body: pageOf(PARAGRAPH) });
  const { page } = await pair.open('withUs', url);
  const find = () =>
    page.evaluate((words) => (window as unknown as { find(words: string): boolean }).find(words), secret);
  await waitUntil(async () => (await pair.markedWords(url)).length > 0, 'a mark');
  expect(await find()).toBe(false);
  await restOnWord(page);
  await waitUntil(() => isOpen(page), 'the card');
  await page.keyboard.press('Escape');
  await waitUntil(() => isGone(page), 'that the card is gone');
  expect(await find()).toBe(false);
  await page.close();
});

test('a page that comes back from the cache has its marks and no old card', async () => {
  const next = pair.put({ body: pageOf('<p>Another page.</p>') });
  const url = pair.put({
    body: pageOf(
      `${PARAGRAPH}<script>addEventListener('pageshow', ({ persisted }) => { document.title = persisted ? 'kept' : 'new' })</script>`,
    ),
  });
  const { page, troubles } = await pair.open('withUs', url);
  await waitUntil(async () => (await pair.markedWords(url)).length > 0, 'a mark');
  await restOnWord(page);
  await waitUntil(() => isOpen(page), 'the card');
  await page.goto(next);
  // Not `goBack`, which waits for a page to be loaded.
  await page.evaluate(() => history.back());
  await waitUntil(async () => (await page.title().catch(() => '')) === 'kept', 'the page from the cache');
  expect(await isGone(page)).toBe(true);
  await waitUntil(async () => (await pair.markedWords(url)).length > 0, 'a mark');
  await page.mouse.move(900, 700);
  await restOnWord(page);
  await waitUntil(() => isOpen(page), 'the card');
  expect(troubles).toEqual([]);
  await page.close();
});

// Firefox prerenders nothing.
test.runIf(browserName === 'chromium')('a page that is loaded ahead is read when it is shown, not before', async () => {
  const ahead = pair.put({
    body: pageOf(`${PARAGRAPH}<script>
      window.before = [];
      const look = setInterval(() => { if (document.prerendering) before.push(CSS.highlights.size); else clearInterval(look); }, 50);
    </script>`),
  });
  const url = pair.put({
    body: pageOf(
      `<p><a href="${ahead}">On</a></p>`,
      `<script type="speculationrules">${JSON.stringify({ prerender: [{ source: 'list', urls: [ahead], eagerness: 'immediate' }] })}</script>`,
    ),
  });
  const { page } = await pair.open('withUs', url);
  await waitUntil(async () => pair.site.asked.includes(new URL(ahead).pathname), 'that it is loaded ahead');
  await sleep(1200);
  await Promise.all([page.waitForNavigation(), page.click('a')]);
  const before = () => page.evaluate(() => (window as unknown as { before: number[] }).before);
  await waitUntil(async () => (await tracesIn(page)).highlights === 1, 'the marks');
  expect((await before()).length, 'looks while it was not shown').toBeGreaterThan(5);
  expect(new Set(await before())).toEqual(new Set([0]));
  expect(await placeOfWord(page)).toBeDefined();
  await page.close();
});

afterAll(() => {
  console.log(`hostile pages in ${browserName}: ${held} of ${HOSTILE.length + TAMPERS.length} as expected`);
});
