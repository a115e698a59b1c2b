/** Pages that are hard to read: 10 MB of text, and all text in one node. */
import type { Page } from 'puppeteer-core';
import type { Bench } from './bench.ts';
import { type Pass, timeFloor, timePass } from './first-pass.ts';
import { figure, ratio } from './report.ts';
import { countIn, inFreshTab, settle, sleep } from './tab.ts';
import { longestOf, type Traced, totalOf, trace } from './trace.ts';

/** The same figures as of the smaller pages, without peers, which would take minutes. */
export async function hugePass(bench: Bench): Promise<void> {
  const floor: number[] = [];
  const ours: Pass[] = [];
  const longer: Pass[] = [];
  for (const _ of bench.rounds()) {
    floor.push(await timeFloor(bench, 'huge'));
    ours.push(await timePass(bench, 1_500, 'huge', true));
    longer.push(await timePass(bench, 30_000, 'huge', true));
  }
  const times = ours.map(({ ms }) => ms);
  const longerTimes = longer.map(({ ms }) => ms);
  bench.row('first pass, 1,500 labels ÷ floor', ratio(times, floor), '×');
  bench.row('first pass, 30,000 labels ÷ floor', ratio(longerTimes, floor), '×');
  bench.row('first pass, 30,000 labels ÷ 1,500 labels', ratio(longerTimes, times), '×', { atMost: 2 });
  bench.row('longest slice while the page still loads', figure(ours.map(({ slices }) => longestOf(slices))), 'ms');
  bench.row('longest slice, 30,000 labels', figure(longer.map(({ slices }) => longestOf(slices))), 'ms');
  bench.row('floor, for orientation', figure(floor), 'ms');
}

const FRAME_MS = 1000 / 60;
/** Shorter stretches of script are not reading: a message, the first words of the list. */
const SLICE_FROM_MS = 2;
const ORIGIN_HOST = '127.0.0.1';

/**
 * Reading as somebody on the page feels it. So that the page's own loading is not in the figures, the page is opened with
 * marks switched off for the site, and they are switched on when it has come to rest.
 */
export async function hugeReading(bench: Bench, from: 'top' | 'middle'): Promise<void> {
  const reads: Reading[] = [];
  for (const _ of bench.rounds()) reads.push(await readOnce(bench, from));
  bench.row('longest slice', figure(reads.map(({ longest }) => longest)), 'ms', { atMost: 8 });
  bench.row('worst gap between frames while reading', figure(reads.map(({ gap }) => gap / FRAME_MS)), 'frames', {
    atMost: 1.5,
  });
  bench.row('worst gap between frames before', figure(reads.map(({ gapBefore }) => gapBefore / FRAME_MS)), 'frames');
  bench.row('slices until the first mark in the window', figure(reads.map(({ slicesBefore }) => slicesBefore)), '', {
    atMost: 1,
  });
  bench.row('script until the first mark in the window', figure(reads.map(({ scriptBefore }) => scriptBefore)), 'ms');
  const share = figure(reads.map(({ scriptBefore, script }) => (100 * scriptBefore) / script));
  bench.row('the same as a share of all reading', share, '%');
  bench.row(
    'all reading, from start to end ÷ script of it',
    ratio(
      reads.map(({ wall }) => wall),
      reads.map(({ script }) => script),
    ),
    '×',
  );
}

interface Reading {
  longest: number;
  gap: number;
  gapBefore: number;
  slicesBefore: number;
  scriptBefore: number;
  script: number;
  wall: number;
}

async function readOnce(bench: Bench, from: 'top' | 'middle'): Promise<Reading> {
  const browser = await bench.browser(1_500);
  const worker = await (await browser.waitForTarget((target) => target.type() === 'service_worker')).worker();
  if (!worker) throw new Error('The extension has no service worker.');
  const switchMarks = (on: boolean) =>
    worker.evaluate(
      (key, isOn) => {
        const { local } = (globalThis as unknown as { chrome: { storage: { local: Storage } } }).chrome.storage;
        return isOn ? local.remove(key) : local.set({ [key]: { version: 1, marks: 'off' } });
      },
      `site:${ORIGIN_HOST}`,
      on,
    );
  await switchMarks(false);
  return inFreshTab(browser, async (tab) => {
    await tab.goto(bench.url('huge'));
    await settle(tab);
    if (from === 'middle') await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    await settle(tab);
    const traced = await trace(
      browser,
      tab,
      async () => {
        await watch(tab);
        await sleep(300);
        await tab.evaluate(() => performance.mark('bench:calm'));
        await sleep(500);
        await tab.evaluate(() => performance.mark('bench:switch'));
        await switchMarks(true);
        await untilRead(tab);
      },
      { tasks: true },
    );
    if ((await countIn(tab)).ranges === 0) throw new Error('Nothing was marked.');
    return readingOf(traced);
  });
}

