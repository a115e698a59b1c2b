/** What the reader can do with a card: pin it, go through a term's places, say what they know, take text along. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { clickInCard, inCard, marks, pointAt, sleep, start, waitForCard, waitForNoCard } from './start.ts';

/** In the extension's own page. */
declare const browser: typeof import('wxt/browser').browser;

const { open, openOwn } = start();
const ARTICLE = `<h2>One</h2><p>People with rosacea had raised zonulin.</p>
  <h2>Two</h2><p>Again zonulin, and butyrate.</p>
  <h2 style="margin-top:1200px">Three</h2><p>Far below zonulin is said once more.</p><textarea></textarea>`;

async function hovering(word: string, site?: 'localhost'): Promise<Page> {
  const page = await open(ARTICLE, site);
  await page.bringToFront();
  await marks(page, 5);
  await pointAt(page, word);
  await waitForCard(page);
  return page;
}

const frames = (page: Page) =>
  inCard(page, (root) =>
    [...root.querySelectorAll('.frame')].map((frame) => {
      const { left, top } = frame.getBoundingClientRect();
      return { name: frame.querySelector('.name')?.textContent, left, top };
    }),
  );
const press = (page: Page, name: string) => clickInCard(page, `button[aria-label="${name}"]`);
/** Presses the button that says `words`. */
async function say(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (text) => {
      const root = document.querySelector('div[data-underskin]')?.shadowRoot;
      const button = [...(root?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === text);
      button?.setAttribute('data-test', text);
      return button !== undefined;
    },
    { timeout: 3000 },
    words,
  );
  await clickInCard(page, `[data-test="${words}"]`);
}

/** Moves the pinned card in steps of 32 px. */
async function moveRight(page: Page, steps: number): Promise<void> {
  await inCard(page, (root) => (root.querySelector('[aria-label^="Move"]') as HTMLElement).focus());
  await page.keyboard.down('Shift');
  for (let i = 0; i < steps; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Shift');
}

async function stored(): Promise<Record<string, { terms?: Record<string, number> }>> {
  const own = await openOwn('popup.html');
  const all = await own.evaluate(() => browser.storage.local.get(null));
  await own.close();
  return all as Record<string, { terms?: Record<string, number> }>;
}

describe('places', () => {
  test('next and previous go through the places of the term, and round', async () => {
    const page = await hovering('zonulin');
    const place = () =>
      inCard(page, (root) => /\d of \d/.exec(root.querySelector('footer, .foot')?.textContent ?? '')?.[0]);
    const at = async (text: string) => {
      for (let turn = 0; turn < 40 && (await place().catch(() => '')) !== text; turn++) await sleep(50);
      return place();
    };
    expect(await at('1 of 3')).toBe('1 of 3');
    await press(page, 'Next place');
    expect(await at('2 of 3')).toBe('2 of 3');
    await press(page, 'Next place');
    expect(await at('3 of 3')).toBe('3 of 3');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(400);
    await press(page, 'Next place');
    expect(await at('1 of 3')).toBe('1 of 3');
    await press(page, 'Previous place');
    expect(await at('3 of 3')).toBe('3 of 3');
  });
});

describe('a pinned card', () => {
  test('stays while one reads on, another may open beside it, and Esc closes the other first', async () => {
    const page = await hovering('rosacea');
    await press(page, 'Keep open');
    await page.mouse.move(5, 750, { steps: 4 });
    await sleep(1200);
    expect(await frames(page)).toMatchObject([{ name: 'Rosacea' }]);
    await moveRight(page, 30);
    await pointAt(page, 'butyrate');
    await page.waitForFunction(
      () => document.querySelector('div[data-underskin]')?.shadowRoot?.querySelectorAll('.frame').length === 2,
      { timeout: 3000 },
    );
    expect(await page.evaluate(() => document.querySelectorAll('div[data-underskin]').length)).toBe(1);
    await page.keyboard.press('Escape');
    await sleep(200);
    expect(await frames(page)).toMatchObject([{ name: 'Rosacea' }]);
    await press(page, 'Close');
    await waitForNoCard(page);
  });

  test('is moved by keyboard and by hand, and not out of the window', async () => {
    const page = await hovering('rosacea');
    await press(page, 'Keep open');
    const [before] = await frames(page);
    await inCard(page, (root) => (root.querySelector('[aria-label^="Move"]') as HTMLElement).focus());
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    const [moved] = await frames(page);
    expect((moved?.left ?? 0) - (before?.left ?? 0)).toBe(24);
    await moveRight(page, 60);
    const [edge] = await frames(page);
    expect(edge?.left).toBeLessThanOrEqual(1000 - 360);
    const handle = await inCard(page, (root) => {
      const { left, top } = (root.querySelector('.kind') as HTMLElement).getBoundingClientRect();
      return { x: left + 20, y: top + 8 };
    });
    await page.mouse.move(handle.x, handle.y);
    await page.mouse.down();
    await page.mouse.move(handle.x - 200, handle.y + 50, { steps: 5 });
    await page.mouse.up();
    const [dragged] = await frames(page);
    expect((dragged?.left ?? 0) - (edge?.left ?? 0)).toBeCloseTo(-200, -1);
  });
});

describe('the reader’s say', () => {
  test('what is known is marked no more, on any site, until it is taken back', async () => {
    const page = await hovering('butyrate');
    const other = await open(ARTICLE, 'localhost');
    await page.bringToFront();
    await say(page, 'I know this');
    expect(await marks(page, 4)).not.toContain('butyrate');
    await other.bringToFront();
    expect(await marks(other, 4)).not.toContain('butyrate');
    await page.bringToFront();
    await say(page, 'Undo');
    expect(await marks(page, 5)).toContain('butyrate');
    expect((await stored()).known).toBeUndefined();
  });

  test('“not this meaning” counts on this site alone', async () => {
    const page = await hovering('butyrate');
    const other = await open(ARTICLE, 'localhost');
    await page.bringToFront();
    await press(page, 'More actions');
    await say(page, 'Not this meaning here');
    expect(await marks(page, 4)).not.toContain('butyrate');
    await other.bringToFront();
    expect(await marks(other, 5)).toContain('butyrate');
    await page.bringToFront();
    await say(page, 'Undo');
    expect(await marks(page, 5)).toContain('butyrate');
  });

  test('saving keeps the term, and what was read is among the recent ones', async () => {
    const page = await hovering('butyrate');
    await press(page, 'More actions');
    await say(page, 'Save');
    await sleep(1200);
    const { saved, recent } = await stored();
    expect(Object.keys(saved?.terms ?? {})).toEqual(['butyrate']);
    expect(Object.keys(recent?.terms ?? {})).toContain('butyrate');
  });
});

describe('taking along', () => {
  test('a study is copied as BibTeX', async () => {
    const page = await hovering('zonulin');
    await inCard(page, (root) => (root.querySelector('.card') as HTMLElement).focus());
    await page.keyboard.press('b');
    await page.waitForFunction(
      () =>
        document.querySelector('div[data-underskin]')?.shadowRoot?.querySelector('[role=status]')?.textContent ===
        'Copied',
      { timeout: 3000 },
    );
    await page.focus('textarea');
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    const pasted = await page.evaluate(() => document.querySelector('textarea')?.value);
    expect(pasted).toMatch(/^@article\{[\s\S]*doi = \{10\./);
  });
});
