import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import {
  control,
  LISTS,
  lookAt,
  openedForATest,
  press,
  radio,
  sticksOut,
  store,
  stored,
  violations,
  waitForChecked,
  waitForStored,
  waitForText,
} from './own-page.ts';
import { differingPixels, picture } from './pixels.ts';
import { type Box, browserName, marks, start } from './start.ts';

declare const browser: typeof import('wxt/browser').browser;

const started = start();
const { open: options, close } = openedForATest(started, 'options.html', { width: 900, height: 760 });

const OPENING = 'How a card opens';
const DENSITY = 'How many words are marked';
const STYLE = 'How a mark looks';
const SIZE = 'Text size';
const THEME = 'Light or dark';
const WHERE = 'Where words are marked';
const CHOICES: [legend: string, key: string, field: string, values: readonly string[], usual: string][] = [
  [OPENING, 'opening', 'opening', ['calm', 'fast', 'click', 'key', 'normal'], 'normal'],
  [DENSITY, 'density', 'marks', ['page', 'all', 'section'], 'section'],
  [STYLE, 'style', 'style', ['solid', 'wavy', 'tint', 'none', 'dotted'], 'dotted'],
  [SIZE, 'text-size', 'size', ['small', 'large', 'largest', 'normal'], 'normal'],
  [THEME, 'theme', 'theme', ['system', 'light', 'dark', 'page'], 'page'],
  [WHERE, 'sites', 'where', ['chosen', 'all'], 'all'],
];

test('the privacy policy is a link away, and has no fault that axe can see', async () => {
  await (await options()).waitForSelector('a[href="privacy.html"]');
  const page = await started.openOwn('privacy.html');
  await waitForText(page, 'This extension collects nothing and sends nothing.');
  for (const look of ['as it is', '320 px', '400 %'] as const) {
    await lookAt(page, look);
    expect(await violations(page), look).toEqual([]);
    expect(await sticksOut(page), look).toEqual([]);
  }
});

describe('a choice', () => {
  test.each(CHOICES)('%s: each value is stored, and is still chosen after a reload', async (...choice) => {
    const [legend, key, field, values, usual] = choice;
    let page = await options();
    await waitForChecked(page, legend, usual);
    for (const value of values) {
      await (await radio(page, legend, value)).click();
      await waitForStored(page, key, { version: 1, [field]: value });
      await close(page);
      page = await options();
      await waitForChecked(page, legend, value);
    }
  });

  test.each(CHOICES)('%s: a change made elsewhere shows at once', async (legend, key, field, [value = '']) => {
    const page = await options();
    const elsewhere = await options();
    await store(elsewhere, { [key]: { version: 1, [field]: value } });
    await waitForChecked(page, legend, value);
  });

  test.each([
    ['Opening', { opening: { version: 1, opening: 'click' } }, { opening: { version: 1, opening: 'normal' } }],
    [
      'Marks',
      { density: { version: 1, marks: 'all' }, style: { version: 1, style: 'wavy' } },
      { density: { version: 1, marks: 'section' }, style: { version: 1, style: 'dotted' } },
    ],
    [
      'Card',
      { 'text-size': { version: 1, size: 'large' }, theme: { version: 1, theme: 'dark' } },
      { 'text-size': { version: 1, size: 'normal' }, theme: { version: 1, theme: 'page' } },
    ],
    ['Sites', { sites: { version: 1, where: 'chosen' } }, { sites: { version: 1, where: 'all' } }],
  ])('%s goes back to its defaults', async (section, changed, usual) => {
    const page = await options();
    await store(page, { ...changed, 'site:news.example': { version: 1, marks: 'off' } });
    await press(page, `Back to defaults: ${section}`);
    for (const [key, value] of Object.entries(usual)) await waitForStored(page, key, value);
    expect(await stored(page)).toEqual({ ...usual, 'site:news.example': { version: 1, marks: 'off' } });
    await waitForText(page, `${section}: back to defaults.`);
  });

  test('that can’t be stored says why', async () => {
    const page = await options();
    await page.evaluate(() => {
      const { local } = browser.storage;
      Object.defineProperty(local, 'set', { value: () => Promise.reject(new Error('The disk is full.')) });
    });
    await (await radio(page, OPENING, 'calm')).click();
    await waitForText(page, 'The browser could not keep this. Nothing was changed.');
  });
});

