import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { closeFirstRunPage, launch } from '../../scripts/launch.ts';
import {
  control,
  type Look,
  lookAt,
  press,
  radio,
  smallTargets,
  sticksOut,
  store,
  tabTo,
  tabToElement,
  violations,
  waitForChecked,
  waitForStored,
  waitForText,
  wipe,
} from './own-page.ts';
import { browserName, buildFolder, start } from './start.ts';

declare const browser: typeof import('wxt/browser').browser;

const started = start();
const inDark = start({ dark: true });

let page: Page | undefined;

async function welcome(): Promise<Page> {
  page = await started.openOwn('welcome.html');
  await page.setViewport({ width: 1000, height: 760 });
  return page;
}

afterEach(async () => {
  if (page) await wipe(page);
  await page?.close();
  page = undefined;
});

const OPENING = 'How a card opens';
const DENSITY = 'How many words are marked';
const WHERE = 'Where words are marked';

const cardName = (on: Page) => on.evaluate(() => document.querySelector('.card .name')?.textContent);
const waitForCard = (on: Page, name: string | undefined) =>
  expect.poll(() => cardName(on), { timeout: 5000 }).toBe(name);

async function hover(on: Page, word: string): Promise<void> {
  const mark = await control(on, word);
  await mark.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await mark.boundingBox();
  if (!box) throw new Error(`"${word}" has no box`);
  await on.mouse.move(box.x - 30, box.y - 30);
  await on.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
}

describe('after an install', () => {
  test('the page opens by itself, once', async () => {
    const launched = await launch({ name: browserName, extension: buildFolder('production'), headless: true });
    try {
      await closeFirstRunPage(launched);
      await expect(closeFirstRunPage(launched)).rejects.toThrow('did not open');
    } finally {
      await launched.browser.close();
    }
  });
});

describe('try it', () => {
  test('a card opens on hover, stays while the pointer goes to it, and closes after', async () => {
    const on = await welcome();
    await hover(on, 'zonulin');
    await waitForCard(on, 'Zonulin');
    const [word, card] = await on.evaluate(() =>
      ['.mark', '.card'].map((selector) => {
        const { left, top, right, bottom } = (document.querySelector(selector) as Element).getBoundingClientRect();
        return { left, top, right, bottom };
      }),
    );
    if (!word || !card) throw new Error('No boxes');
    // Under its word or over it, never on it.
    expect(card.top >= word.bottom || card.bottom <= word.top).toBe(true);
    await on.mouse.move((card.left + card.right) / 2, (card.top + card.bottom) / 2, { steps: 6 });
    await press(on, 'More');
    expect(await cardName(on)).toBe('Zonulin');
    await on.mouse.move(5, 740, { steps: 4 });
    await waitForCard(on, undefined);
  });

  test('with “click only” hovering does nothing, and a click opens', async () => {
    const on = await welcome();
    await (await radio(on, OPENING, 'click')).click();
    await waitForStored(on, 'opening', { version: 1, opening: 'click' });
    await waitForChecked(on, OPENING, 'click');
    await hover(on, 'zonulin');
    const opened = on
      .waitForSelector('.card', { timeout: 1000 })
      .then(() => 'opened')
      .catch(() => 'stayed shut');
    expect(await opened).toBe('stayed shut');
    await press(on, 'rosacea');
    await waitForCard(on, 'Rosacea');
  });

  test.runIf(browserName === 'chromium')('a tap opens, a tap inside leaves it open, one beside closes', async () => {
    const on = await welcome();
    await on.setViewport({ width: 1000, height: 760, hasTouch: true });
    const tap = async (selector: string) => {
      const box = await (await on.$(selector))?.boundingBox();
      if (!box) throw new Error(`There is no ${selector}`);
      await on.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    };
    await tap('.mark');
    await waitForCard(on, 'Zonulin');
    await tap('.card .in-short');
    const closed = on.waitForSelector('.card', { hidden: true, timeout: 1000 }).then(
      () => 'closed',
      () => 'stayed open',
    );
    expect(await closed).toBe('stayed open');
    await tap('h1');
    await waitForCard(on, undefined);
  });

  test('by keyboard: focus opens, Tab goes in, Esc closes and goes back', async () => {
    const on = await welcome();
    await tabTo(on, 'zonulin');
    await waitForCard(on, 'Zonulin');
    await on.keyboard.press('Tab');
    await on.keyboard.press('Tab');
    expect(await on.evaluate(() => document.activeElement?.closest('.card') !== null)).toBe(true);
    await on.keyboard.press('Escape');
    expect(await cardName(on)).toBeUndefined();
    expect(await on.evaluate(() => document.activeElement?.textContent)).toBe('zonulin');
    await on.keyboard.press('Enter');
    await waitForCard(on, 'Zonulin');
    await tabTo(on, 'rosacea');
    await waitForCard(on, 'Rosacea');
  });
});

