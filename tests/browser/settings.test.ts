/** Settings in the real storage of the browser: many writers at once, a writer that is killed, no room, a file. */
import type { Page, Target } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Settings } from './settings-entry.ts';
import { settingsScript } from './settings-script.ts';
import { browserName, marks, sleep, start } from './start.ts';

const started = start();

declare const browser: typeof import('wxt/browser').browser;
declare const settings: Settings;

let script: string;
let page: Page;

/**
 * @returns a page of the extension on which nothing runs but what the test calls. The popup would follow every change, and
 * with hundreds of them nothing else would be measured.
 */
async function openSettings(): Promise<Page> {
  const own = await started.openOwn('popup.html');
  await own.evaluate(() => {
    location.href = '/marks.css';
  });
  const isThere = () => location.pathname === '/marks.css' && document.readyState === 'complete';
  // While one page takes the other's place there is none to ask.
  while (!(await own.evaluate(isThere).catch(() => false))) await sleep(20);
  await own.evaluate(script);
  return own;
}

const stored = () => page.evaluate(() => browser.storage.local.get(null));

beforeAll(async () => {
  script = await settingsScript();
  page = await openSettings();
});
beforeEach(() => page.evaluate(() => browser.storage.local.clear()));

describe('five pages at once', () => {
  let pages: Page[];
  beforeAll(async () => {
    pages = [];
    for (let i = 0; i < 5; i++) pages.push(await openSettings());
  });

  test('a hundred sites each: 500 are kept', async () => {
    await Promise.all(
      pages.map((one, number) =>
        one.evaluate(async (from) => {
          const hosts = Array.from({ length: 100 }, (_, i) => `s${from + i}.example`);
          await Promise.all(hosts.map((host) => settings.setSite(host, false)));
        }, number * 100),
      ),
    );
    const kept = await stored();
    expect(Object.keys(kept)).toHaveLength(500);
    for (const value of Object.values(kept)) expect(value).toEqual({ version: 1, marks: 'off' });
  });

  test('fifty terms each, on one list: 250 are kept', async () => {
    await Promise.all(
      pages.map((one, number) =>
        one.evaluate(async (from) => {
          const terms = Array.from({ length: 50 }, (_, i) => `term-${from + i}`);
          await Promise.all(terms.map((term) => settings.setListed('known', term, true)));
        }, number * 50),
      ),
    );
    expect(await page.evaluate(async () => Object.keys((await settings.readLists()).known).length)).toBe(250);
    // And off again, while others come.
    await Promise.all(
      pages.map((one, number) =>
        one.evaluate(async (from) => {
          for (let i = 0; i < 50; i++) await settings.setListed('known', `term-${from + i}`, i % 2 === 0);
        }, number * 50),
      ),
    );
    expect(await page.evaluate(async () => Object.keys((await settings.readLists()).known).length)).toBe(125);
  });

  test('an import among list changes: each list is of before or after', async () => {
    const file = JSON.stringify({
      format: 'underskin-settings',
      version: 1,
      known: { zonulin: 1 },
      saved: { zonulin: 1 },
    });
    await Promise.all(
      pages.map((one, number) =>
        one.evaluate(
          async (text, from) => {
            for (let i = 0; i < 20; i++) {
              if (from === 0) await settings.importSettings(text);
              else await settings.setListed('known', `term-${from}-${i}`, true);
            }
          },
          file,
          number,
        ),
      ),
    );
    const { known, saved } = await page.evaluate(() => settings.readLists());
    expect(known.zonulin).toBe(1);
    expect(saved).toEqual({ zonulin: 1 });
  });
});

test('a file goes out and comes in, and open tabs follow', async () => {
  const site = await started.open('<p>People with rosacea had raised zonulin.</p>');
  expect(await marks(site, 2)).toHaveLength(2);
  await page.bringToFront();
  await page.evaluate(async () => {
    await settings.setSite('127.0.0.1', false);
    await settings.setListed('saved', 'zonulin', true);
  });
  const file = await page.evaluate(() => settings.exportSettings({ sites: true }));
  await page.evaluate(() => browser.storage.local.clear());
  await site.bringToFront();
  expect(await marks(site, 2)).toHaveLength(2);
  await page.bringToFront();
  expect(await page.evaluate((text) => settings.importSettings(text), file)).toEqual({
    ok: true,
    counts: { choices: 6, known: 0, saved: 1, sites: 1, notHere: 0 },
  });
  await site.bringToFront();
  expect(await marks(site, 0)).toHaveLength(0);
  await site.close();
});

test('a bad file leaves the storage as it was and names the place in words', async () => {
  await page.evaluate(() => settings.setTheme('dark'));
  const before = await stored();
  const file =
    '{\n"format": "underskin-settings",\n"version": 1,\n"known": { "zonulin": 1 },\n"sites": { "a:80": "off" }\n}';
  expect(await page.evaluate((text) => settings.importSettings(text), file)).toEqual({
    ok: false,
    problems: [{ line: 5, field: 'sites › a:80', mend: 'Write “a”.' }],
  });
  expect(await stored()).toEqual(before);
});