describe('samples', () => {
  test('each style is really drawn, and differs from all others', async () => {
    const page = await options();
    const drawn = await page.evaluate(() =>
      ['dotted', 'solid', 'wavy', 'tint'].map((style) => {
        const ranges = [...((CSS.highlights.get(`term-mark-${style}`) ?? []) as Iterable<StaticRange>)];
        return ranges.length;
      }),
    );
    // Two in each style, and with the style that is chosen the six of how many.
    expect(drawn).toEqual([8, 2, 2, 2]);
    const pictures: Uint8Array[] = [];
    for (const style of ['dotted', 'solid', 'wavy', 'tint', 'none']) {
      const input = await radio(page, STYLE, style);
      const box = await input.evaluate((element): Box => {
        const sample = element.closest('.option')?.querySelector('.sample')?.firstChild as Text;
        const range = document.createRange();
        range.setStart(sample, sample.data.indexOf('rosacea'));
        range.setEnd(sample, sample.data.indexOf('rosacea') + 'rosacea'.length);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        // Whole pixels, of the page and not of the window, as pictures count.
        const [x, y] = [Math.round(left + scrollX), Math.round(top + scrollY)];
        return { left: x, top: y, right: x + Math.round(right - left), bottom: y + Math.round(bottom - top) };
      });
      pictures.push(await picture(page, box));
    }
    for (const [one, first] of pictures.entries())
      for (const second of pictures.slice(one + 1)) expect(await differingPixels(first, second)).toBeGreaterThan(20);
  });

  test('how many are marked is drawn in the style that is chosen', async () => {
    const page = await options();
    await (await radio(page, STYLE, 'wavy')).click();
    const words = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.sample')].slice(0, 3).map((sample) => {
          const ranges = [...((CSS.highlights.get('term-mark-wavy') ?? []) as Iterable<StaticRange>)];
          return ranges.filter(({ startContainer }) => startContainer === sample.firstChild).length;
        }),
      );
    await expect.poll(words, { timeout: 5000 }).toEqual([2, 1, 3]);
  });

  test('the card follows size and colours, and so does the page the colours', async () => {
    const page = await options();
    await (await radio(page, SIZE, 'largest')).click();
    await (await radio(page, THEME, 'dark')).click();
    const look = () =>
      page.evaluate(() => {
        const card = document.querySelector('.sample-card .card') as HTMLElement;
        const { backgroundColor } = getComputedStyle(card);
        const size = getComputedStyle(card).getPropertyValue('--text').trim();
        return [size, backgroundColor, getComputedStyle(document.body).backgroundColor];
      });
    await expect.poll(look, { timeout: 5000 }).toEqual(['20px', 'rgb(26, 29, 35)', 'rgb(26, 29, 35)']);
    await (await radio(page, THEME, 'light')).click();
    await expect.poll(look, { timeout: 5000 }).toEqual(['20px', 'rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
  });
});

