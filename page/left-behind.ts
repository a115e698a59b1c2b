/**
 * What an update, a reload or the removal of the extension leaves in a page. In Chromium the old script goes on running
 * without an extension behind it; in Firefox it is dead, but its card stays.
 */
import { browser } from 'wxt/browser';

/** On every host of ours, and on nothing else. */
export const HOST_MARKER = 'data-underskin';

/** @returns whether the extension that this script belongs to is still there. */
export function isAlive(): boolean {
  return Boolean(browser.runtime?.id);
}

/** Removes hosts that nobody looks after any more. @param which narrows that down, as a selector. */
export function sweepHosts(which = ''): void {
  for (const element of document.querySelectorAll(`div[${HOST_MARKER}]${which}`)) element.remove();
}
