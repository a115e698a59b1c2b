import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserName, isCardOpen, marks, type Site, sleep, start } from './start.ts';

const started = start();
const PAGE =
  '<p>People with rosacea had raised zonulin. More zonulin.</p><p style="margin-top:2000px">At the end zonulin and psoriasis.</p>';

declare const browser: typeof import('wxt/browser').browser;

/** Opens a page and the popup that belongs to it. */
async function popupOn(html: string, site: Site = '127.0.0.1'): Promise<{ page: Page; popup: Page; tab: number }> {
  const page = await started.open(html, site);
  await sleep(300);
  const popup = await started.openPopupOn(page);
  const tab = await popup.evaluate(() => Number(new URLSearchParams(location.search).get('tab')));
  return { page, popup, tab };
}

const rows = (popup: Page) =>
  popup.evaluate(() =>
    [...document.querySelectorAll('.row .name')]
      .filter((name) => name.checkVisibility())
      .map((name) => name.textContent ?? ''),
  );
const waitForText = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 8000 }, text);
const focused = (popup: Page) =>
  popup.evaluate(() => {
    const element = document.activeElement;
    return element?.querySelector('.name')?.textContent ?? element?.textContent?.trim() ?? '';
  });
const store = (popup: Page, values: Record<string, unknown>) =>
  popup.evaluate((all) => browser.storage.local.set(all), values);
const stored = (popup: Page) => popup.evaluate(() => browser.storage.local.get());
const clear = (popup: Page) => popup.evaluate(() => browser.storage.local.clear());

/** Presses the button with these words, or of this name. */
async function press(popup: Page, words: string): Promise<void> {
  const done = await popup.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find(
      (one) => one.textContent?.trim() === wanted || one.getAttribute('aria-label') === wanted,
    );
    button?.click();
    return button !== undefined;
  }, words);
  if (!done) throw new Error(`The popup has no button ${words}`);
}

async function keys(popup: Page, ...names: ('ArrowDown' | 'ArrowUp' | 'Home' | 'End' | 'Enter' | 'Escape' | ' ')[]) {
  for (const name of names) await popup.keyboard.press(name);
}