describe('choices', () => {
  test.each([
    [OPENING, 'fast', 'opening', { version: 1, opening: 'fast' }],
    [DENSITY, 'all', 'density', { version: 1, marks: 'all' }],
    [WHERE, 'chosen', 'sites', { version: 1, where: 'chosen' }],
  ])('%s is stored by keyboard, and follows what is changed elsewhere', async (legend, value, key, kept) => {
    const on = await welcome();
    const usual = { [OPENING]: 'normal', [DENSITY]: 'section', [WHERE]: 'all' }[legend] as string;
    await tabToElement(on, await radio(on, legend, usual), legend);
    const at = () => on.evaluate(() => (document.activeElement as HTMLInputElement).value);
    for (let now = await at(); now !== value; now = await at()) {
      await on.keyboard.press('ArrowDown');
      // A key takes a moment on its way; pressed again too early, it would go past.
      await expect.poll(at, { timeout: 3000 }).not.toBe(now);
    }
    await waitForStored(on, key, kept);
    await wipe(on);
    await waitForChecked(on, legend, usual);
    await store(on, { [key]: kept });
    await waitForChecked(on, legend, value);
  });

  test('says how sure science is, in four steps, and what this is not', async () => {
    const on = await welcome();
    const steps = await on.$$eval('.levels dt', (all) => all.map(({ textContent }) => textContent?.trim()));
    expect(steps).toEqual(['Confident', 'Fairly confident', 'Limited confidence', 'Very unsure']);
    await waitForText(on, 'Information, not medical advice.');
  });
});

describe('leaving', () => {
  test.each(['Start reading', 'Skip'])('%s closes the tab', async (words) => {
    const on = await welcome();
    const watcher = await started.openOwn('options.html');
    const tabs = () => watcher.evaluate(async () => (await browser.tabs.query({})).length);
    const before = await tabs();
    await on.bringToFront();
    page = undefined;
    await tabTo(on, words);
    // The tab goes while the key is still down, and nobody is left to be told that it came up.
    await on.keyboard.press('Enter').catch((error: Error) => expect(error.message).toContain('closed'));
    await expect.poll(tabs, { timeout: 5000 }).toBe(before - 1);
    await watcher.close();
  });
});

const LOOKS: Look[] = ['as it is', '320 px', '400 %'];
if (browserName === 'chromium') LOOKS.push('forced colours');

describe.each(LOOKS)('looked at: %s', (look) => {
  test('axe finds no fault, with a card and without', async () => {
    const on = await welcome();
    await lookAt(on, look);
    expect(await violations(on)).toEqual([]);
    await tabTo(on, 'zonulin');
    await waitForCard(on, 'Zonulin');
    expect(await violations(on)).toEqual([]);
  });

  test('nothing sticks out sideways, also with a card and with wide text, and nothing is too small to hit', async () => {
    const on = await welcome();
    await lookAt(on, look);
    expect(await smallTargets(on)).toEqual([]);
    await press(on, 'rosacea');
    await waitForCard(on, 'Rosacea');
    expect(await sticksOut(on)).toEqual([]);
    const card = await on.$eval('.sample-card', (one) => {
      const { left, right } = one.getBoundingClientRect();
      return left >= 0 && right <= document.documentElement.clientWidth;
    });
    expect(card).toBe(true);
    expect(await sticksOut(on, true)).toEqual([]);
  });
});

test('looked at in the dark: axe finds no fault', async () => {
  const dark = await inDark.openOwn('welcome.html');
  expect(await violations(dark)).toEqual([]);
});
