/** Applications that render themselves: marks are there before they take over the server's HTML, and while they rewrite it. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { type AppName, bundle, renderOnServer } from './pages/bundle.ts';
import { pageOf } from './pages/fixture.ts';
import { tracesIn, treeOf } from './pages/look.ts';
import { startPair } from './pages/pair.ts';
import { waitUntil } from './pages/run-fixture.ts';
import { sleep } from './start.ts';

const pair = startPair();
const ROUNDS = 50;

interface Running {
  app: { hydrate(report: (trouble: string) => void): Promise<void>; next(): Promise<void> | void };
  troubles: string[];
}

/** Runs the application's script without adding an element for it, and lets it take the page over. */
async function hydrate(page: Page, script: string): Promise<void> {
  await page.evaluate(() => {
    const troubles: string[] = [];
    Object.defineProperty(window, 'troubles', { value: troubles });
    for (const level of ['error', 'warn'] as const) console[level] = (...words) => troubles.push(words.join(' '));
  });
  await page.evaluate(script);
  await page.evaluate(async () => {
    const { app, troubles } = window as unknown as Running;
    await app.hydrate((trouble) => troubles.push(trouble));
  });
}

/** @returns what the page held after each round. */
async function play(page: Page): Promise<string[]> {
  const seen: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate(() => (window as unknown as Running).app.next());
    seen.push(await page.evaluate(() => document.body.innerHTML));
    // Every few rounds so long that what was rewritten has been read again and is marked.
    await sleep(round % 10 === 9 ? 500 : 10);
  }
  return seen;
}

const troublesOf = (page: Page) => page.evaluate(() => (window as unknown as Running).troubles);

test.each<AppName>(['react-18', 'react-19', 'vue', 'svelte', 'solid'])(
  '%s takes over a marked page and rewrites it fifty times',
  async (name) => {
    const [script, html] = await Promise.all([bundle(name), renderOnServer(name)]);
    const url = pair.put({ body: html.startsWith('<!doctype') ? html : pageOf(html) });
    const [ours, bare] = await Promise.all([pair.open('withUs', url), pair.open('bare', url)]);
    await ours.page.bringToFront();
    await waitUntil(async () => (await pair.markedWords(url)).includes('zonulin'), 'marks before hydration');
    await Promise.all([hydrate(ours.page, script), hydrate(bare.page, script)]);
    expect(await troublesOf(ours.page), 'hydration').toEqual([]);
    expect(await treeOf(ours.page)).toEqual(await treeOf(bare.page));

    const [mine, theirs] = await Promise.all([play(ours.page), play(bare.page)]);
    expect(new Set(theirs).size, 'rounds that differ').toBe(ROUNDS);
    expect(mine).toEqual(theirs);
    expect(await troublesOf(ours.page)).toEqual([]);
    expect(ours.troubles).toEqual([]);
    await waitUntil(async () => (await pair.markedWords(url)).includes('zonulin'), 'marks of the last round');
    expect(await tracesIn(ours.page)).toEqual({ hosts: 0, cards: 0, highlights: 1 });
    await Promise.all([ours.page.close(), bare.page.close()]);
  },
);
