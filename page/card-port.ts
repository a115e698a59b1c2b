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
  /** Opened by key or tap: the focus goes in. */
  focus: boolean;
  /** Opened by touch: a sheet at the window's edge. */
  sheet: boolean;
  lookUp: (term: string) => Promise<Entry | undefined>;
  /** The reader asked for the next or previous place of this term. */
  goOn: (direction: 1 | -1) => void;
  /** The reader pinned it: it stays, and the next card opens beside it. */
  pinned: () => void;
  /** The reader closed it, pinned or not, or the page took it away. */
  closed: () => void;
}

export interface CardPort {
  /** Opens a card in place of the one that is open; pinned ones stay. */
  show(request: CardRequest): void;
  /** Closes the card that is open; pinned ones stay. */
  hide(): void;
  /** Closes the pinned card that has the focus. @returns whether there was one. */
  escape(): boolean;
  /** Takes every card away. */
  clear(): void;
  /** Whether the focus is in the open card. */
  hasFocus(): boolean;
  /** Box of the open card, which is not pinned, in client px. */
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
