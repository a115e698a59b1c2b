/** What the extension keeps in memory. */
import type { CDPSession } from 'puppeteer-core';
import type { Bench, With } from './bench.ts';
import { figure } from './report.ts';
import { connect, inFreshTab, metricsOf, settle, sleep } from './tab.ts';

const MB = 1_000_000;

/** Heap of a page after reading and a forced collection, with us minus without. */
export async function heap(bench: Bench, page: string, runs: number, atMost?: number): Promise<void> {
  const bare: number[] = [];
  const ours: number[] = [];
  const longer: number[] = [];
  for (const _ of bench.rounds(runs)) {
    bare.push(await heapOf(bench, 'none', page));
    ours.push(await heapOf(bench, 1_500, page));
    longer.push(await heapOf(bench, 30_000, page));
  }
  const growth = (all: readonly number[]) =>
    figure(all.map((bytes, index) => (bytes - (bare[index] ?? Number.NaN)) / MB));
  bench.row(`heap of the ${page} page, 1,500 labels, minus without us`, growth(ours), 'MB', { atMost });
  bench.row(`heap of the ${page} page, 30,000 labels, minus without us`, growth(longer), 'MB');
  bench.row('without us, for orientation', figure(bare.map((bytes) => bytes / MB)), 'MB');
}

async function heapOf(bench: Bench, kind: With, page: string): Promise<number> {
  return inFreshTab(await bench.browser(kind), async (tab) => {
    await tab.goto(bench.url(page));
    await settle(tab);
    return collectedHeap(await connect(tab));
  });
}

async function collectedHeap(session: CDPSession): Promise<number> {
  // A second time for what the first one only made free to go.
  for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = Number.NaN } = await metricsOf(session);
  return JSHeapUsedSize;
}

const FIRST = 5;
const LAST = 50;

/** Fifty navigations of one tab: the heap after the last minus that after the fifth, with us and without. */
export async function navigations(bench: Bench): Promise<void> {
  const bare = await navigate(bench, 'none');
  const ours = await navigate(bench, 1_500);
  const single = (value: number) => figure([value]);
  bench.row(`heap at navigation ${FIRST}`, single(ours.first / MB), 'MB');
  bench.row(`heap at navigation ${LAST}`, single(ours.last / MB), 'MB');
  bench.row('growth between, without us', single((bare.last - bare.first) / MB), 'MB');
  bench.row('growth between, with us', single((ours.last - ours.first) / MB), 'MB');
  bench.row('growth that is ours', single((ours.last - ours.first - bare.last + bare.first) / MB), 'MB', {
    atMost: 0.2,
  });
}

async function navigate(bench: Bench, kind: With): Promise<{ first: number; last: number }> {
  return inFreshTab(await bench.browser(kind), async (tab) => {
    let first = 0;
    for (let number = 1; number <= LAST; number++) {
      await tab.goto(bench.url(`article-left?${number}`));
      // Long enough to be read and marked.
      await sleep(300);
      if (number === FIRST || number === LAST) {
        const session = await connect(tab);
        const bytes = await collectedHeap(session);
        const { Documents } = await metricsOf(session);
        if (Documents !== 1) console.log(`    (${Documents} documents are still there)`);
        if (number === FIRST) first = bytes;
        else return { first, last: bytes };
        await session.detach();
      }
    }
    throw new Error('never here');
  });
}
