import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { boxOf, isCardOpen, marks, start, waitForCard, waitForNoCard } from './start.ts';

/** In the extension's own page. */
declare const browser: typeof import('wxt/browser').browser;

const { open, openOwn } = start();
const ARTICLE = `<p><input id="field" value="typed"></p>
  <p>People with rosacea had raised zonulin. Bacteria make butyrate.</p>
  <p style="margin-top: 1500px">Far below, eczema is another matter. <a id="link" href="#x">A link</a></p>`;

/** What the command does; a browser lets no test press the keys of one. */
async function step(page: Page, direction: 1 | -1): Promise<void> {
  const own = await openOwn('popup.html');
  await page.bringToFront();
  await own.evaluate(
    async (url, by) => {
      // Firefox takes no port in a pattern.
      const tab = (await browser.tabs.query({})).find((one) => one.url === url);
      await browser.scripting.executeScript({
        target: { tabId: tab?.id as number },
        func: (toward: number) => {
          const { [Symbol.for('underskin.page')]: handle } = globalThis as unknown as Record<
            symbol,
            { hovering(): { step(direction: number): void } | undefined }
          >;
          handle?.hovering()?.step(toward);
        },
        args: [by],
      });
    },
    page.url(),
    direction,
  );
  await own.close();
  await page.bringToFront();
}

const ringName = (page: Page) =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? null);

async function article(): Promise<Page> {
  const page = await open(ARTICLE);
  await marks(page, 3);
  await page.focus('#field');
  return page;
}

describe('by keyboard alone', () => {
  test('from term to term and back, each named, with a ring around the word', async () => {
    const page = await article();
    await step(page, 1);
    expect(await ringName(page)).toBe('rosacea, gut–skin term, 1 of 4. Enter for the card.');
    await step(page, 1);
    expect(await ringName(page)).toBe('zonulin, gut–skin term, 2 of 4. Enter for the card.');
    const ring = await page.evaluate(() => {
      const button = document.activeElement?.shadowRoot?.activeElement as HTMLElement;
      const { left, right, top, bottom } = button.getBoundingClientRect();
      return { left, right, top, bottom, outline: getComputedStyle(button).outlineWidth };
    });
    const word = await boxOf(page, 'zonulin');
    expect(Math.abs(ring.left - word.left)).toBeLessThan(4);
    expect(Math.abs(ring.right - word.right)).toBeLessThan(4);
    expect(ring.top).toBeLessThan(word.top);
    expect(ring.bottom).toBeGreaterThan(word.bottom - 1);
    expect(ring.outline).toBe('2px');
    await step(page, -1);
    expect(await ringName(page)).toMatch(/^rosacea/);
    await step(page, -1);
    expect(await ringName(page)).toMatch(/^eczema, gut–skin term, 4 of 4/);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  test('Enter opens the card with the focus in it; Esc goes back to the word, and then to where it began', async () => {
    const page = await article();
    await step(page, -1);
    await page.keyboard.press('Enter');
    await waitForCard(page);
    const focused = await page.evaluate(() => {
      const inside = document.activeElement?.shadowRoot?.activeElement;
      return { role: inside?.getAttribute('role'), text: (inside as HTMLElement | null)?.innerText.slice(0, 60) };
    });
    expect(focused.role).toBe('dialog');
    expect(focused.text).toMatch(/Molecule\s+Butyrate/);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await ringName(page)).toMatch(/^butyrate/);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => [document.activeElement?.id, scrollY])).toEqual(['field', 0]);
    expect(await page.evaluate(() => document.querySelector('[data-underskin]'))).toBeNull();
    await page.keyboard.type('!');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toContain('!');
  });

  test('Tab goes on to the page and leaves nothing behind', async () => {
    const page = await article();
    await step(page, 1);
    await page.evaluate(() => document.getElementById('link')?.focus());
    await page.waitForFunction(() => document.querySelector('[data-underskin]') === null, { timeout: 3000 });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
    expect(await isCardOpen(page)).toBe(false);
  });

  test('inside an open modal dialog the ring can be stood on, and so it can on a zoomed page', async () => {
    const page = await open(
      '<style>html { zoom: 2 }</style><p>Outside.</p><dialog><p>About zonulin and rosacea.</p></dialog>',
    );
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await marks(page, 2);
    await step(page, 1);
    expect(await ringName(page)).toMatch(/^zonulin, .* 1 of 2/);
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    const word = await boxOf(page, 'zonulin');
    const ring = await page.evaluate(() => {
      const button = document.activeElement?.shadowRoot?.activeElement as HTMLElement;
      const { left, top, right, bottom } = button.getBoundingClientRect();
      return { left, top, right, bottom };
    });
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(Math.abs(ring[side] - word[side]), side).toBeLessThan(8);
    await page.keyboard.press('Enter');
    await waitForCard(page);
  });
});