describe('sites', () => {
  const type = async (page: Page, text: string) => {
    const field = await control(page, 'Add a site');
    await field.click({ count: 3 });
    await page.keyboard.press('Backspace');
    await field.type(text);
    await page.keyboard.press('Enter');
  };

  test('are added by whatever people paste, switched and removed', async () => {
    const page = await options();
    await type(page, 'https://www.Bücher.example:8080/a/page?q=1');
    await waitForStored(page, 'site:www.xn--bcher-kva.example', { version: 1, marks: 'off' });
    await waitForText(page, 'Added www.xn--bcher-kva.example.');
    expect(await (await control(page, 'Add a site')).evaluate((field) => (field as HTMLInputElement).value)).toBe('');

    await press(page, 'www.xn--bcher-kva.example');
    await waitForStored(page, 'site:www.xn--bcher-kva.example', { version: 1, marks: 'on' });
    expect(await page.$$('[role=switch]')).toHaveLength(1);
    await press(page, 'www.xn--bcher-kva.example');
    await waitForStored(page, 'site:www.xn--bcher-kva.example', { version: 1, marks: 'off' });
    await press(page, 'Remove www.xn--bcher-kva.example');
    await waitForStored(page, 'site:www.xn--bcher-kva.example', undefined);
    await waitForText(page, 'No site has a setting of its own.');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('No site has a setting of its own.');
  });

  test('that are the only ones are added as on, and removed with either rule', async () => {
    const page = await options();
    await (await radio(page, WHERE, 'chosen')).click();
    await waitForText(page, 'Marks will be on there.');
    await type(page, '192.168.0.10');
    await waitForStored(page, 'site:192.168.0.10', { version: 1, marks: 'on' });
    await press(page, '192.168.0.10');
    await waitForStored(page, 'site:192.168.0.10', { version: 1, marks: 'off' });
    await press(page, 'Remove 192.168.0.10');
    await waitForStored(page, 'site:192.168.0.10', undefined);
  });

  test('a name that is none gets a reason and a mend, tied to the field', async () => {
    const page = await options();
    await store(page, { 'site:news.example': { version: 1, marks: 'off' } });
    for (const [typed, says] of [
      ['', 'There is no name. Write the name of a site'],
      ['two words', 'no spaces'],
      ['*.example.org', 'A star does not work here. Write the whole name'],
      ['news.example', 'in the list already. Use its switch.'],
    ] as const) {
      await type(page, typed);
      await waitForText(page, says);
      const field = await page.evaluate(() => {
        const { activeElement } = document;
        const [problem = ''] = activeElement?.getAttribute('aria-describedby')?.split(' ') ?? [];
        return [activeElement?.getAttribute('aria-invalid'), document.getElementById(problem)?.textContent];
      });
      expect(field).toEqual(['true', expect.stringContaining(says)]);
    }
    expect(Object.keys(await stored(page))).toEqual(['site:news.example']);
  });

  test('open tabs follow at once', async () => {
    const tab = await started.open('<p>People with rosacea had raised zonulin.</p>');
    expect(await marks(tab, 2)).toHaveLength(2);
    const page = await options();
    await type(page, '127.0.0.1');
    await waitForStored(page, 'site:127.0.0.1', { version: 1, marks: 'off' });
    await tab.bringToFront();
    expect(await marks(tab, 0)).toEqual([]);
    await page.bringToFront();
    await press(page, 'Remove 127.0.0.1');
    await waitForStored(page, 'site:127.0.0.1', undefined);
    await tab.bringToFront();
    expect(await marks(tab, 2)).toHaveLength(2);
    await tab.close();
  });
});

test.runIf(browserName === 'firefox')('what the browser withholds is said at once, with a way to ask', async () => {
  const page = await options();
  await waitForText(page, 'Your browser lets Underskin read all web pages.');
  await page.evaluate(() => browser.permissions.remove({ origins: ['http://*/*', 'https://*/*'] }));
  await waitForText(page, 'Your browser keeps Underskin out of some or all web pages.');
  await control(page, 'Allow on all sites');
  expect(await violations(page)).toEqual([]);
});

