/** The window, the device and the browser's own switches change under way. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { isCardOpen, marks, pointAt, type Started, sleep, waitForCard } from '../start.ts';
import { type Fault, hoverAgain, hoverUntilCard, pageWithCard, TEXT, tabIdOf } from './fault.ts';

declare const browser: typeof import('wxt/browser').browser;

/** @returns whether the card, if one is open, is inside the window, but for a part of a px: it stands on whole ones. */
const isInside = (page: Page) =>
  page.evaluate(() => {
    const card = document.querySelector('div[data-underskin]')?.shadowRoot?.querySelector('.frame');
    if (!card) return true;
    const { left, top, right, bottom } = card.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  });

export const SURROUNDING_FAULTS: Fault[] = [
  {
    name: 'the window gets small under an open card',
    async run(started) {
      const page = await pageWithCard(started);
      await page.setViewport({ width: 360, height: 420 });
      await expect.poll(() => isInside(page), { timeout: 3000 }).toBe(true);
      await page.setViewport({ width: 1000, height: 760 });
      await hoverAgain(page);
    },
  },
  {
    name: 'the window moves to a screen three times as fine',
    async run(started) {
      const page = await pageWithCard(started);
      await page.setViewport({ width: 1000, height: 760, deviceScaleFactor: 3 });
      await expect.poll(() => isInside(page), { timeout: 3000 }).toBe(true);
      await hoverAgain(page);
    },
  },
  {
    name: 'the processor is twenty times slower',
    only: 'chromium',
    async run(started) {
      const page = await started.open(TEXT);
      await page.emulateCPUThrottling(20);
      await page.reload();
      expect(await marks(page, 2)).toHaveLength(2);
      await pointAt(page, 'zonulin');
      await waitForCard(page);
      await page.emulateCPUThrottling(null);
    },
  },
  {
    name: 'the network is gone',
    only: 'chromium',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      await page.setOfflineMode(true);
      await pointAt(page, 'zonulin');
      await waitForCard(page);
      const popup = await started.openPopupOn(page);
      await popup.waitForFunction(() => document.body.innerText.includes('Zonulin'), { timeout: 5000 });
    },
  },
  {
    name: 'the time zone and the language change under an open card',
    only: 'chromium',
    async run(started) {
      const page = await pageWithCard(started);
      const session = await page.createCDPSession();
      await page.emulateTimezone('Pacific/Kiritimati');
      await session.send('Emulation.setLocaleOverride', { locale: 'ar-EG' });
      await hoverAgain(page);
    },
  },
  {
    name: 'dark, forced colours and less motion are switched on under an open card',
    only: 'chromium',
    async run(started) {
      const page = await pageWithCard(started);
      const session = await page.createCDPSession();
      const features = [
        { name: 'prefers-color-scheme', value: 'dark' },
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ];
      await session.send('Emulation.setEmulatedMedia', { features });
      expect(await isInside(page)).toBe(true);
      await hoverAgain(page);
    },
  },
  {
    name: 'the tab goes to the back with a card open, is frozen there, and comes back',
    only: 'chromium',
    async run(started) {
      const page = await pageWithCard(started);
      const session = await page.createCDPSession();
      // Only a hidden tab can be frozen for good and thawed again.
      const front = await started.open('<p>Nothing here.</p>');
      await page.waitForFunction(() => document.hidden, { polling: 100 });
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await sleep(300);
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await front.close();
      await hoverUntilCard(page);
    },
  },
  {
    name: 'the tab is discarded and comes back',
    only: 'chromium',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      const url = page.url();
      const own = await started.openOwn('popup.html');
      const tab = await tabIdOf(own, page);
      const kept = await own.evaluate(async (id) => {
        const discarded = await browser.tabs.discard(id);
        await browser.tabs.update(discarded?.id ?? id, { active: true });
        return discarded?.id;
      }, tab);
      expect(kept).toBeDefined();
      const back = await (await started.browser.waitForTarget((target) => target.url() === url)).page();
      if (!back) throw new Error('The discarded tab did not come back');
      expect(await marks(back, 2)).toHaveLength(2);
      await back.close();
    },
  },
  {
    name: 'another tab comes to the front while a card is open, and goes again',
    async run(started) {
      const page = await pageWithCard(started);
      const other = await started.open('<p>Nothing here.</p>');
      await sleep(300);
      await other.close();
      await page.bringToFront();
      await page.mouse.move(5, 740, { steps: 3 });
      await expect.poll(() => isCardOpen(page), { timeout: 3000 }).toBe(false);
      await hoverAgain(page);
    },
  },
  {
    name: 'a file, which extensions are kept out of until somebody allows it',
    async run(started) {
      const folder = await mkdtemp(join(tmpdir(), 'underskin-file-'));
      try {
        const path = join(folder, 'page.html');
        await writeFile(path, `<!doctype html><html lang="en"><body>${TEXT}`);
        const page = await started.browser.newPage();
        await page.goto(pathToFileURL(path).href);
        // Allowed in one browser and not in the other: read or left alone, and nothing in between.
        const there = await marks(page);
        expect([0, 2]).toContain(there.length);
        const popup = await started.openPopupOn(page);
        await searchStillWorks(popup);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  },
  {
    name: 'access to sites is taken away and given back',
    only: 'chromium',
    async run(started) {
      await setAccess(started, 'ON_CLICK');
      const page = await started.open(TEXT);
      expect(await marks(page)).toEqual([]);
      await searchStillWorks(await started.openPopupOn(page));
      await setAccess(started, 'ON_ALL_SITES');
      await page.bringToFront();
      await page.reload();
      expect(await marks(page, 2)).toHaveLength(2);
    },
  },
  {
    name: 'access to sites is taken away',
    only: 'firefox',
    last: true,
    async run(started) {
      const own = await started.openOwn('popup.html');
      expect(await own.evaluate((origins) => browser.permissions.remove({ origins }), PAGES)).toBe(true);
      const page = await started.open(TEXT);
      expect(await marks(page)).toEqual([]);
      await searchStillWorks(own);
    },
  },
  {
    name: 'the extension is removed with a card open',
    only: 'chromium',
    last: true,
    async run(started) {
      const page = await pageWithCard(started);
      const own = await started.openOwn('popup.html');
      const id = new URL(own.url()).host;
      await page.bringToFront();
      await started.browser.uninstallExtension(id);
      await page.mouse.move(5, 740, { steps: 3 });
      await expect.poll(() => page.evaluate(() => document.querySelectorAll('[data-underskin]').length)).toBe(0);
      await page.evaluate(() => document.body.append('More kefir.'));
      await expect.poll(() => page.evaluate(() => CSS.highlights.size), { timeout: 5000 }).toBe(0);
    },
  },
  {
    name: 'the popup is closed at any moment while it asks the page',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      const own = await started.openOwn('popup.html');
      const tab = await tabIdOf(own, page);
      for (const wait of [0, 10, 20, 40, 80, 160]) {
        const opened = await own.evaluate(
          async (id) => (await browser.tabs.create({ url: `popup.html?tab=${id}`, active: false })).id as number,
          tab,
        );
        await sleep(wait);
        await own.evaluate((id) => browser.tabs.remove(id), opened);
      }
      await hoverAgain(page);
    },
  },
  {
    name: 'the popup’s page is closed under it',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      const popup = await started.openPopupOn(page);
      await page.close();
      await popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
      await searchStillWorks(popup);
      await popup.evaluate(() => browser.storage.local.clear());
    },
  },
  {
    name: 'the popup is open twice: what one switches the other shows',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      const one = await started.openPopupOn(page);
      const other = await started.openPopupOn(page);
      const isOn = () => document.querySelector('[role=switch]')?.getAttribute('aria-checked');
      await one.bringToFront();
      await one.click('[role=switch]');
      await expect.poll(() => other.evaluate(isOn)).toBe('false');
      await other.bringToFront();
      await other.click('[role=switch]');
      await expect.poll(() => one.evaluate(isOn)).toBe('true');
    },
  },
];

/** By the switch on the browser's own page of extensions. */
async function setAccess(started: Started, hostAccess: 'ON_ALL_SITES' | 'ON_CLICK'): Promise<void> {
  const own = await started.openOwn('popup.html');
  const extensionId = new URL(own.url()).host;
  await own.close();
  const settings = await started.browser.newPage();
  await settings.goto('chrome://extensions');
  const change = JSON.stringify({ extensionId, hostAccess });
  await settings.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${change})`);
  await settings.close();
}

const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

async function searchStillWorks(popup: Page): Promise<void> {
  await popup.type('input[type=search]', 'kefir');
  await popup.waitForFunction(() => document.body.innerText.includes('Kefir'), { timeout: 5000 });
}
