/** Runs long work in slices, so that no task of ours makes typing or scrolling late. */
import { SLICE_MS } from './timing.ts';

interface Scheduler {
  postTask(callback: () => void, options: { priority: 'background' }): Promise<void>;
}

let until = 0;

/**
 * @returns whether the slice that runs has had its time, so that the work should yield. Asked instead of yielding at every
 * step, which costs more.
 */
export function isDue(): boolean {
  return performance.now() >= until;
}

/**
 * Runs `work`, which yields when it `isDue`, to its end, `SLICE_MS` at a time. Between slices the browser draws: background
 * tasks are used because the continuations of `scheduler.yield` come before rendering. Stops where it is when `signal` aborts.
 * @param enough whether to stop before the end; asked between slices. @param done called with the ms that the slices took together.
 */
export function runInSlices(
  work: Iterator<unknown>,
  signal: AbortSignal,
  enough: () => boolean,
  done: (took: number) => void,
): void {
  let took = 0;
  const slice = () => {
    if (signal.aborted) return;
    const begin = performance.now();
    until = begin + SLICE_MS;
    const ended = enough() || work.next().done;
    const spent = performance.now() - begin;
    took += spent;
    if (ended) done(took);
    // What the first slice found is in the window: two frames let it be seen there before the rest is read. A hidden tab has
    // none.
    else if (took === spent && !document.hidden) requestAnimationFrame(() => requestAnimationFrame(slice));
    else later(slice);
  };
  later(slice);
}

/** Chromium has had the scheduler from 94, Firefox from 142, the oldest that run us. */
function later(task: () => void): void {
  const { scheduler } = globalThis as unknown as { scheduler: Scheduler };
  scheduler.postTask(task, { priority: 'background' });
}
