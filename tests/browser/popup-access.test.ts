import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { store, violations, wipe } from './own-page.ts';
import { openPopup, PAGE, waitForText } from './popup-page.ts';
import { browserName, type Site, start } from './start.ts';

const started = start();
const popupOn = (html: string, site?: Site) => openPopup(started, html, site);

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
    await wipe(popup);
  });

  test.each(['the lists open', 'a term'] as const)('%s scrolls within, and the popup does not', async (view) => {
    const popup = await show(view);
    expect(await popup.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
    await wipe(popup);
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
    await wipe(popup);
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
    await wipe(first);
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
