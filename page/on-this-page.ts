/** Asks the frames of a tab what they hold. Called from the popup and the background, runs in the page. */
import { browser } from 'wxt/browser';
import type { PageHandle } from './page-handle.ts';

export interface TermOnPage {
  term: string;
  places: number;
  frameId: number;
}

/** What a tab says when it is asked. */
export interface TabReport {
  /** The terms of all frames, those of the page itself first, in the order they turn up. */
  terms: TermOnPage[];
  /** Whether marks are on; `undefined` where our script runs in no frame. */
  running: boolean | undefined;
  /** Whether reading stopped in some frame because there is too much of it. */
  stopped: boolean;
  /** MIME type of the tab's own page. */
  contentType: string;
}

/** @throws when the browser lets no extension into this tab (its own pages, the store). */
export async function onThisPage(tabId: number): Promise<TabReport> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    // Else a page that is still loading would answer when it is done.
    injectImmediately: true,
    func: () => {
      const page = (globalThis as unknown as Record<symbol, PageHandle | undefined>)[Symbol.for('underskin.page')];
      return {
        terms: page?.hovering()?.summary() ?? [],
        running: page && page.spotter() !== undefined,
        stopped: page?.spotter()?.goOn !== undefined,
        contentType: document.contentType,
      };
    },
  });
  // A frame that went away meanwhile has no result.
  const answers = frames
    .sort((a, b) => a.frameId - b.frameId)
    .flatMap(({ frameId, result }) =>
      result ? [{ frameId, ...(result as Omit<TabReport, 'terms'> & { terms: Tally }) }] : [],
    );
  const ran = answers.flatMap(({ running }) => running ?? []);
  return {
    terms: answers.flatMap(({ frameId, terms }) => terms.map(({ term, places }) => ({ term, places, frameId }))),
    running: ran.length === 0 ? undefined : ran.includes(true),
    stopped: answers.some(({ stopped }) => stopped),
    contentType: answers[0]?.contentType ?? '',
  };
}

type Tally = { term: string; places: number }[];

/** @returns the different terms of all frames. @throws as `onThisPage` does. */
export async function termsOnPage(tabId: number): Promise<Set<string>> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () =>
      (globalThis as unknown as Record<symbol, PageHandle | undefined>)[Symbol.for('underskin.page')]
        ?.hovering()
        ?.terms() ?? [],
  });
  return new Set(frames.flatMap(({ result }) => (result ?? []) as string[]));
}

/** Scrolls one frame to the `place`th mention of a term and opens its card. */
export async function jumpTo(tabId: number, frameId: number, term: string, place: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: (name: string, number: number) =>
      (globalThis as unknown as Record<symbol, PageHandle | undefined>)[Symbol.for('underskin.page')]
        ?.hovering()
        ?.jump(name, number),
    args: [term, place],
  });
}

/** Goes to the next or previous mark in the frame that has the focus. */
export async function stepIn(tabId: number, direction: 1 | -1): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (by: 1 | -1) => {
      if (!document.hasFocus() || document.activeElement instanceof HTMLIFrameElement) return;
      (globalThis as unknown as Record<symbol, PageHandle | undefined>)[Symbol.for('underskin.page')]
        ?.hovering()
        ?.step(by);
    },
    args: [direction],
  });
}

/** Switches marks in every frame of a tab, until it is reloaded; nothing is kept. */
export async function switchTab(tabId: number, on: boolean): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (value: boolean) =>
      (globalThis as unknown as Record<symbol, PageHandle | undefined>)[Symbol.for('underskin.page')]?.switch(value),
    args: [on],
  });
}

/** Goes on reading where it stopped. */
export async function goOn(tabId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () =>
      (globalThis as unknown as Record<symbol, PageHandle | undefined>)[Symbol.for('underskin.page')]
        ?.spotter()
        ?.goOn?.(),
  });
}