describe('my words', () => {
  test('are taken back one by one, and the focus goes to the next', async () => {
    const page = await options();
    await store(page, LISTS);
    await press(page, 'Mark again Rosacea');
    await waitForStored(page, 'known', { version: 1, terms: { zonulin: 1 } });
    await waitForText(page, 'Rosacea will be marked again.');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Mark again Zonulin', { timeout: 5000 });
    await press(page, 'Mark again Zonulin');
    await waitForStored(page, 'known', undefined);

    await press(page, 'Remove term-of-an-old-glossary');
    await waitForStored(page, 'saved', { version: 1, terms: { butyrate: 1 } });
    await press(page, 'Take back Acne on news.example');
    await waitForStored(page, 'not-here:news.example', undefined);
    await waitForText(page, '2 cards that you opened lately');
    await press(page, 'Clear the list');
    await waitForStored(page, 'recent', undefined);
    await waitForText(page, 'No card is listed.');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Opened lately');
  });

  test('lead to the glossary, where it still has them', async () => {
    const page = await options();
    await store(page, LISTS);
    const link = await control(page, 'Butyrate');
    expect(await link.evaluate((one) => (one as HTMLAnchorElement).href)).toMatch(/\/glossary\.html#butyrate$/);
    expect(await page.evaluate(() => document.body.innerText)).toContain('term-of-an-old-glossary');
    expect(await page.$$('a[href$="term-of-an-old-glossary"]')).toEqual([]);
  });
});

describe('privacy', () => {
  test('wiping names what goes, does nothing until confirmed, and then leaves nothing', async () => {
    const page = await options();
    await store(page, LISTS);
    await control(page, 'Mark again Rosacea');
    await press(page, 'Delete everything…');
    const listed = await page.$$eval('dialog[open] li', (items) => items.map(({ textContent }) => textContent));
    expect(listed).toEqual([
      'your choices on this page, and a pause',
      '1 site with a setting of its own',
      '2 words you know',
      '2 saved words',
      '1 word that means something else on a site',
      '2 cards opened lately',
    ]);
    await press(page, 'Keep everything');
    expect(await stored(page)).toEqual(LISTS);
    await press(page, 'Delete everything…');
    await press(page, 'Delete everything');
    await waitForText(page, 'Everything was deleted.');
    await waitForText(page, 'You have not saved any word.');
    expect(await stored(page)).toEqual({});
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Delete everything…');
  });
});

describe('keys', () => {
  test('are listed as the browser has them', async () => {
    const page = await options();
    const rows = await page.$$eval('.keys > div', (all) => all.map((row) => (row as HTMLElement).innerText));
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Go to the next gut–skin term on the page (Alt\+Shift\+G|⌥⇧G)$/),
        'Close the card Esc',
      ]),
    );
  });

  test('the browser’s page for them opens', async () => {
    const page = await options();
    const idsOf = () => page.evaluate(async () => (await browser.tabs.query({})).map(({ id }) => id as number));
    const before = await idsOf();
    await press(page, 'Change keys');
    const added = async () => (await idsOf()).filter((id) => !before.includes(id));
    await expect.poll(added, { timeout: 5000 }).toHaveLength(1);
    // A page of the browser's own is out of a driver's sight, and in the way of whatever is opened next.
    await page.evaluate((ids) => browser.tabs.remove(ids), await added());
  });
});

describe('about', () => {
  test('says what it is, how much is in it, and what it is not', async () => {
    const page = await options();
    const text = await page.$eval('#about', (section) => (section as HTMLElement).innerText);
    expect(text).toMatch(/Version \d+\.\d+\.\d+\s+\d{3,} words explained\s+\d{3,} studies behind them/);
    expect(text).toContain('CC BY 4.0');
    expect(text).toContain('Information, not medical advice.');
  });
});

describe('search', () => {
  const shown = (page: Page) =>
    page.$$eval('.block > h2', (all) =>
      all.filter((one) => one.checkVisibility()).map(({ textContent }) => textContent),
    );
  const look = async (page: Page, query: string) => {
    await page.$eval('#search', (field) => (field as HTMLInputElement).select());
    await page.keyboard.press('Backspace');
    await page.type('#search', query);
  };

  test('leaves the sections that say it, by any words of theirs', async () => {
    const page = await options();
    expect(await shown(page)).toHaveLength(9);
    await look(page, 'WAVY');
    await waitForText(page, '1 section found');
    expect(await shown(page)).toEqual(['Marks']);
    await look(page, 'size text');
    expect(await shown(page)).toEqual(['Card']);
    // A word of the sample card only.
    await look(page, 'bacteria');
    await waitForText(page, 'No setting found for “bacteria”.');
    expect(await shown(page)).toEqual([]);
    await look(page, ' ');
    expect(await shown(page)).toHaveLength(9);
  });
});