describe('this page', () => {
  test('has its terms with how often, and the focus in the search field', async () => {
    const { popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page: 3 terms, 5 places');
    expect(await popup.evaluate(() => document.querySelector('input')?.placeholder)).toMatch(/^Search \d+ terms$/);
    expect(await rows(popup)).toEqual(['Rosacea', 'Zonulin', 'Psoriasis']);
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });

  test('is followed while it changes', async () => {
    const { page, popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page: 3 terms, 5 places');
    await page.bringToFront();
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('p'), { textContent: 'Kefir and rosacea.' }));
    });
    await popup.waitForFunction(() => document.body.innerText.includes('On this page: 4 terms, 7 places'), {
      timeout: 8000,
      polling: 100,
    });
  });

  test('is sorted by place, name or count', async () => {
    const { popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    await popup.select('.list-head select', 'name');
    expect(await rows(popup)).toEqual(['Psoriasis', 'Rosacea', 'Zonulin']);
    await popup.select('.list-head select', 'count');
    expect(await rows(popup)).toEqual(['Zonulin', 'Rosacea', 'Psoriasis']);
    await popup.select('.list-head select', 'place');
    expect(await rows(popup)).toEqual(['Rosacea', 'Zonulin', 'Psoriasis']);
  });

  test('goes to one place after the other, back, and round', async () => {
    const { page, popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    const far = () => page.evaluate(() => scrollY > 1000);
    const until = async (wanted: boolean) => {
      for (let turn = 0; turn < 40 && (await far()) !== wanted; turn++) await sleep(50);
      expect(await far()).toBe(wanted);
    };
    await press(popup, 'Previous Zonulin on the page');
    await until(true);
    await press(popup, 'Next Zonulin on the page');
    await until(false);
    await press(popup, 'Next Zonulin on the page');
    await press(popup, 'Next Zonulin on the page');
    await until(true);
    await page.bringToFront();
    for (let turn = 0; turn < 30 && !(await isCardOpen(page)); turn++) await sleep(50);
    expect(await isCardOpen(page)).toBe(true);
  });

  test('keeps known terms folded away, and marks them again when asked', async () => {
    const { page, popup } = await popupOn(PAGE);
    await store(popup, {
      known: { version: 1, terms: { zonulin: 1 } },
      'not-here:127.0.0.1': { version: 1, terms: { psoriasis: 1 } },
    });
    await waitForText(popup, 'Known: 1 hidden');
    await waitForText(popup, 'Another meaning here: 1 hidden');
    expect(await rows(popup)).toEqual(['Rosacea']);
    await page.bringToFront();
    expect(await marks(page, 1)).toEqual(['rosacea']);
    await popup.bringToFront();
    // By keyboard: past the row to the fold, open it, on to the term and its button.
    await popup.focus('input');
    await keys(popup, 'ArrowDown', 'ArrowDown');
    expect(await focused(popup)).toBe('Known: 1 hidden');
    await keys(popup, 'Enter', 'ArrowDown');
    expect(await focused(popup)).toBe('Zonulin');
    await popup.keyboard.press('Tab');
    expect(await focused(popup)).toBe('Mark again Zonulin');
    await keys(popup, 'Enter');
    await popup.waitForFunction(() => !document.body.innerText.includes('Known'), { timeout: 5000 });
    // The page has to be read again first.
    await expect.poll(() => rows(popup), { timeout: 5000 }).toEqual(['Rosacea', 'Zonulin']);
    await page.bringToFront();
    expect(await marks(page, 2)).toEqual(['rosacea', 'zonulin']);
    await popup.bringToFront();
    await press(popup, 'Mark again Psoriasis');
    await popup.waitForFunction(() => !document.body.innerText.includes('Another meaning'), { timeout: 5000 });
    expect((await stored(popup)).known).toBeUndefined();
  });

  test('says so when nothing was found', async () => {
    const { popup } = await popupOn('<p>The weather is fine.</p>');
    await waitForText(popup, 'No gut–skin words found on this page. Select any word and choose “Look up”.');
  });

  test('is not waited for when it is busy', async () => {
    const page = await started.open(PAGE);
    await marks(page, 2);
    const opening = started.openPopupOn(page);
    const busy = page.evaluate(() => {
      const end = performance.now() + 7000;
      while (performance.now() < end);
    });
    const popup = await opening;
    await popup.type('input', 'kefir');
    expect((await rows(popup))[0]).toBe('Kefir');
    await busy;
  });

  test('says when reading stopped because the page is monstrous, and goes on when asked', async () => {
    const { page } = await popupOn(`<p>Zonulin first.</p><div id="long" hidden></div><p>Rosacea last.</p>
      <script>document.getElementById('long').textContent = 'plain words about the weather. '.repeat(680000)</script>`);
    let popup = await started.openPopupOn(page);
    const says = (text: string) => popup.evaluate((wanted) => document.body.innerText.includes(wanted), text);
    for (let turn = 0; turn < 30 && !(await says('Stopped, to keep')); turn++) {
      await popup.close();
      await page.bringToFront();
      await sleep(700);
      popup = await started.openPopupOn(page);
      await sleep(300);
    }
    expect(await says('Stopped, to keep')).toBe(true);
    expect((await rows(popup))[0]).toBe('Zonulin');
    expect(await says('On this page: 1 term, 1 place')).toBe(true);
    await press(popup, 'Go on');
    await page.bringToFront();
    expect(await marks(page, 2)).toEqual(['Zonulin', 'Rosacea']);
  });
});

