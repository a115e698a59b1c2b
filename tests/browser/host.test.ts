/** The one element that is added to a page, and what pages do to it. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { picture } from './pixels.ts';
import {
  boxOf,
  browserName,
  clickInCard,
  inCard,
  isCardOpen,
  marks,
  pointAt,
  sleep,
  start,
  waitForCard,
  waitForNoCard,
} from './start.ts';

const { open } = start();
const ARTICLE = '<p>People with rosacea had raised zonulin. Bacteria make butyrate.</p>';

const errorsOf = new WeakMap<Page, unknown[]>();

async function opened(html = ARTICLE, count = 3): Promise<Page> {
  const page = await open(html);
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  errorsOf.set(page, errors);
  await marks(page, count);
  return page;
}

async function hovering(word = 'zonulin', html = ARTICLE, count = 3): Promise<Page> {
  const page = await opened(html, count);
  await pointAt(page, word);
  await waitForCard(page);
  return page;
}

const hosts = (page: Page) => page.evaluate(() => document.querySelectorAll('[data-underskin]').length);

/** The card takes a click. */
async function isUsable(page: Page): Promise<boolean> {
  const label = () => inCard(page, (root) => root.querySelector('footer .link')?.textContent);
  const before = await label();
  await clickInCard(page, 'footer .link');
  return (await label()) !== before;
}

describe('a page that takes the card away', () => {
  test('once, or shuts its popover, gets it back, and it can be used', async () => {
    const page = await hovering();
    await page.evaluate(() => document.querySelector('[data-underskin]')?.remove());
    await waitForCard(page);
    expect(await isUsable(page)).toBe(true);
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-underskin]')?.hidePopover());
    await waitForCard(page);
    expect(await hosts(page)).toBe(1);
    expect(await isUsable(page)).toBe(true);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(errorsOf.get(page)).toEqual([]);
  });

  test('each time, is left alone after three returns', async () => {
    const page = await opened();
    await page.evaluate(() => {
      const counter = { added: 0 };
      Object.defineProperty(document, 'counter', { value: counter });
      new MutationObserver((records) => {
        for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
          if (!(node instanceof Element) || !node.hasAttribute('data-underskin')) continue;
          counter.added++;
          node.remove();
        }
      }).observe(document.documentElement, { childList: true });
    });
    const added = () => page.evaluate(() => (document as unknown as { counter: { added: number } }).counter.added);
    await pointAt(page, 'zonulin');
    await page.waitForFunction(() => (document as unknown as { counter: { added: number } }).counter.added >= 4);
    await sleep(1000);
    expect(await added()).toBe(4);
    expect(await hosts(page)).toBe(0);
    // A reader who asks again is served again, but there is no fight.
    await page.mouse.move(5, 700, { steps: 3 });
    await pointAt(page, 'rosacea');
    await page.waitForFunction(() => (document as unknown as { counter: { added: number } }).counter.added >= 5);
    await sleep(1000);
    expect(await added()).toBe(5);
    expect(await hosts(page)).toBe(0);
    expect(errorsOf.get(page)).toEqual([]);
  });

  test('with its root, keeps nothing of it, and the next card opens', async () => {
    const page = await hovering();
    await page.evaluate(() => {
      const root = document.createElement('html');
      root.innerHTML =
        '<head></head><body style="font: 18px serif"><p>Now psoriasis, kefir, sebum and acne.</p></body>';
      document.replaceChild(root, document.documentElement);
    });
    expect(await marks(page, 4)).toEqual(['psoriasis', 'kefir', 'sebum', 'acne']);
    expect(await hosts(page)).toBe(0);
    await page.mouse.move(5, 700, { steps: 3 });
    await pointAt(page, 'kefir');
    await waitForCard(page);
    expect(await hosts(page)).toBe(1);
    expect(errorsOf.get(page)).toEqual([]);
  });

  test('by writing the document anew, keeps nothing of it, and the next card opens', async () => {
    const page = await hovering();
    await page.evaluate(() => {
      document.open();
      document.write('<!doctype html><body style="font: 20px serif"><p>Written: butyrate and acne.</p>');
      document.close();
    });
    expect(await marks(page, 2)).toEqual(['butyrate', 'acne']);
    expect(await hosts(page)).toBe(0);
    await page.mouse.move(5, 700, { steps: 3 });
    await pointAt(page, 'acne');
    await waitForCard(page);
    expect(await hosts(page)).toBe(1);
    expect(errorsOf.get(page)).toEqual([]);
  });
});

