/** What is measured, in order, with the bars of the project's issue on spotting. */
import type { Section } from './bench.ts';
import { frames, insertions, ranges } from './busy-page.ts';
import { cardOpening } from './card.ts';
import { firstPass } from './first-pass.ts';
import { hugePass, hugeReading, noTerm, oneNode } from './huge-page.ts';
import { heap, navigations } from './memory.ts';

/** Seconds. The huge page takes many of them to load, each time. */
const LIMIT = 120;
const HUGE_LIMIT = 300;

/** @param quick leaves the longer list out. */
export function sectionsOf(quick: boolean): Section[] {
  const articleBars = { floor: { atMost: 3 }, longerList: { atMost: 3 } };
  const longBars = { floor: { atMost: 3 }, longerList: { atMost: 2 } };
  return [
    { name: 'article', limit: LIMIT, quick: true, run: (bench) => firstPass(bench, 'article', articleBars, quick) },
    { name: 'long', limit: LIMIT, quick: true, run: (bench) => firstPass(bench, 'long', longBars, quick) },
    { name: 'no-term', limit: LIMIT, run: noTerm },
    { name: 'one-node', limit: LIMIT, run: oneNode },
    { name: 'frames-number', limit: LIMIT, run: (bench) => frames(bench, 'number') },
    { name: 'frames-line', limit: LIMIT, run: (bench) => frames(bench, 'line') },
    { name: 'ranges', limit: LIMIT, run: ranges },
    { name: 'insertions-1000', limit: LIMIT, run: (bench) => insertions(bench, 1_000, 2) },
    { name: 'insertions-10000', limit: LIMIT, run: (bench) => insertions(bench, 10_000, 5) },
    { name: 'heap-article', limit: LIMIT, run: (bench) => heap(bench, 'article', bench.runs) },
    // It builds first.
    { name: 'card', limit: HUGE_LIMIT, run: cardOpening },
    { name: 'navigations', limit: LIMIT, run: navigations },
    { name: 'huge', limit: HUGE_LIMIT, run: hugePass },
    { name: 'huge-reading-top', limit: HUGE_LIMIT, run: (bench) => hugeReading(bench, 'top') },
    { name: 'huge-reading-middle', limit: HUGE_LIMIT, run: (bench) => hugeReading(bench, 'middle') },
    { name: 'huge-heap', limit: HUGE_LIMIT, run: (bench) => heap(bench, 'huge', 2) },
  ];
}
