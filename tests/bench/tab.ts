/** Fresh tabs, and what can be asked of them from outside. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';

/** Opens an empty tab, hands it to `use`, and closes it whatever happens: the next one starts in a new process. */
export async function inFreshTab<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  page.setDefaultNavigationTimeout(100_000);
  page.setDefaultTimeout(100_000);
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

/** @returns Chromium's own counters of the page: `TaskDuration` and others in seconds, `JSHeapUsedSize` in bytes. */
export async function metricsOf(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** @returns a connection to the page's own devtools with counters on. */
export async function connect(page: Page): Promise<CDPSession> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  return session;
}

const POLL_MS = 120;
const CALM_POLLS = 4;

/** Waits until the page's main thread has nothing more to do. Asks in a way that runs no script in the page. */
export async function settle(page: Page): Promise<void> {
  const session = await connect(page);
  let before = -1;
  for (let calm = 0; calm < CALM_POLLS; ) {
    await sleep(POLL_MS);
    const { TaskDuration = 0 } = await metricsOf(session);
    calm = TaskDuration - before < 0.004 ? calm + 1 : 0;
    before = TaskDuration;
  }
  await session.detach();
}

/**
 * Runs `code`, the source of a function that returns JSON, once in a new isolated world, as a content script would run
 * it: cold, with a wrapper to be made for every node it touches.
 * @param sources scripts to evaluate in that world first.
 */
export async function runCold<T>(
  page: Page,
  code: string,
  sources: readonly string[] = [],
  argument?: unknown,
): Promise<T> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  for (const source of sources) {
    await session.send('Runtime.evaluate', { expression: `${source}\n;0`, contextId: executionContextId });
  }
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: code,
    executionContextId,
    arguments: [{ value: argument }],
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

/** The least that any reader of a page must do: visit every text node once and read it. */
export const FLOOR = `function () {
  const begin = performance.now();
  let length = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) length += node.nodeValue.length;
  return { ms: performance.now() - begin, length };
}`;

/** @returns how many ranges are registered under any highlight name, and how many nodes the page has. */
export function countIn(page: Page): Promise<{ ranges: number; nodes: number }> {
  return page.evaluate(() => {
    let ranges = 0;
    for (const [, highlight] of CSS.highlights as unknown as Iterable<[string, { size: number }]>)
      ranges += highlight.size;
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (walker.nextNode()) nodes++;
    return { ranges, nodes };
  });
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
