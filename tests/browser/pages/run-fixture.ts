/** The same questions to every odd page, with us and without us. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { sleep } from '../start.ts';
import type { Fixture } from './fixture.ts';
import { placeOfWord, tracesIn, treeOf } from './look.ts';
import type { Pair } from './pair.ts';

/** A card is asked for the first time: the script that follows the pointer and the card itself have to come. ms. */
const MOST_WAIT_MS = 8000;

/**
 * Opens the page in both browsers, rests the pointer on its word and switches marks off.
 * @throws where there is an error of ours, a second host, a changed page, a card too few or too many, or anything left.
 */
export async function runFixture(
  pair: Pair,
  { page: given, expect: wanted, act, moves, holds }: Fixture,
): Promise<void> {
  const answer = typeof given !== 'string' ? given : { body: given };
  const url = pair.put(answer);
  const [ours, bare] = await Promise.all([pair.open('withUs', url), pair.open('bare', url)]);
  for (const { page } of [bare, ours]) {
    await page.bringToFront();
    await act?.(page);
  }
  const { page } = ours;
  if (wanted === 'card') await waitUntil(async () => (await pair.markedWords(url)).length > 0, 'a mark');
  else await sleep(300);

  await restOnWord(bare.page);
  const point = await restOnWord(page);
  if (wanted === 'card') {
    expect(point, 'where the word is').toBeDefined();
    await waitForCard(page);
  } else await sleep(700);
  const open = await tracesIn(page);
  expect(open.hosts, 'hosts while a card is wanted').toBe(wanted === 'card' ? 1 : 0);
  if (!moves) expect(await treeOf(page), 'the page while the card is open').toEqual(await treeOf(bare.page));

  await pair.switchOff(url);
  await waitUntil(async () => (await tracesIn(page)).hosts === 0, 'that the card is gone');
  const { highlights } = await tracesIn(bare.page);
  const left = await tracesIn(page);
  expect(left, 'what is left after switching off').toMatchObject({ hosts: 0, cards: 0 });
  // Of a page that uses our very names less may be left than it had.
  expect(left.highlights, 'highlights after switching off').toBeLessThanOrEqual(highlights);
  if (!moves) expect(await treeOf(page), 'the page after switching off').toEqual(await treeOf(bare.page));
  if (holds) expect(await page.evaluate(holds), holds).toBe(true);
  const without = new Set(bare.troubles.map(plain));
  expect(
    ours.troubles.filter((trouble) => !without.has(plain(trouble))),
    'errors that the bare browser does not have',
  ).toEqual([]);
  await Promise.all([page.close(), bare.page.close()]);
}

/** A page that rewrites itself does so under the pointer, too, and a pointer that does not move opens nothing: so the hand moves again. */
async function waitForCard(page: Page): Promise<void> {
  let asked = 0;
  await waitUntil(async () => {
    if (++asked % 25 === 0) await restOnWord(page);
    return (await tracesIn(page)).cards === 1;
  }, 'the card');
}

/** Moves the pointer to the word as a hand would. @returns where it rests; nothing where there is no word to be seen. */
export async function restOnWord(page: Page): Promise<{ x: number; y: number } | undefined> {
  await page.bringToFront();
  const place = await placeOfWord(page);
  if (!place) return undefined;
  const { x, y } = place;
  await page.mouse.move(Math.max(1, x - 60), Math.max(1, y - 40));
  await page.mouse.move(x, y, { steps: 6 });
  return place;
}

/** Asks again and again. @throws Error that names `what` when it does not come. */
export async function waitUntil(holds: () => Promise<boolean>, what: string): Promise<void> {
  const begin = performance.now();
  while (!(await holds())) {
    if (performance.now() - begin > MOST_WAIT_MS) throw new Error(`Waited ${MOST_WAIT_MS} ms for ${what}`);
    await sleep(60);
  }
}

/** The same trouble has other line numbers and ports in another browser. */
function plain(trouble: string): string {
  return trouble.replaceAll(/\d+/g, '0');
}
