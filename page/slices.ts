/** Runs long work in slices, so that no task of ours makes typing or scrolling late. */
import { SLICE_MS } from './timing.ts';

interface Scheduler {
  postTask(callback: () => void, options: { priority: 'background' }): Promise<void>;
}

/**
 * Runs `work` to its end, `SLICE_MS` at a time. Between slices the browser draws: background tasks are used because the
 * continuations of `scheduler.yield` come before rendering. Stops where it is when `signal` aborts.
 */
export function runInSlices(work: Iterator<unknown>, signal: AbortSignal, done?: () => void): void {
  const slice = () => {
    if (signal.aborted) return;
    const end = performance.now() + SLICE_MS;
    do {
      if (work.next().done) {
        done?.();
        return;
      }
    } while (performance.now() < end);
    later(slice);
  };
  later(slice);
}

function later(task: () => void): void {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler) scheduler.postTask(task, { priority: 'background' });
  else if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 1000 });
  else setTimeout(task);
}