test('what is stored and not understood is no harm to a page', async () => {
  await page.evaluate(() =>
    browser.storage.local.set({
      'site:127.0.0.1': { version: 2, marks: 'off' },
      density: 'x'.repeat(100_000),
      style: { version: 1, style: ['wavy'] },
      known: { version: 1, terms: 'x'.repeat(100_000) },
      pause: { version: 1, until: 9e15 },
      'not-here:127.0.0.1': [],
    }),
  );
  const before = await stored();
  const site = await started.open('<p>People with rosacea had raised zonulin.</p>');
  expect(await marks(site, 2)).toEqual(['rosacea', 'zonulin']);
  await site.close();
  await page.bringToFront();
  expect(await stored()).toEqual(before);
});

test.runIf(browserName === 'chromium')('a full storage keeps what it has, and says so', async () => {
  const said = await page.evaluate(async () => {
    await settings.setTheme('light');
    const { QUOTA_BYTES } = browser.storage.local as unknown as { QUOTA_BYTES: number };
    let size = QUOTA_BYTES;
    // To the last byte or so.
    while (size > 1) {
      const before = size;
      size = Math.floor(size / 2);
      await browser.storage.local.set({ [`filler-${before}`]: 'x'.repeat(size) }).catch(() => undefined);
    }
    const list = Array.from({ length: 100 }, (_, i) => settings.setListed('known', `term-${i}`, true));
    const kept = await Promise.allSettled(list);
    const refused = kept.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as { reason: string; message: string }] : [],
    );
    const file = JSON.stringify({
      format: 'underskin-settings',
      version: 1,
      choices: { theme: 'dark' },
      saved: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`term-${i}`, i])),
    });
    const report = await settings.importSettings(file);
    const { theme, saved } = await browser.storage.local.get(['theme', 'saved']);
    return {
      kept: Object.keys((await settings.readLists()).known).length,
      granted: kept.length - refused.length,
      refused: refused[0] && { reason: refused[0].reason, message: refused[0].message },
      report,
      theme,
      saved,
    };
  });
  expect(said.refused).toEqual({ reason: 'full', message: expect.stringContaining('There is no room') });
  expect(said.kept).toBe(said.granted);
  expect(said.report).toMatchObject({ ok: false, problems: [{ mend: expect.stringContaining('There is no room') }] });
  expect(said.theme).toEqual({ version: 1, theme: 'light' });
  expect(said.saved).toBe(undefined);
});

test.runIf(browserName === 'chromium')(
  'a background that is killed 200 times while it writes leaves the old state or the new one',
  { timeout: 240_000 },
  async () => {
    const isWorker = (target: Target) => target.type() === 'service_worker';
    let written = 0;
    for (let kill = 0; kill < 200; kill++) {
      const asleep = started.browser.targets().find(isWorker) === undefined;
      if (asleep) await page.evaluate(() => browser.runtime.sendMessage({ type: 'cite', studies: [] }));
      const worker = await (await started.browser.waitForTarget(isWorker)).worker();
      if (!worker) throw new Error('No worker');
      await worker.evaluate(script);
      // Whatever number the state has, it has it in all of its parts.
      await worker.evaluate(() => {
        const write = async () => {
          for (let number = 1; ; number++) {
            const terms = { [`term-${number}`]: number };
            const file = { known: terms, saved: terms, sites: { [`s${number}.example`]: 'off' } };
            await settings.importSettings(JSON.stringify({ format: 'underskin-settings', version: 1, ...file }));
          }
        };
        void write();
      });
      const gone = new Promise<void>((resolve) => {
        const listener = (target: Target) => {
          if (!isWorker(target)) return;
          started.browser.off('targetdestroyed', listener);
          resolve();
        };
        started.browser.on('targetdestroyed', listener);
      });
      // Any moment will do, and not always the same.
      await sleep((kill * 7) % 40);
      await worker.close();
      await gone;
      const numbers = await page.evaluate(async () => {
        const { known, saved } = await settings.readLists();
        const all = Object.entries(await browser.storage.local.get(null)) as [string, { marks?: string }][];
        const off = all.filter(([key, { marks }]) => key.startsWith('site:') && marks === 'off');
        const sites = off.map(([key]) => Number(/\d+/.exec(key)?.[0]));
        return { known: Object.values(known), saved: Object.values(saved), sites };
      });
      expect(numbers.saved, `kill ${kill}`).toEqual(numbers.known);
      expect(numbers.sites, `kill ${kill}`).toEqual(numbers.known);
      expect(numbers.known.length).toBeLessThanOrEqual(1);
      written += numbers.known[0] ?? 0;
    }
    // Else nothing was interrupted.
    expect(written).toBeGreaterThan(200);
  },
);