describe('a dialog with an open card', () => {
  const DIALOG = `<p>outside</p><dialog>${ARTICLE}</dialog>`;
  async function hoveringInDialog(): Promise<Page> {
    const page = await open(DIALOG);
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await marks(page, 3);
    await pointAt(page, 'zonulin');
    await waitForCard(page);
    expect(await page.evaluate(() => document.querySelector('[data-underskin]')?.parentElement?.localName)).toBe(
      'dialog',
    );
    return page;
  }

  test('that is closed takes it along', async () => {
    const page = await hoveringInDialog();
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await waitForNoCard(page);
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await sleep(300);
    expect(await hosts(page)).toBe(0);
  });

  test('that is removed takes it along', async () => {
    const page = await hoveringInDialog();
    await page.evaluate(() => {
      const dialog = document.querySelector('dialog') as HTMLDialogElement;
      Object.defineProperty(document, 'removed', { value: dialog });
      dialog.remove();
    });
    await waitForNoCard(page);
    await page.waitForFunction(
      () => (document as unknown as { removed: Element }).removed.querySelector('[data-underskin]') === null,
      { timeout: 3000 },
    );
  });
});

test('something that goes fullscreen with an open card has it in front', async () => {
  const page = await hovering(
    'zonulin',
    `<div style="background:#fff">${ARTICLE}</div>
     <script>addEventListener('keydown', () => document.fullscreenElement ? document.exitFullscreen() : document.querySelector('div').requestFullscreen())</script>`,
  );
  const parent = () => page.evaluate(() => document.querySelector('[data-underskin]')?.parentElement?.localName);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.querySelector('div:fullscreen > [data-underskin]:popover-open') !== null, {
    timeout: 5000,
  });
  expect(await isUsable(page)).toBe(true);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.querySelector('html > [data-underskin]:popover-open') !== null, {
    timeout: 5000,
  });
  expect(await parent()).toBe('html');
});

test('a page that comes back from the cache has no card', async () => {
  const page = await hovering();
  await page.evaluate(() => {
    Object.defineProperty(window, 'wasHere', { value: true });
  });
  const url = page.url();
  await page.evaluate(() => location.assign('/elsewhere'));
  await page.waitForFunction((before) => location.href !== before, {}, url);
  await page.evaluate(() => history.back());
  await page.waitForFunction((before) => location.href === before, {}, url);
  expect(await hosts(page)).toBe(0);
  await pointAt(page, 'rosacea');
  await waitForCard(page);
});

test('print leaves it out', async () => {
  const page = await hovering();
  const size = async () => (await page.pdf()).byteLength;
  const withCard = await size();
  expect(await isCardOpen(page)).toBe(true);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  // The letters of a card would be fonts in the file.
  expect(Math.abs(withCard - (await size()))).toBeLessThan(200);
});

test('a page that dresses the backdrop of its dialogs does not darken under the card', async () => {
  const page = await opened(`<style>::backdrop { background: red !important }</style>${ARTICLE}`);
  const corner = { left: 600, top: 700, right: 700, bottom: 750 };
  const before = await picture(page, corner);
  await pointAt(page, 'zonulin');
  await waitForCard(page);
  expect(Buffer.compare(await picture(page, corner), before)).toBe(0);
});

describe('its colours fit the ground', () => {
  const paper = (page: Page) =>
    inCard(page, (root) => getComputedStyle(root.querySelector('.card') as Element).backgroundColor);
  const WHITE = 'rgb(255, 255, 255)';
  const DARK = 'rgb(26, 29, 35)';
  test.for([
    ['nothing', '', WHITE],
    ['a dark block', 'background:#111;color:#ddd', DARK],
    ['a dark block in a wide colour space', 'background:oklch(0.2 0.02 250);color:#ddd', DARK],
    ['a light block in a wide colour space', 'background:color(display-p3 0.9 0.95 0.9);color:#222', WHITE],
    ['a dark picture', 'background:linear-gradient(#012, #123);color:#eee', DARK],
    ['a light picture', 'background:linear-gradient(#fed, #edc);color:#222', WHITE],
    ['a veil over the page', 'background:rgb(0 0 0 / .2);color:#111', WHITE],
  ] as const)('%s', async ([, style, expected]) => {
    const page = await hovering('zonulin', `<div style="${style}">${ARTICLE}</div>`);
    expect(await paper(page)).toBe(expected);
    await page.close();
  });
});

test.runIf(browserName === 'chromium')(
  'a smaller window, or another zoom of the display, keeps it inside',
  async () => {
    const page = await hovering('zonulin', `<div style="position:fixed;right:0;bottom:0">${ARTICLE}</div>`);
    for (const viewport of [
      { width: 600, height: 500 },
      { width: 500, height: 450, deviceScaleFactor: 3 },
      { width: 320, height: 300 },
      { width: 1200, height: 800 },
    ]) {
      await page.setViewport(viewport);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const line = await boxOf(page, 'zonulin');
      const card = await inCard(page, (root) =>
        (root.querySelector('.frame') as HTMLElement).getBoundingClientRect().toJSON(),
      );
      const facts = JSON.stringify({ viewport, line, card });
      expect(
        card.left >= 0 && card.top >= 0 && card.right <= viewport.width && card.bottom <= viewport.height,
        facts,
      ).toBe(true);
      expect(card.bottom <= line.top || card.top >= line.bottom, facts).toBe(true);
    }
  },
);
