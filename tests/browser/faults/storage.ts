/** What is stored is full, broken, of another time, or changed by many at once. */
import { expect } from 'vitest';
import { marks, sleep } from '../start.ts';
import { type Fault, store, stored, TEXT } from './fault.ts';

declare const browser: typeof import('wxt/browser').browser;

const SITE = 'site:127.0.0.1';

/** Each leaves marks on: it is not understood, or says nothing against them. */
const ODD_STATES: Record<string, unknown>[] = [
  { [SITE]: null },
  { [SITE]: 'off' },
  { [SITE]: false },
  { [SITE]: ['off'] },
  { [SITE]: { marks: 'off' } },
  { [SITE]: { version: 0, marks: 'off' } },
  { [SITE]: { version: 2, marks: 'off' } },
  { [SITE]: { version: '1', marks: 'off' } },
  { [SITE]: { version: 1, marks: 'OFF' } },
  { [SITE]: { version: 1, marks: { off: true } } },
  { [SITE]: '[object Object]' },
  { 'site:127.0.0.1:8080': { version: 1, marks: 'off' } },
  { 'site:': { version: 1, marks: 'off' } },
  { 'site:*': { version: 1, marks: 'off' } },
  { 'site:__proto__': { version: 1, marks: 'off' } },
  { pause: { version: 1, until: 'tomorrow' } },
  { pause: { version: 1, until: -1 } },
  { pause: { version: 1 } },
  { pause: 9e15 },
  { density: { version: 1, marks: 'everything' } },
  { density: 'page', style: 5, sites: [] },
  { sites: { version: 3, where: 'chosen' } },
  { known: { version: 1, terms: 'zonulin' } },
  { known: { version: 1, terms: null } },
  { known: 'x'.repeat(1_000_000) },
  { options: { theme: 'dark' }, installed: 1, user: { id: 7 } },
  Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`site:host-${i}.example`, { version: 1, marks: 'off' }])),
];

export const STORAGE_FAULTS: Fault[] = [
  {
    name: `${ODD_STATES.length} stored states that make no sense`,
    async run(started) {
      const own = await started.openOwn('popup.html');
      for (const state of ODD_STATES) {
        await store(own, state);
        const page = await started.open(TEXT);
        expect(await marks(page, 2), JSON.stringify(state).slice(0, 200)).toHaveLength(2);
        await page.close();
        expect(await stored(own)).toEqual(state);
      }
      await store(own, Object.assign({}, ...ODD_STATES.slice(-8)));
      const popup = await started.openOwn('popup.html');
      await popup.type('input[type=search]', 'kefir');
      await popup.waitForFunction(() => document.body.innerText.includes('Kefir'), { timeout: 5000 });
    },
  },
  {
    name: 'storage is full',
    only: 'chromium',
    async run(started) {
      const own = await started.openOwn('popup.html');
      await store(own, { density: { version: 1, marks: 'all' } });
      const page = await started.open(TEXT);
      await marks(page, 2);
      const refused = await own.evaluate(async () => {
        for (let size = 8_000_000; size >= 1; size = Math.floor(size / 2)) {
          for (let i = 0; i < 3; i++)
            await browser.storage.local.set({ [`fill ${size} ${i}`]: 'x'.repeat(size) }).catch(() => undefined);
        }
        return browser.storage.local.set({ [`site:${'x'.repeat(100)}`]: { version: 1, marks: 'off' } }).then(
          () => false,
          () => true,
        );
      });
      expect(refused).toBe(true);
      expect(await own.evaluate(() => browser.storage.local.get('density'))).toEqual({
        density: { version: 1, marks: 'all' },
      });
      await page.bringToFront();
      expect(await marks(page, 2)).toHaveLength(2);
    },
  },
  {
    name: 'all that is stored is wiped while a page is off',
    async run(started) {
      const own = await started.openOwn('popup.html');
      const page = await started.open(TEXT);
      await marks(page, 2);
      await store(own, { [SITE]: { version: 1, marks: 'off' } });
      await page.bringToFront();
      expect(await marks(page, 0)).toEqual([]);
      await store(own, {});
      expect(await marks(page, 2)).toHaveLength(2);
    },
  },
  {
    name: 'five hundred changes of a choice in a row: the last one counts',
    async run(started) {
      const own = await started.openOwn('popup.html');
      const page = await started.open(TEXT);
      await marks(page, 2);
      await own.evaluate(async (key) => {
        const changes = Array.from({ length: 501 }, (_, i) =>
          browser.storage.local.set({ [key]: { version: 1, marks: i % 2 ? 'on' : 'off' } }),
        );
        await Promise.all(changes);
      }, SITE);
      expect(await marks(page, 0)).toEqual([]);
      await own.evaluate((key) => browser.storage.local.remove(key), SITE);
      expect(await marks(page, 2)).toHaveLength(2);
    },
  },
  {
    name: 'a clock that was years ahead when the pause was set: nothing rests, and nothing is busy, until then',
    only: 'chromium',
    async run(started) {
      const own = await started.openOwn('popup.html');
      const page = await started.open(TEXT);
      await marks(page, 2);
      const pauseFor = (days: number) =>
        store(own, { pause: { version: 1, until: Date.now() + days * 24 * 60 * 60 * 1000 } });
      await pauseFor(20);
      await page.bringToFront();
      expect(await marks(page, 0)).toEqual([]);
      // Longer than a timer can count: nobody set that.
      await pauseFor(5 * 365);
      expect(await marks(page, 2)).toHaveLength(2);
      await page.tracing.start({ categories: ['devtools.timeline'] });
      await sleep(1000);
      const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as {
        traceEvents: { name: string }[];
      };
      // A time too far off counts as none at all for a timer, which is then due at once, again and again.
      expect(trace.traceEvents.filter(({ name }) => name === 'TimerFire').length).toBeLessThan(50);
    },
  },
  {
    name: 'a pause that ended while nobody looked',
    async run(started) {
      const own = await started.openOwn('popup.html');
      await store(own, { pause: { version: 1, until: Date.now() - 1 } });
      const page = await started.open(TEXT);
      expect(await marks(page, 2)).toHaveLength(2);
    },
  },
  {
    name: 'two popups switch a site at the same time: they agree in the end',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      const one = await started.openPopupOn(page);
      const other = await started.openPopupOn(page);
      const isOn = () => document.querySelector('[role=switch]')?.getAttribute('aria-checked');
      for (let i = 0; i < 5; i++) {
        await Promise.all(
          [one, other].map((popup) =>
            popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click()),
          ),
        );
      }
      const kept = async () => (((await stored(one))[SITE] as { marks?: string } | undefined)?.marks ?? 'on') === 'on';
      const shown = async () => [await one.evaluate(isOn), await other.evaluate(isOn)];
      // Whatever was written last, everybody shows it.
      await expect
        .poll(async () => [...(await shown()), String(await kept())], { timeout: 5000 })
        .toSatisfy((all: unknown[]) => new Set(all).size === 1);
      const count = (await kept()) ? 2 : 0;
      await page.bringToFront();
      expect(await marks(page, count)).toHaveLength(count);
      // Which it was is chance; what comes after wants it on.
      await store(one, {});
    },
  },
];
