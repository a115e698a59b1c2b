/**
 * What the extension did in a page, from Chromium's own trace.
 *
 * A trace rather than the sampling profiler: it has the true start and end of every call, adds next to nothing to them,
 * and shows where one slice ends and the next begins. Counted is every script event of the page's main thread but those
 * whose url is the page's or puppeteer's. Adding those with the url of `page.js` only would lose work: what runs after
 * an `await`, such as loading the index, is a `RunMicrotasks` event without a url, and so is the geometry behind an
 * IntersectionObserver. The pages have neither of their own; the same sum in a browser without the extension is printed
 * as a control.
 */
import type { Browser, CDPSession, Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args: { data?: { frame?: string; url?: string }; beginData?: { frame?: string } };
}

/** Time on the main thread, ms since the trace's own zero. */
export interface Span {
  start: number;
  end: number;
}

export interface Traced {
  /** Every stretch of script; calls within calls are counted once. Compiling is in it, and so is observers' geometry. */
  script: Span[];
  /** One for each task that had script in it, as long as all script of that task. Empty unless tasks were traced. */
  slices: Span[];
  /** Layouts and style recalculations that a script had to wait for. */
  forcedLayouts: number;
  /** When the page called `performance.mark` with a name that starts with `bench:`. */
  marks: { name: string; at: number }[];
}

const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.compile',
  'IntersectionObserverController::computeIntersections',
]);
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree', 'Document::updateStyle']);
const OF_A_FRAME = new Set(['CommitLoad', 'EvaluateScript', 'FunctionCall', 'PrePaint', 'Paint']);
/** With the microtasks that end it, unlike the scheduler's own event of almost the same name. */
const TASK = 'RunTask';

/**
 * Traces the browser while `during` runs.
 * @param page the page whose main thread is looked at.
 * @param tasks also trace tasks, which slices are told apart by.
 */
export async function trace(
  browser: Browser,
  page: Page,
  during: () => Promise<void>,
  { tasks = false } = {},
): Promise<Traced> {
  const session = await browser.target().createCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as TraceEvent);
  });
  const includedCategories = ['devtools.timeline', 'v8.execute', 'blink', 'blink.user_timing'];
  if (tasks) includedCategories.push('disabled-by-default-devtools.timeline');
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, recordMode: 'recordAsMuchAsPossible' },
  });
  try {
    await during();
  } finally {
    await endTrace(session);
  }
  return readEvents(onThreadOf(await frameIdOf(page), events));
}

/** @returns how long the spans are together, ms. */
export function totalOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** @returns the length of the longest span, ms. */
export function longestOf(spans: readonly Span[]): number {
  return spans.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
}

async function endTrace(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
}

async function frameIdOf(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  await session.detach();
  return frameTree.frame.id;
}

/** @returns the events of the thread that ran the frame's page last. */
function onThreadOf(frame: string, events: readonly TraceEvent[]): TraceEvent[] {
  const own = events
    .filter(({ name, args }) => OF_A_FRAME.has(name) && (args.data ?? args.beginData)?.frame === frame)
    .reduce<TraceEvent | undefined>((last, event) => (last && last.ts > event.ts ? last : event), undefined);
  if (!own) throw new Error('The trace has nothing of the page.');
  return events.filter(({ pid, tid }) => pid === own.pid && tid === own.tid).sort((a, b) => a.ts - b.ts);
}

function readEvents(events: readonly TraceEvent[]): Traced {
  const script = union(
    events.filter(({ name, args }) => SCRIPT.has(name) && !/^(?:https?|pptr):/.test(args.data?.url ?? '')).map(spanOf),
  );
  const tasks = union(events.filter(({ name }) => name === TASK).map(spanOf), false);
  const layouts = events.filter(({ name, dur = 0 }) => LAYOUT.has(name) && dur > 20).map(spanOf);
  return {
    script,
    slices: byTask(script, tasks),
    forcedLayouts: layouts.filter((layout) => script.some((span) => isWithin(layout, span))).length,
    marks: events.filter(({ name }) => name.startsWith('bench:')).map(({ name, ts }) => ({ name, at: ts / 1000 })),
  };
}

function spanOf({ ts, dur = 0 }: TraceEvent): Span {
  return { start: ts / 1000, end: (ts + dur) / 1000 };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** @returns the same stretches, sorted, none within another. */
function union(spans: readonly Span[], join = true): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && end <= last.end) continue;
    if (join && last && start < last.end) last.end = end;
    else merged.push({ start, end });
  }
  return merged;
}

function byTask(script: readonly Span[], tasks: readonly Span[]): Span[] {
  const slices: Span[] = [];
  let index = 0;
  for (const task of tasks) {
    while (script[index] && (script[index]?.start ?? 0) < task.start) index++;
    let slice: Span | undefined;
    for (let span = script[index]; span && span.start < task.end; span = script[++index]) {
      slice ??= { start: span.start, end: span.start };
      slice.end += span.end - span.start;
    }
    if (slice) slices.push(slice);
  }
  return slices;
}
