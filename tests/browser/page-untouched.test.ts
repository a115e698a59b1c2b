import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { marks, pointAt, sleep, start, waitForCard } from './start.ts';

declare const browser: typeof import('wxt/browser').browser;

const withUs = start({ extension: 'production' });
const without = start({ extension: 'none' });
const article = await readFile(join(import.meta.dirname, '../../scripts/sample-article.html'), 'utf8');

/** Every node of the page as a line: depth, type, name, attributes, text. Our host is the one thing left out. */
function walk(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lines: string[] = [];
    const visit = (node: Node, depth: number) => {
      if (node instanceof Element && node.hasAttribute('data-underskin')) return;
      const attributes =
        node instanceof Element ? [...node.attributes].map(({ name, value }) => `${name}=${value}`).join(' ') : '';
      lines.push(`${depth} ${node.nodeType} ${node.nodeName} ${attributes} ${node.nodeValue ?? ''}`);
      for (const child of node.childNodes) visit(child, depth + 1);
    };
    visit(document, 0);
    return lines;
  });
}

const numbers = (page: Page) =>
  page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    width: document.documentElement.scrollWidth,
    sheets: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length,
    // Those that the test's own tool adds are not ours.
    globals: Object.keys(window).filter((name) => !/puppeteer|__aria/.test(name)),
  }));

test('the page is the same with us and without us, after ten hovers, and after switching off', async () => {
  const bare = await without.open(article);
  const own = await withUs.openOwn('popup.html');
  await own.evaluate(() => browser.storage.local.set({ density: { version: 1, marks: 'all' } }));
  const page = await withUs.open(article);
  await marks(page);
  const untouched = await walk(bare);
  expect(untouched.length).toBeGreaterThan(60);
  expect(await walk(page)).toEqual(untouched);

  // What a script of the page can see of us.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.defineProperty(document, 'seen', { value: seen });
    const isOurs = (node: Node) => node instanceof Element && node.hasAttribute('data-underskin');
    new MutationObserver((records) => {
      for (const { type, target, addedNodes, removedNodes } of records) {
        const ours = isOurs(target) || (type === 'childList' && [...addedNodes, ...removedNodes].every(isOurs));
        if (!ours) seen.push(`${type} in ${target.nodeName}`);
      }
    }).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
  });
  const words = [
    'acne',
    'eczema',
    'rosacea',
    'gut microbiome',
    'dysbiosis',
    'dietary fibre',
    'acetate',
    'propionate',
    'butyrate',
    'keratinocytes',
  ];
  for (const word of words) {
    await pointAt(page, word);
    await waitForCard(page);
    await page.keyboard.press('Escape');
    await sleep(100);
  }
  const seen = await page.evaluate(() => (document as Document & { seen?: string[] }).seen);
  expect(seen, 'changes other than our host coming and going').toEqual([]);
  expect(await walk(page)).toEqual(untouched);
  expect(await numbers(page)).toEqual(await numbers(bare));

  const popup = await withUs.openOwn('popup.html');
  await popup.evaluate(async () => {
    await browser.storage.local.set({ 'site:127.0.0.1': { version: 1, marks: 'off' } });
  });
  await page.bringToFront();
  expect(await marks(page, 0)).toEqual([]);
  expect(await walk(page)).toEqual(untouched);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(await numbers(page)).toEqual(await numbers(bare));
});
