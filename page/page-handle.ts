/**
 * What the popup and the badge may ask of a page. They call it by `scripting.executeScript`, which runs in every frame
 * and brings the answers back by frame, so nothing has to be kept about frames anywhere.
 */

export interface PageHandle {
  /** Terms on this page in the order they turn up, with the number of places. */
  summary(): { term: string; places: number }[];
  /** Scrolls to the `place`th mention of the term (counted from 0) and opens its card. */
  jump(term: string, place: number): void;
  /** Whether reading stopped because the page is monstrous. */
  stopped(): boolean;
  goOn(): void;
  /** Switches marks for this document only; nothing is stored. For private windows. */
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
