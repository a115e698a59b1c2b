/** The background ends whenever the browser likes, and is updated under way. */
import { expect } from 'vitest';
import { buildFolder, marks, pointAt, sleep, waitForCard } from '../start.ts';
import {
  type Fault,
  hoverAgain,
  hoverUntilCard,
  pageWithCard,
  stopBackground,
  TEXT,
  tabIdOf,
  waitForBadge,
} from './fault.ts';

declare const browser: typeof import('wxt/browser').browser;

/** Nothing that `page/messages.ts` knows. */
const ODD_MESSAGES: unknown[] = [
  null,
  0,
  '',
  'prepare',
  [],
  {},
  { type: null },
  { type: 'unknown' },
  { type: '__proto__' },
  { type: 'prepare' },
  { type: 'prepare', term: 5, withCard: true },
  { type: 'prepare', term: 'zonulin' },
  { type: 'prepare', term: 'x'.repeat(1_000_000), withCard: false },
  { type: 'prepare', term: 'no-such-term', withCard: false },
  { type: 'prepare', term: '__proto__', withCard: false },
  { type: 'cite', studies: 'all' },
  { type: 'cite', studies: Array.from({ length: 5000 }, () => 'x') },
  { type: 'cite', studies: [{}] },
  { type: 'say', what: 'site', term: 'zonulin', on: true },
  { type: 'say', what: 'known', term: 'no-such-term', on: true },
  { type: 'say', what: 'known', term: 'zonulin', on: 'yes' },
  { type: 'opened', term: ['zonulin'] },
  { type: 'glossary', term: 'https://elsewhere.example/' },
];

export const BACKGROUND_FAULTS: Fault[] = [
  {
    name: 'the background is asleep when a word is hovered',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      await stopBackground(started);
      await page.bringToFront();
      await pointAt(page, 'zonulin');
      await waitForCard(page);
    },
  },
  {
    name: 'the background ends while a card is being prepared',
    only: 'chromium',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      await pointAt(page, 'zonulin');
      await sleep(180);
      await stopBackground(started);
      await hoverAgain(page);
    },
  },
  {
    name: 'the background ends before each of five hovers',
    async run(started) {
      const page = await started.open('<p>rosacea</p><p>zonulin</p><p>butyrate</p><p>psoriasis</p><p>kefir</p>');
      await marks(page, 5);
      for (const word of ['rosacea', 'zonulin', 'butyrate', 'psoriasis', 'kefir']) {
        await stopBackground(started);
        await hoverAgain(page, word);
      }
    },
  },
  {
    name: 'the background is asleep when the popup is opened and used',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      await stopBackground(started);
      const popup = await started.openPopupOn(page);
      await popup.waitForFunction(() => document.body.innerText.includes('Zonulin'), { timeout: 5000 });
      await popup.type('input[type=search]', 'kefir');
      await popup.waitForFunction(() => document.body.innerText.includes('Kefir'), { timeout: 5000 });
    },
  },
  {
    name: 'the background is asleep when a page changes: the badge follows',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      const own = await started.openOwn('popup.html');
      const tab = await tabIdOf(own, page);
      await page.bringToFront();
      await waitForBadge(own, tab, '2');
      await stopBackground(started);
      await page.bringToFront();
      await page.evaluate(() => document.body.append('And kefir.'));
      await waitForBadge(own, tab, '3');
    },
  },
  {
    name: 'an update while the pointer rests on a word',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      await pointAt(page, 'zonulin');
      await started.browser.installExtension(buildFolder('e2e'));
      await hoverUntilCard(page);
      expect(await marks(page, 2)).toHaveLength(2);
      expect(await page.evaluate(() => document.querySelectorAll('[data-underskin]').length)).toBe(1);
    },
  },
  {
    name: 'an update with the popup open and cards open in three tabs',
    async run(started) {
      const pages = [];
      for (let i = 0; i < 3; i++) pages.push(await pageWithCard(started));
      await started.openOwn('popup.html');
      await started.browser.installExtension(buildFolder('e2e'));
      for (const page of pages) {
        // Its marks may be those of the old version until the new one has seen that the tab is shown.
        await hoverUntilCard(page);
        expect(await page.evaluate(() => document.querySelectorAll('[data-underskin]').length)).toBe(1);
      }
    },
  },
  {
    name: `${ODD_MESSAGES.length} messages of the wrong shape`,
    async run(started) {
      const own = await started.openOwn('popup.html');
      const before = await own.evaluate(() => browser.storage.local.get(null));
      const tabs = await own.evaluate(async () => (await browser.tabs.query({})).length);
      const answers = await own.evaluate(
        (messages) =>
          Promise.all(messages.map((message) => browser.runtime.sendMessage(message).catch(() => undefined))),
        ODD_MESSAGES,
      );
      // A list of unknown studies is answered with an empty one.
      expect(answers.filter((answer) => answer !== undefined && answer !== null && String(answer) !== '')).toEqual([]);
      expect(await own.evaluate(() => browser.storage.local.get(null))).toEqual(before);
      expect(await own.evaluate(async () => (await browser.tabs.query({})).length)).toBe(tabs);
    },
  },
  {
    name: 'ten thousand messages at once',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      const own = await started.openOwn('popup.html');
      const answered = await own.evaluate(async () => {
        const all = Array.from({ length: 10_000 }, (_, i) =>
          browser.runtime.sendMessage(i % 2 ? { type: 'prepare', term: 'zonulin', withCard: false } : { type: i }),
        );
        return (await Promise.all(all.map((one) => one.catch(() => undefined)))).filter(Boolean).length;
      });
      expect(answered).toBe(5000);
      await hoverAgain(page);
    },
  },
];
