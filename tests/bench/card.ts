/** How long a reader waits for a card: from the moment it is due to the frame it is painted in. */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'wxt';
import { OPEN_MS } from '../../page/timing.ts';
import { closeFirstRunPage, launch } from '../../scripts/launch.ts';
import type { Bench } from './bench.ts';
import { figure } from './report.ts';
import { inFreshTab, sleep } from './tab.ts';

const root = join(import.meta.dirname, '../..');
/** So long after a card was closed the next one is no neighbour any more. */
const APART_MS = 800;

interface Times {
  /** ms from when the card was due until it was in the page, and until it was painted. */
  there: number;
  painted: number;
}

/** The shipped build on the sample article: the first card with the background asleep, and one when all is loaded. */
export async function cardOpening(bench: Bench): Promise<void> {
  await build({ root, browser: 'chrome' });
  const extension = join(root, '.output/chrome-mv3');
  const launched = await launch({ name: 'chromium', extension, headless: true });
  const { browser } = launched;
  try {
    // It would come over the page that is measured, which then has no frames.
    await closeFirstRunPage(launched);
    const asleep: Times[] = [];
    const warm: Times[] = [];
    for (const _ of bench.rounds()) {
      await inFreshTab(browser, async (tab) => {
        await tab.goto(bench.url('words'));
        await tab.bringToFront();
        await tab.waitForFunction(() => (CSS.highlights.get('term-mark-dotted')?.size ?? 0) >= 2);
        await sleep(500);
        await endBackground(browser);
        asleep.push(await openOn(tab, 0));
        await tab.keyboard.press('Escape');
        await sleep(APART_MS);
        warm.push(await openOn(tab, 1));
      });
    }
    const of = (times: readonly Times[], what: keyof Times) => figure(times.map((one) => one[what]));
    bench.row('card in the page after its timer, loaded', of(warm, 'there'), 'ms');
    bench.row('card painted after its timer, loaded: the next frame', of(warm, 'painted'), 'ms', { atMost: 17 });
    bench.row('card in the page after its timer, background asleep', of(asleep, 'there'), 'ms');
    bench.row('card painted after its timer, background asleep', of(asleep, 'painted'), 'ms', { atMost: 100 });
  } finally {
    await browser.close();
  }
}

/** As the browser does after half a minute without events. */
async function endBackground(browser: Browser): Promise<void> {
  const target = browser.targets().find((one) => one.type() === 'service_worker');
  await (await target?.worker())?.close();
}

async function openOn(tab: Page, nth: number): Promise<Times> {
  await tab.mouse.move(5, 5);
  await sleep(300);
  const box = await tab.evaluate((number) => {
    const [first, second] = [...document.querySelectorAll('b')].map((element) => element.getBoundingClientRect());
    const { left, top, width, height } = (number === 0 ? first : second) as DOMRect;
    return { x: left + width / 2, y: top + height / 2 };
  }, nth);
  const measured = tab.evaluate(
    (dwell) =>
      new Promise<Times>((resolve) => {
        let due = Number.NaN;
        // The pointer is looked at once a frame; its rest begins then.
        addEventListener(
          'pointermove',
          () =>
            requestAnimationFrame(() => {
              due = performance.now() + dwell;
            }),
          { once: true, capture: true },
        );
        new MutationObserver((records, observer) => {
          if (!records.some(({ addedNodes }) => addedNodes.length > 0)) return;
          observer.disconnect();
          const there = performance.now() - due;
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            // Tasks come after the frame has been painted.
            port1.onmessage = () => resolve({ there, painted: performance.now() - due });
            port2.postMessage(0);
          });
        }).observe(document.documentElement, { childList: true });
      }),
    OPEN_MS,
  );
  await tab.mouse.move(box.x, box.y);
  return measured;
}
