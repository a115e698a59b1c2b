/** The first pass over a page: against the least there is to do, a list twenty times as long, and the peers. */
import type { Bench, With } from './bench.ts';
import { MARK_JS, type Peer, REGEX_PEERS } from './peers.ts';
import { type Bar, figure, ratio } from './report.ts';
import { countIn, FLOOR, inFreshTab, runCold, settle } from './tab.ts';
import { longestOf, type Traced, totalOf, trace } from './trace.ts';

/** @returns ms of a cold walk over the page's text nodes, right after it has loaded. */
export async function timeFloor(bench: Bench, page: string): Promise<number> {
  return inFreshTab(await bench.browser('none'), async (tab) => {
    await tab.goto(bench.url(page));
    return (await runCold<{ ms: number }>(tab, FLOOR)).ms;
  });
}

export interface Pass extends Traced {
  /** ms of script, all together. */
  ms: number;
  ranges: number;
  nodes: number;
}

/** Opens a page in a fresh tab and traces it until nothing more happens. */
export async function timePass(bench: Bench, kind: With, page: string, tasks = false): Promise<Pass> {
  const browser = await bench.browser(kind);
  return inFreshTab(browser, async (tab) => {
    const traced = await trace(
      browser,
      tab,
      async () => {
        await tab.goto(bench.url(page));
        await settle(tab);
      },
      { tasks },
    );
    return { ...traced, ms: totalOf(traced.script), ...(await countIn(tab)) };
  });
}

async function timePeer(bench: Bench, peer: Peer, page: string): Promise<number> {
  return inFreshTab(await bench.browser('none'), async (tab) => {
    await tab.goto(bench.url(page));
    await settle(tab);
    return peer.time(tab, bench.labels(1_500));
  });
}

export interface FirstPassBars {
  floor: Bar;
  longerList: Bar;
}

/** Everything about one page, alternating. */
export async function firstPass(bench: Bench, page: string, bars: FirstPassBars, quick: boolean): Promise<void> {
  const floor: number[] = [];
  const ours: Pass[] = [];
  const longer: Pass[] = [];
  const alone: Pass[] = [];
  const peers = new Map([...REGEX_PEERS, MARK_JS].map((peer) => [peer, [] as number[]]));
  const jobs = [
    async () => floor.push(await timeFloor(bench, page)),
    async () => ours.push(await timePass(bench, 1_500, page)),
    ...(quick ? [] : [async () => longer.push(await timePass(bench, 30_000, page))]),
    async () => alone.push(await timePass(bench, 'none', page)),
    ...[...peers].map(
      ([peer, times]) =>
        async () =>
          times.push(await timePeer(bench, peer, page)),
    ),
  ];
  for (const round of bench.rounds()) {
    // Another one first each time, so that none is always the one after mark.js.
    for (const index of jobs.keys()) await jobs[(index + round) % jobs.length]?.();
  }
  const times = ours.map(({ ms }) => ms);
  bench.row('first pass, 1,500 labels ÷ floor', ratio(times, floor), '×', bars.floor);
  if (!quick) {
    const longerTimes = longer.map(({ ms }) => ms);
    bench.row('first pass, 30,000 labels ÷ floor', ratio(longerTimes, floor), '×');
    bench.row('first pass, 30,000 labels ÷ 1,500 labels', ratio(longerTimes, times), '×', bars.longerList);
  }
  for (const [peer, taken] of peers) {
    bench.row(`${peer.name} ÷ first pass`, ratio(taken, times), '×', { atLeast: peer === MARK_JS ? 1_000 : 5 });
  }
  const added = ours.map(({ nodes }, index) => nodes - (alone[index]?.nodes ?? Number.NaN));
  bench.row('nodes added to the page', figure(added), '', { atMost: 0 });
  bench.row('layouts and styles a script of ours waited for', figure(ours.map((pass) => pass.forcedLayouts)), '', {
    atMost: 0,
  });
  bench.row('ranges registered at the end', figure(ours.map(({ ranges }) => ranges)), '', { atLeast: 1, atMost: 200 });
  bench.row('longest single call', figure(ours.map(({ script }) => longestOf(script))), 'ms');
  bench.row('floor, for orientation', figure(floor), 'ms');
  bench.row(
    'control: script without us ÷ floor',
    ratio(
      alone.map(({ ms }) => ms),
      floor,
    ),
    '×',
    { atMost: 0.1 },
  );
}