describe('the choices', () => {
  test('the switch acts on this site in all its tabs without reload, and on no other site', async () => {
    const { page, popup } = await popupOn(PAGE);
    const second = await started.open(PAGE);
    const elsewhere = await started.open(PAGE, 'localhost');
    for (const tab of [second, elsewhere]) {
      await tab.bringToFront();
      expect(await marks(tab, 2)).toHaveLength(2);
    }
    await popup.bringToFront();
    await popup.click('[role=switch]');
    await waitForText(popup, 'Marks are off here');
    for (const tab of [page, second]) {
      await tab.bringToFront();
      expect(await marks(tab, 0)).toEqual([]);
    }
    await elsewhere.bringToFront();
    expect(await marks(elsewhere, 2)).toHaveLength(2);
    const late = await started.open(PAGE);
    expect(await marks(late)).toEqual([]);

    await popup.bringToFront();
    await popup.click('[role=switch]');
    await waitForText(popup, 'Marks are on');
    for (const tab of [page, second, late]) {
      await tab.bringToFront();
      expect(await marks(tab, 2)).toHaveLength(2);
    }
  });

  test('a pause rests everything until it is over or taken back', async () => {
    const { page, popup } = await popupOn(PAGE);
    const elsewhere = await started.open(PAGE, 'localhost');
    await marks(elsewhere, 2);
    await popup.bringToFront();
    await press(popup, 'Pause for 1 hour');
    await waitForText(popup, 'Paused everywhere until');
    for (const tab of [page, elsewhere]) {
      await tab.bringToFront();
      expect(await marks(tab, 0)).toEqual([]);
    }
    await popup.bringToFront();
    await press(popup, 'Resume');
    await waitForText(popup, 'Marks are on');
    await page.bringToFront();
    expect(await marks(page, 2)).toHaveLength(2);
    // One that runs out by itself.
    await popup.evaluate(() => browser.storage.local.set({ pause: { version: 1, until: Date.now() + 1500 } }));
    expect(await marks(page, 0)).toEqual([]);
    expect(await marks(page, 2)).toHaveLength(2);
    await clear(popup);
  });

  test('this page only: nothing is stored, and another tab of the site stays as it was', async () => {
    const { page, popup } = await popupOn(PAGE);
    const second = await started.open(PAGE);
    expect(await marks(second, 2)).toHaveLength(2);
    await popup.bringToFront();
    await waitForText(popup, 'Marks are on.');
    await press(popup, 'Off on this page only');
    await waitForText(popup, 'Marks are off on this page, until it is reloaded.');
    expect(await stored(popup)).toEqual({});
    await page.bringToFront();
    expect(await marks(page, 0)).toEqual([]);
    await second.bringToFront();
    expect(await marks(second, 2)).toHaveLength(2);
    // A choice about something else leaves it so.
    await store(popup, { density: { version: 1, marks: 'all' } });
    expect(await marks(second, 3)).toHaveLength(3);
    await page.bringToFront();
    expect(await marks(page, 0)).toEqual([]);
    await popup.bringToFront();
    await press(popup, 'On again on this page');
    await waitForText(popup, 'Marks are on.');
    await clear(popup);
  });

  test('this page only, on a site where marks are off', async () => {
    const { page, popup } = await popupOn(PAGE);
    await popup.click('[role=switch]');
    await waitForText(popup, 'Marks are off here.');
    await popup.waitForFunction(() => document.body.innerText.includes('On for this page only'), { timeout: 5000 });
    await press(popup, 'On for this page only');
    await waitForText(popup, 'but on in this page until it is reloaded');
    await page.bringToFront();
    expect(await marks(page, 2)).toHaveLength(2);
    await page.reload();
    expect(await marks(page, 0)).toEqual([]);
    await clear(popup);
  });

  test('where only chosen sites are marked, the switch chooses this one', async () => {
    const { page, popup } = await popupOn(PAGE);
    await store(popup, { sites: { version: 1, where: 'chosen' } });
    await waitForText(popup, 'Marks are off here.');
    await popup.click('[role=switch]');
    await waitForText(popup, 'Marks are on.');
    await page.bringToFront();
    expect(await marks(page, 2)).toHaveLength(2);
    expect(await stored(popup)).toMatchObject({ 'site:127.0.0.1': { marks: 'on' } });
    await clear(popup);
  });

  test('marks are the first in each section, of the page, or all, as chosen, without reload', async () => {
    const html = '<h2>One</h2><p>Zonulin, zonulin.</p><p>Zonulin and rosacea.</p><h2>Two</h2><p>Zonulin, rosacea.</p>';
    const { page, popup } = await popupOn(html);
    await page.bringToFront();
    expect(await marks(page, 4)).toHaveLength(4);
    for (const [density, count] of [
      ['page', 2],
      ['all', 6],
      ['section', 4],
    ] as const) {
      await popup.bringToFront();
      await popup.waitForSelector('.choice select', { timeout: 5000 });
      await popup.select('.choice select', density);
      await page.bringToFront();
      expect(await marks(page, count), density).toHaveLength(count);
    }
  });

  test('the badge counts the terms of the page', async () => {
    const { popup, tab } = await popupOn(
      `${PAGE}<iframe srcdoc="<p>Butyrate and kefir.</p>" width="400" height="200"></iframe>`,
    );
    const badge = () => popup.evaluate((tabId) => browser.action.getBadgeText({ tabId }), tab);
    for (let turn = 0; turn < 30 && (await badge()) !== '5'; turn++) await sleep(100);
    expect(await badge()).toBe('5');
    await popup.evaluate(() => browser.storage.local.set({ 'site:127.0.0.1': { version: 1, marks: 'off' } }));
    for (let turn = 0; turn < 30 && (await badge()) !== ''; turn++) await sleep(100);
    expect(await badge()).toBe('');
    await popup.evaluate(() => browser.storage.local.clear());
  });
});

