/**
 * Every word of the interface is in the locale file, and there is room for longer ones. The build's words are no language:
 * what is shown without brackets around it is hard-wired, or it is the glossary's.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { compileGlossary } from '../../data/compile.ts';
import { inCard, marks, pointAt, start, waitForCard } from './start.ts';

const { open, openOwn, openPopupOn } = start({ extension: 'pseudo' });

const { glossary, studies } = await compileGlossary(join(import.meta.dirname, '../../data'));
const data = JSON.stringify([glossary, studies]).toLowerCase();

/** Names, numbers, letters to jump to, keys of the keyboard, formats: the same in every language. */
const SAME =
  /^(?:[\d\s.,:;·–…×÷+#/()?!→←↑↓↕<>“”"'’-]*|[A-Z]|#|Underskin|BibTeX|RIS|[\w.-]*(?:localhost|127\.0\.0\.1)[:\d]*|(?:(?:Alt|Shift|Ctrl|Esc|Tab|Enter|Left|Right)\s*\+?\s*)*[A-Z?]?)$/;
/** Month and year are written by the browser. */
const DATE = /^\w{3,9}\.? \d{4}$/;

function isHardWired(text: string): boolean {
  const words = text.trim();
  // A message may be shown in several pieces, so accents count, too.
  if (/[⟦⟧~áéíóú]/i.test(words) || SAME.test(words) || DATE.test(words)) return false;
  // A study's title and journal stand together in its hint.
  return !words
    .split(/(?<=[.?!]) /)
    .every((part) => data.includes(JSON.stringify(part.replace(/\.$/, '')).slice(1, -1).toLowerCase()));
}

/** @returns all that a reader sees or hears below `root`: text, names, hints. */
const shown = (root: ParentNode): string[] => {
  const texts: string[] = [];
  const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription']) {
        const value = node.getAttribute(name);
        if (value) texts.push(value);
      }
    } else if (node.parentElement?.checkVisibility() && node.textContent?.trim()) texts.push(node.textContent);
  }
  return texts;
};

/** @returns elements whose text is cut off. What is for screen readers only, and what scrolls, is meant to be. */
const cut = (root: ParentNode): string[] =>
  [...root.querySelectorAll<HTMLElement>('*')]
    .filter((element) => {
      const { overflowX, clipPath } = getComputedStyle(element);
      const clips = overflowX === 'hidden' || overflowX === 'clip';
      return clips && clipPath === 'none' && element.scrollWidth > element.clientWidth + 1;
    })
    .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 60)}`);

/** Runs a function of this file in the page. */
const inPage = <T>(page: Page, read: (root: ParentNode) => T): Promise<T> =>
  page.evaluate(`(${read.toString()})(document.body)`) as Promise<T>;

async function check(page: Page, needs: number): Promise<void> {
  for (const width of [1000, 400, 320]) {
    await page.setViewport({ width, height: 700 });
    const texts = await inPage(page, shown);
    expect(texts.filter((text) => /[⟦⟧]/.test(text)).length).toBeGreaterThan(needs);
    expect(texts.filter(isHardWired)).toEqual([]);
    expect(await inPage(page, cut)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
  }
}

const ARTICLE = '<p>People with rosacea had raised zonulin. Bacteria make butyrate, and a “leaky gut” is disputed.</p>';

test('the popup over a page, and a term in it', async () => {
  const page = await open(ARTICLE);
  await marks(page, 4);
  const popup = await openPopupOn(page);
  await popup.waitForFunction(() => document.querySelectorAll('.row').length > 3);
  await check(popup, 10);
  await popup.evaluate(() => document.querySelector<HTMLElement>('.row button')?.click());
  await popup.waitForSelector('.card');
  await check(popup, 5);
});

test.each([
  ['options.html', 40],
  ['welcome.html', 15],
  ['privacy.html', 8],
  ['glossary.html', 8],
  ['glossary.html#zonulin', 15],
  ['glossary.html#map', 15],
  ['glossary.html#q=nothing-has-this-name', 5],
])('%s', async (path, needs) => {
  await check(await openOwn(path), needs);
});

test.each(['zonulin', 'leaky gut', 'butyrate'])('the card of %s', async (word) => {
  const page = await open(ARTICLE);
  await marks(page, 4);
  await pointAt(page, word);
  await waitForCard(page);
  const texts = await inCard(page, shown);
  expect(texts.filter((text) => /[⟦⟧]/.test(text)).length).toBeGreaterThan(5);
  expect(texts.filter(isHardWired)).toEqual([]);
  expect(await inCard(page, cut)).toEqual([]);
});
