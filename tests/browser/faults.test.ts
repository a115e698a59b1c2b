/** What goes wrong around the extension. After each fault a fresh page gets its card, and nothing was thrown anywhere. */
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { BACKGROUND_FAULTS } from './faults/background.ts';
import type { Fault } from './faults/fault.ts';
import { IDLE_MS, pageWithCard } from './faults/fault.ts';
import { PAGE_FAULTS } from './faults/page.ts';
import { STORAGE_FAULTS } from './faults/storage.ts';
import { SURROUNDING_FAULTS } from './faults/surroundings.ts';
import { browserName, type Started, start } from './start.ts';

declare const browser: typeof import('wxt/browser').browser;

const faults: Fault[] = [...BACKGROUND_FAULTS, ...STORAGE_FAULTS, ...PAGE_FAULTS, ...SURROUNDING_FAULTS].filter(
  ({ only }) => only === undefined || only === browserName,
);
let survived = 0;

/** Listens in all pages from now on. @returns what was thrown in them, as it comes. */
function thrownIn(started: Started): string[] {
  const thrown: string[] = [];
  started.browser.on('targetcreated', (target) => {
    void target.page().then((page) => page?.on('pageerror', (error) => thrown.push(String(error))));
  });
  return thrown;
}

describe('faults', () => {
  const started = start({ idleMs: IDLE_MS });
  afterEach(async () => {
    started.browser.removeAllListeners('targetcreated');
    const own = await started.openOwn('popup.html');
    await own.evaluate(() => browser.storage.local.clear());
    for (const page of await started.browser.pages()) if (page !== own) await page.close();
  });

  for (const { name, run } of faults.filter(({ last }) => !last)) {
    test(name, { timeout: 60_000 }, async () => {
      const thrown = thrownIn(started);
      await run(started);
      await pageWithCard(started);
      expect(thrown).toEqual([]);
      survived++;
    });
  }
});

for (const { name, run } of faults.filter(({ last }) => last)) {
  describe(name, () => {
    const started = start();
    test('leaves the page in peace', async () => {
      const thrown = thrownIn(started);
      await run(started);
      expect(thrown).toEqual([]);
      survived++;
    });
  });
}

afterAll(() => console.log(`${browserName}: ${survived} of ${faults.length} faults survived`));