describe('search', () => {
  test('forgives typing mistakes, and Enter opens the first', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.type('input', 'soriasys');
    expect((await rows(popup))[0]).toBe('Psoriasis');
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'What it is');
    expect(await popup.evaluate(() => document.querySelector('.card .name')?.textContent)).toBe('Psoriasis');
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(() => document.activeElement?.tagName === 'INPUT', { timeout: 3000 });
    await popup.evaluate(() => browser.storage.local.clear());
  });

  test('says plainly when it has no card', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.type('input', 'qqqqqq');
    await waitForText(popup, 'No card for “qqqqqq” yet');
  });

  test('takes whatever is pasted or typed for text', async () => {
    const { popup } = await popupOn(PAGE);
    const html = '<img src=x onerror="document.title=1">';
    for (const odd of [
      html,
      '.*+?^()|[]\\',
      '%_',
      '\ud83d\ude42',
      'الجلد',
      'z\u0301onulin',
      '\u200bzonulin',
      'a'.repeat(10_000),
    ]) {
      await popup.evaluate((text) => {
        const input = document.querySelector('input') as HTMLInputElement;
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }, odd);
      await popup.waitForFunction(() => document.querySelector('.list-head'), { timeout: 3000 });
    }
    expect(await popup.evaluate(() => document.querySelectorAll('img').length)).toBe(0);
    expect(await popup.title()).toBe('Underskin');
  });
});

