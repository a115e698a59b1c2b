/**
 * What the popup and the badge may ask of a page. They call it by `scripting.executeScript`, which runs in every frame
 * and brings the answers back by frame, so nothing has to be kept about frames anywhere.
 */
import type { Hovering } from './hover-port.ts';
import type { Spotter } from './spotter.ts';

export interface PageHandle {
  /** What reads this page; nothing where marks are off. */
  spotter(): Spotter | undefined;
  /** What follows the pointer and knows the places; nothing before the page has a mark. */
  hovering(): Hovering | undefined;
  /** Switches marks for this document only; nothing is stored. */
  switch(on: boolean): void;
}

const KEY: unique symbol = Symbol.for('underskin.page');
interface Holder {
  [KEY]?: PageHandle;
}

export function pageHandle(): PageHandle | undefined {
  return (globalThis as Holder)[KEY];
}

export function setPageHandle(handle: PageHandle | undefined): void {
  (globalThis as Holder)[KEY] = handle;
}
