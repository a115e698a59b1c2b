import { describe, expect, test } from 'vitest';
import { store, stored, wipe } from './own-page.ts';
import { focused, keys, openPopup, PAGE, press, rows, waitForText } from './popup-page.ts';
import { browserName, isCardOpen, marks, type Site, sleep, start } from './start.ts';

declare const browser: typeof import('wxt/browser').browser;

const started = start();
const popupOn = (html: string, site?: Site) => openPopup(started, html, site);

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
    await wipe(popup);
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
    await wipe(popup);
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
    await wipe(popup);
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
    await wipe(popup);
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
    await wipe(popup);
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