describe('by keyboard alone', () => {
  test('down to the list, along it, into a term, and back to where it was', async () => {
    const { popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    await keys(popup, 'ArrowDown');
    expect(await focused(popup)).toBe('Rosacea');
    await keys(popup, 'ArrowDown');
    expect(await focused(popup)).toBe('Zonulin');
    await keys(popup, 'End');
    expect(await focused(popup)).toBe('Psoriasis');
    await keys(popup, 'ArrowDown');
    expect(await focused(popup)).toBe('Psoriasis');
    await keys(popup, 'Home');
    expect(await focused(popup)).toBe('Rosacea');
    await keys(popup, 'ArrowDown', 'Enter');
    await waitForText(popup, 'What it is');
    expect(await popup.evaluate(() => document.querySelector('.card .name')?.textContent)).toBe('Zonulin');
    await keys(popup, 'Escape');
    await popup.waitForFunction(() => document.querySelector('.card') === null, { timeout: 3000 });
    expect(await focused(popup)).toBe('Zonulin');
    await keys(popup, 'ArrowUp', 'ArrowUp');
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await popup.evaluate(() => browser.storage.local.clear());
  });

  test('from term to term and back one by one', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.type('input', 'zonulin');
    await keys(popup, 'Enter');
    await waitForText(popup, 'What it is');
    const name = () => popup.evaluate(() => document.querySelector('.card .name')?.textContent);
    await popup.focus('.related button');
    await keys(popup, 'Enter');
    await popup.waitForFunction(() => document.querySelector('.card .name')?.textContent !== 'Zonulin', {
      timeout: 3000,
    });
    await keys(popup, 'Escape');
    await popup.waitForFunction(() => document.querySelector('.card .name')?.textContent === 'Zonulin', {
      timeout: 3000,
    });
    expect(await name()).toBe('Zonulin');
    await popup.evaluate(() => browser.storage.local.clear());
  });

  test('Escape empties the search, and then closes', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.evaluate(() => {
      window.close = () => {
        document.title = 'closed';
      };
    });
    await popup.type('input', 'kefir');
    await keys(popup, 'Escape');
    await popup.waitForFunction(() => document.querySelector('input')?.value === '', { timeout: 3000 });
    expect(await popup.title()).toBe('Underskin');
    await keys(popup, 'Escape');
    expect(await popup.title()).toBe('closed');
  });

  test('everything is reached by Tab, in the order it is seen', async () => {
    const { popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    const reached: string[] = [];
    for (let i = 0; i < 18; i++) {
      await popup.keyboard.press('Tab');
      reached.push(
        await popup.evaluate(() => {
          const element = document.activeElement;
          return element?.getAttribute('aria-label') ?? element?.getAttribute('role') ?? element?.textContent ?? '';
        }),
      );
    }
    for (const name of [
      'switch',
      'Off on this page only',
      'Next Zonulin on the page',
      'Pause for 1 hour',
      'Options',
      'Glossary',
      'Map',
    ])
      expect(reached, name).toContain(name);
  });

  test('the switch, a jump, the pause and the order work by keys', async () => {
    const { page, popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    await popup.focus('[role=switch]');
    await keys(popup, ' ');
    await waitForText(popup, 'Marks are off here.');
    await keys(popup, ' ');
    await waitForText(popup, 'On this page');
    await popup.focus('[aria-label="Previous Zonulin on the page"]');
    await keys(popup, 'Enter');
    await page.waitForFunction(() => scrollY > 1000, { timeout: 5000, polling: 100 });
    await popup.focus('footer button');
    await keys(popup, 'Enter');
    await waitForText(popup, 'Paused everywhere until');
    expect(await focused(popup)).toBe('Resume');
    await keys(popup, 'Enter');
    await waitForText(popup, 'Marks are on.');
  });
});

describe('the reader’s lists', () => {
  test('what was saved, and what was opened, the last first', async () => {
    const { popup } = await popupOn(PAGE);
    await store(popup, { saved: { version: 1, terms: { butyrate: 1, kefir: 2, 'no-such-term': 3 } } });
    await waitForText(popup, 'Saved: 2');
    await popup.evaluate(() => (document.querySelector('details summary') as HTMLElement).click());
    expect((await rows(popup)).slice(3)).toEqual(['Kefir', 'Butyrate']);
    await popup.type('input', 'inulin');
    await keys(popup, 'Enter');
    await popup.waitForSelector('.term-page', { timeout: 5000 });
    await keys(popup, 'Escape');
    await popup.waitForSelector('.term-page', { hidden: true, timeout: 5000 });
    await keys(popup, 'Escape');
    await waitForText(popup, 'Opened lately: 1');
    expect(Object.keys(((await stored(popup)).recent as { terms: object }).terms)).toEqual(['inulin']);
    await clear(popup);
  });
});

describe('the ways out', () => {
  test.each([
    ['Glossary', 'glossary.html'],
    ['Map', 'glossary.html#map'],
  ])('%s opens a tab', async (words, address) => {
    const { popup } = await popupOn(PAGE);
    const own = await started.openOwn('popup.html');
    const open = () =>
      own.evaluate(async () => (await browser.tabs.query({})).map(({ url = '' }) => url.split('/').at(-1)));
    expect(await open()).not.toContain(address);
    await press(popup, words).catch((error: unknown) => {
      // It closes itself in the act.
      if (!/detached|closed/i.test(String(error))) throw error;
    });
    for (let turn = 0; turn < 40 && !(await open()).includes(address); turn++) await sleep(50);
    expect(await open()).toContain(address);
    for (const page of await started.browser.pages()) if (page.url().endsWith(address)) await page.close();
  });
});

describe('where it cannot run it says why, and search still works', () => {
  let server: Server;
  let origin: string;
  const TYPES: Record<string, [type: string, body: string]> = {
    '/paper.pdf': [
      'application/pdf',
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    ],
    '/drawing.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    '/plain.txt': ['text/plain', 'zonulin and rosacea'],
  };
  beforeAll(async () => {
    server = createServer((request, response) => {
      const [type, body] = TYPES[request.url ?? ''] ?? ['text/html', ''];
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** The popup over a page at any address. */
  async function popupAt(url: string): Promise<Page> {
    const own = await started.openOwn('popup.html');
    const tabs = () => own.evaluate(async () => (await browser.tabs.query({})).map(({ id }) => id));
    const before = await tabs();
    const page = await started.browser.newPage();
    // Firefox's viewer and error pages tell nobody that they have loaded.
    const loaded = page.goto(url, { timeout: 3000 }).catch((error: unknown) => error);
    await Promise.race([loaded, sleep(3000)]);
    const id = (await tabs()).find((tab) => !before.includes(tab));
    const popup = await started.openOwn(`popup.html?tab=${id}`);
    await own.close();
    return popup;
  }

  test.each([
    ['a page of its own', 'about:blank', 'Not on this page'],
    ['an error message', 'http://127.0.0.1:9/', 'Not on this page'],
    ['a PDF', '/paper.pdf', 'A PDF document'],
    ['a picture', '/drawing.svg', 'No text to mark'],
  ])('%s', async (_, address, title) => {
    const popup = await popupAt(address.startsWith('/') ? `${origin}${address}` : address);
    await waitForText(popup, title);
    await popup.type('input', 'kefir');
    expect((await rows(popup))[0]).toBe('Kefir');
  });

  test('a page of ours', async () => {
    const popup = await started.openOwn('popup.html');
    await waitForText(popup, 'A page of Underskin');
    await popup.type('input', 'kefir');
    expect((await rows(popup))[0]).toBe('Kefir');
  });

  test('plain text is a page like any other', async () => {
    const popup = await popupAt(`${origin}/plain.txt`);
    await waitForText(popup, 'Marks are on.');
  });

  test(`a file ${browserName === 'firefox' ? 'without consent' : 'with consent'}`, async () => {
    const popup = await popupAt(`file://${join(import.meta.dirname, '../../scripts/sample-article.html')}`);
    await waitForText(popup, browserName === 'firefox' ? 'allow access to files' : 'Files on this computer');
  });

  test.each([
    'tab=<img src=x onerror=alert(1)>',
    'tab=99999999',
    'tab=-1',
    'tab=1e9',
    'tab=__proto__',
    `tab=${'9'.repeat(5000)}`,
    '%ZZ#%00',
  ])('an odd address: popup.html?%s', async (query) => {
    const popup = await started.openOwn(`popup.html?${query}`);
    await waitForText(popup, 'A page of Underskin');
    expect(await popup.evaluate(() => document.querySelectorAll('img').length)).toBe(0);
  });
});

describe('for everybody', () => {
  const VIEWS = ['the list', 'search', 'a term', 'off', 'paused', 'a closed page', 'the lists open'] as const;

  async function show(view: (typeof VIEWS)[number]): Promise<Page> {
    if (view === 'a closed page') return started.openOwn('popup.html');
    const { popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    if (view === 'search' || view === 'a term') await popup.type('input', 'leaky gut');
    if (view === 'a term') {
      await popup.keyboard.press('Enter');
      await waitForText(popup, 'What it is');
    }
    if (view === 'off') await store(popup, { 'site:127.0.0.1': { version: 1, marks: 'off' } });
    if (view === 'off') await waitForText(popup, 'On for this page only');
    if (view === 'paused') await store(popup, { pause: { version: 1, until: Date.now() + 3_600_000 } });
    if (view === 'paused') await waitForText(popup, 'Paused everywhere until');
    if (view === 'the lists open') {
      await store(popup, {
        known: { version: 1, terms: { zonulin: 1 } },
        saved: { version: 1, terms: { kefir: 1 } },
        recent: { version: 1, terms: { 'leaky-gut': 1 } },
      });
      await waitForText(popup, 'Opened lately: 1');
      await waitForText(popup, 'Known: 1 hidden');
      await popup.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
    }
    return popup;
  }

  test.each(VIEWS)('%s has no fault that axe can see: light, dark, forced colours, 320 px, 400 %', async (view) => {
    const popup = await show(view);
    const found: string[] = [];
    const look = async (how: string) => {
      for (const fault of await violations(popup)) found.push(`${how}: ${fault}`);
      const wide = await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${how}: ${wide} px too wide`);
    };
    await look('light');
    await popup.evaluate(() => {
      document.documentElement.style.colorScheme = 'dark';
    });
    await look('dark');
    await popup.evaluate(() => {
      document.documentElement.style.colorScheme = '';
    });
    if (browserName === 'chromium') {
      const session = await popup.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      await look('forced colours');
      await session.send('Emulation.setEmulatedMedia', { features: [] });
    }
    await popup.setViewport({ width: 320, height: 480 });
    await look('320 px');
    // A window of 1280 by 1024 at 400 %.
    await popup.setViewport({ width: 320, height: 256 });
    await look('400 %');
    await popup.setViewport({ width: 400, height: 600 });
    await popup.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await look('right to left');
    expect(found).toEqual([]);
    await clear(popup);
  });

  test.each(['the lists open', 'a term'] as const)('%s scrolls within, and the popup does not', async (view) => {
    const popup = await show(view);
    expect(await popup.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
    await clear(popup);
  });

  test('every target is at least 24 by 24 px', async () => {
    const popup = await show('the lists open');
    const small = await popup.evaluate(() =>
      [...document.querySelectorAll('button, select, summary, input')]
        .filter((one) => one.checkVisibility())
        .map((one) => ({ words: one.textContent ?? '', box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ words, box }) => `${words}: ${box.width} x ${box.height}`),
    );
    expect(small).toEqual([]);
    await clear(popup);
  });

  test('light or dark as the reader chose', async () => {
    const first = await started.openOwn('popup.html');
    for (const [theme, paper] of [
      ['dark', 'rgb(26, 29, 35)'],
      ['light', 'rgb(255, 255, 255)'],
    ] as const) {
      await store(first, { theme: { version: 1, theme } });
      const popup = await started.openOwn('popup.html');
      expect(await popup.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(paper);
      await popup.close();
    }
    await clear(first);
  });

  test('a page can’t be framed or fetch anything', async () => {
    const { popup } = await popupOn(PAGE);
    const refused = await popup.evaluate(
      (url) =>
        fetch(url).then(
          () => 'fetched',
          () => 'refused',
        ),
      `${new URL('http://127.0.0.1:1/')}`,
    );
    expect(refused).toBe('refused');
  });
});

// Chromium gives nobody a way to take access away that a test could use. Last, because it can't be given back.
describe.runIf(browserName === 'firefox')('without access', () => {
  test('says so, and offers to ask', async () => {
    const { page, popup, tab } = await popupOn(PAGE);
    const origins = ['http://*/*', 'https://*/*', 'file:///*'];
    expect(await popup.evaluate((all) => browser.permissions.remove({ origins: all }), origins)).toBe(true);
    await page.reload();
    const again = await started.openOwn(`popup.html?tab=${tab}`);
    await waitForText(again, 'No access yet');
    expect(await again.evaluate(() => document.querySelector('.plain')?.textContent)).toBe('Allow on all sites');
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const result = await run(document, { runOnly: { type: 'tag', values: tags } });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    );
  });
}
