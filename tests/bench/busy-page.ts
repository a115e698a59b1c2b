/** What the extension costs a page that is at work itself. */
import type { Page } from 'puppeteer-core';
import type { Bench, With } from './bench.ts';
import { figure, ratio } from './report.ts';
import { connect, countIn, inFreshTab, metricsOf, settle, sleep } from './tab.ts';

/** How the page changes in each frame: one number in a box of its own, or a line on top that moves all the rest. */
export type Change = 'number' | 'line';

const FRAMES = 90;

/** A frame in which the page changes something, on a page with 10,000 mentions: with us against without us. */
export async function frames(bench: Bench, change: Change): Promise<void> {
  const bare: number[] = [];
  const ours: number[] = [];
  for (const _ of bench.rounds()) {
    bare.push(await timeFrames(bench, 'none', change));
    ours.push(await timeFrames(bench, 1_500, change));
  }
  bench.row('main thread for a frame, with us ÷ without', ratio(ours, bare), '×', { atMost: 1.2 });
  bench.row('without us, for orientation', figure(bare), 'ms');
  bench.row('with us, for orientation', figure(ours), 'ms');
}

async function timeFrames(bench: Bench, kind: With, change: Change): Promise<number> {
  return inFreshTab(await bench.browser(kind), async (tab) => {
    await tab.goto(bench.url('dense'));
    await settle(tab);
    if (kind !== 'none' && (await countIn(tab)).ranges === 0) throw new Error('Nothing was marked.');
    const session = await connect(tab);
    // Once before, so that what is only done the first time is over.
    await changeFrames(tab, change, 10);
    const { TaskDuration: before = 0 } = await metricsOf(session);
    await changeFrames(tab, change, FRAMES);
    const { TaskDuration: after = 0 } = await metricsOf(session);
    return ((after - before) * 1000) / FRAMES;
  });
}

function changeFrames(tab: Page, change: Change, count: number): Promise<void> {
  return tab.evaluate(
    (kind, frameCount) =>
      new Promise<void>((resolve) => {
        const box = document.getElementById('change');
        let left = frameCount;
        const frame = () => {
          if (left-- === 0) return resolve();
          if (kind === 'number' && box) box.textContent = String(left);
          else if (left % 2 === 0) document.body.prepend(document.createElement('hr'));
          else document.body.firstElementChild?.remove();
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    change,
    count,
  );
}

/** The most ranges that are registered at any frame of a long scroll past 10,000 mentions. */
export async function ranges(bench: Bench): Promise<void> {
  const most: number[] = [];
  const least: number[] = [];
  for (const _ of bench.rounds()) {
    const counts = await inFreshTab(await bench.browser(1_500), async (tab) => {
      await tab.goto(bench.url('dense'));
      await settle(tab);
      return scrollAndCount(tab);
    });
    most.push(Math.max(...counts));
    least.push(Math.min(...counts));
  }
  bench.row('most ranges registered while scrolling', figure(most), '', { atMost: 200, atLeast: 1 });
  bench.row('fewest ranges registered while scrolling', figure(least), '', { atLeast: 1 });
}

function scrollAndCount(tab: Page): Promise<number[]> {
  return tab.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const counts: number[] = [];
        const frame = () => {
          let count = 0;
          for (const [, { size }] of CSS.highlights as unknown as Iterable<[string, { size: number }]>) count += size;
          counts.push(count);
          if (counts.length === 240) return resolve(counts);
          // Reading pace, then flying.
          scrollBy(0, counts.length < 120 ? 120 : 1_500);
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
  );
}

const TICKER_MS = 5_000;

/** Main-thread share of a page that adds so many rows a second: with us minus without us, in points. */
export async function insertions(bench: Bench, perSecond: 1_000 | 10_000, most: number): Promise<void> {
  const bare: number[] = [];
  const ours: number[] = [];
  const seen: number[] = [];
  for (const _ of bench.rounds()) {
    for (const [kind, shares] of [
      ['none', bare],
      [1_500, ours],
    ] as const) {
      const { share, added } = await timeTicker(bench, kind, `ticker-${perSecond}`);
      shares.push(share);
      seen.push(added);
    }
  }
  const points = ours.map((share, index) => share - (bare[index] ?? Number.NaN));
  bench.row('points of main-thread share that are ours', figure(points), 'points', { atMost: most });
  bench.row('share without us', figure(bare), '%');
  bench.row('share with us', figure(ours), '%');
  bench.row('rows added a second', figure(seen), '');
}

interface Ticked {
  share: number;
  added: number;
}

async function timeTicker(bench: Bench, kind: With, page: string): Promise<Ticked> {
  return inFreshTab(await bench.browser(kind), async (tab) => {
    await tab.goto(bench.url(page));
    await settle(tab);
    const session = await connect(tab);
    await tab.evaluate('begin()');
    await sleep(1_000);
    const before = await tickerState(tab, await metricsOf(session));
    await sleep(TICKER_MS);
    const after = await tickerState(tab, await metricsOf(session));
    const seconds = after.at - before.at;
    return {
      share: (100 * (after.busy - before.busy)) / seconds,
      added: (after.added - before.added) / seconds,
    };
  });
}

async function tickerState(tab: Page, { TaskDuration: busy = 0, Timestamp: at = 0 }: Record<string, number>) {
  return { busy, at, added: (await tab.evaluate('added()')) as number };
}
