/** Asks the frames of a tab what they hold. Called from the popup and the background, runs in the page. */
import { browser } from 'wxt/browser';
import type { PageHandle } from './page-handle.ts';

export interface TermOnPage {
  term: string;
  places: number;
  frameId: number;
}

/**
 * @returns the terms of all frames, those of the page itself first, in the order they turn up.
 * @throws when the browser lets no extension into this tab (its own pages, the store).
 */
export async function onThisPage(tabId: number): Promise<TermOnPage[]> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () =>
      (globalThis as unknown as Record<symbol, PageHandle | undefined>)[Symbol.for('underskin.page')]
        ?.hovering()
        ?.summary() ?? [],
  });
  return frames
    .sort((a, b) => a.frameId - b.frameId)
    .flatMap(({ frameId, result }) =>
      ((result ?? []) as { term: string; places: number }[]).map(({ term, places }) => ({ term, places, frameId })),
    );
}

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

/** Switches marks in every frame of a tab without keeping anything; for private windows. */
export async function switchTab(tabId: number, on: boolean): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (value: boolean) =>
      (globalThis as unknown as Record<symbol, PageHandle | undefined>)[Symbol.for('underskin.page')]?.switch(value),
    args: [on],
  });
}

/** @returns whether reading stopped in some frame because there is too much of it. */
export async function isStopped(tabId: number): Promise<boolean> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () =>
      (globalThis as unknown as Record<symbol, PageHandle | undefined>)[Symbol.for('underskin.page')]?.spotter()
        ?.goOn !== undefined,
  });
  return frames.some(({ result }) => result === true);
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
