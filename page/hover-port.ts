/**
 * The seam between the script that every page loads and the one that follows the pointer, which is added once the page
 * has a mark. Both run in the extension's own world of the page, so they share `globalThis`.
 */
import type { Spotter } from './spotter.ts';

export interface HoveringOptions {
  spotter: Spotter;
  /** Called when the extension is gone and this script is left over; it has to take itself away. */
  orphaned: () => void;
  signal: AbortSignal;
}

/** Follows the pointer until the signal that it was started with. */
export interface Hovering {
  /** Scrolls to the `place`th mention of a term (counted from 0) and opens its card. */
  jump(term: string, place: number): void;
  /** Terms on this page in the order they were read, with the number of places. */
  summary(): { term: string; places: number }[];
  /** The different terms on this page; quicker. */
  terms(): string[];
  /** Goes on to the next mark, or back, by keyboard. */
  step(direction: 1 | -1): void;
  /** To be called when the page's mentions changed. */
  changed(): void;
}

const KEY: unique symbol = Symbol.for('underskin.hover');
interface Holder {
  [KEY]?: (options: HoveringOptions) => Hovering;
}

/** @returns what starts hovering in this frame, once its script has run. */
export function hoverStarter(): ((options: HoveringOptions) => Hovering) | undefined {
  return (globalThis as Holder)[KEY];
}

export function setHoverStarter(starter: (options: HoveringOptions) => Hovering): void {
  (globalThis as Holder)[KEY] = starter;
}
