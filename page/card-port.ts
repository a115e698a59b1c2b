/**
 * The seam between the scripts of a page and the card script, which is added when a first card is about to open. All run in
 * the extension's own world of the page, so they share `globalThis`; the page does not.
 */
import type { Entry } from '../data/entry.ts';
import type { Box } from './corridor.ts';

export interface CardRequest {
  entry: Entry;
  /** Which mention of this term it is, counted from 1, and how many the page has. */
  place: number;
  places: number;
  /** Box of the line the card belongs to, in client px, asked again when the page moves; `undefined` when it is gone. */
  line: () => Box | undefined;
  /** Where the pointer is, in client px; without one (opened from the popup) the line's start counts. */
  pointerX: number | undefined;
  /** The element the words are in; tells light from dark, and which dialog the card has to be inside of. */
  element: Element;
  /** Opened by key: the focus goes in. */
  focus: boolean;
  lookUp: (term: string) => Promise<Entry | undefined>;
  /** The reader closed it. */
  closed: () => void;
}

export interface CardPort {
  show(request: CardRequest): void;
  hide(): void;
  /** Box of the open card in client px. */
  box(): Box | undefined;
  /** Whether a node of the page is the card's host. */
  owns(node: unknown): boolean;
}

const KEY: unique symbol = Symbol.for('underskin.card');
interface Holder {
  [KEY]?: CardPort;
}

/** @returns the card of this frame, once its script has run. */
export function cardPort(): CardPort | undefined {
  return (globalThis as Holder)[KEY];
}

export function setCardPort(port: CardPort): void {
  (globalThis as Holder)[KEY] = port;
}