interface Storage {
  set: (items: object) => Promise<void>;
  remove: (key: string) => Promise<void>;
}

/** Makes the page note its frames, and the moment when a registered range is in the window. Asked between slices. */
async function watch(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    const frame = () => {
      performance.mark('bench:frame');
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const isInWindow = ({ startContainer, startOffset, endContainer, endOffset }: StaticRange) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      const { top, bottom } = range.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    const timer = setInterval(() => {
      for (const [, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<StaticRange>]>) {
        for (const range of highlight) {
          if (!isInWindow(range)) continue;
          performance.mark('bench:first-mark');
          clearInterval(timer);
          return;
        }
      }
    }, 1);
  });
}

/** Frames go on for ever, so that rest is when a second has passed without much else. */
async function untilRead(tab: Page): Promise<void> {
  const session = await tab.createCDPSession();
  await session.send('Performance.enable');
  let before = 0;
  for (let calm = 0; calm < 3; ) {
    await sleep(400);
    const { metrics } = await session.send('Performance.getMetrics');
    const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    calm = busy - before < 0.1 ? calm + 1 : 0;
    before = busy;
  }
  await session.detach();
}

function readingOf({ slices, marks }: Traced): Reading {
  const momentOf = (mark: string) => marks.find(({ name }) => name === mark)?.at;
  const calm = momentOf('bench:calm') ?? 0;
  const switched = momentOf('bench:switch') ?? 0;
  const ours = slices.filter(({ start }) => start > switched);
  const long = ours.filter(({ start, end }) => end - start >= SLICE_FROM_MS);
  const begin = long[0]?.start ?? Number.NaN;
  const end = long.at(-1)?.end ?? Number.NaN;
  const frames = marks.filter(({ name }) => name === 'bench:frame').map(({ at }) => at);
  const worst = (from: number, to: number) =>
    frames.slice(1).reduce((most, at, index) => {
      const previous = frames[index] ?? at;
      return at > from && previous < to ? Math.max(most, at - previous) : most;
    }, 0);
  const seen = momentOf('bench:first-mark') ?? Number.POSITIVE_INFINITY;
  return {
    longest: longestOf(ours),
    gap: worst(begin, end),
    gapBefore: worst(calm, switched - FRAME_MS),
    slicesBefore: long.filter(({ start }) => start < seen).length,
    scriptBefore: totalOf(ours.filter(({ start }) => start < seen)),
    script: totalOf(ours),
    wall: end - begin,
  };
}

/** Half a million characters in one text node, against the walk over as much text in an ordinary page. */
export async function oneNode(bench: Bench): Promise<void> {
  const floor: number[] = [];
  const passes: Pass[] = [];
  for (const _ of bench.rounds()) {
    floor.push(await timeFloor(bench, 'long'));
    passes.push(await timePass(bench, 1_500, 'one-node', true));
  }
  bench.row(
    'one text node of 500,000 characters ÷ floor of the long page',
    ratio(
      passes.map(({ ms }) => ms),
      floor,
    ),
    '×',
  );
  bench.row('longest slice', figure(passes.map(({ slices }) => longestOf(slices))), 'ms');
  bench.row('ranges registered at the end', figure(passes.map(({ ranges }) => ranges)), '', {
    atLeast: 1,
    atMost: 200,
  });
}

/** An article in which nothing is found. */
export async function noTerm(bench: Bench): Promise<void> {
  const floor: number[] = [];
  const passes: Pass[] = [];
  for (const _ of bench.rounds()) {
    floor.push(await timeFloor(bench, 'no-term'));
    passes.push(await timePass(bench, 1_500, 'no-term'));
  }
  bench.row(
    'first pass ÷ floor',
    ratio(
      passes.map(({ ms }) => ms),
      floor,
    ),
    '×',
  );
  bench.row('ranges registered at the end', figure(passes.map(({ ranges }) => ranges)), '', { atMost: 0 });
}
