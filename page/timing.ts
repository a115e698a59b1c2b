/**
 * Every delay and distance of hovering, with its reason. Milliseconds and CSS px.
 * Anchors: Wikimedia Page Previews (500 to open, 300 to close), 10ten (speed gate, wedge), Mastodon (moved within,
 * scroll lock), Floating UI (rest), WCAG 2.2 SC 1.4.13.
 */
import type { Opening } from '../settings/reading.ts';

/** At rest: moved no further than `REST_RADIUS` for so long. */
export const REST_MS = 150;
export const REST_RADIUS = 3;

/** Dwell before a card opens. 200 draws complaints, 500 to 750 feels slow; our data is local, so nothing adds to it. */
export const OPEN_MS = 400;

/** The dwell by what the reader chose; `click` and `key` open nothing on hover. */
export const DWELL_MS: Partial<Record<Opening, number>> & { normal: number } = {
  fast: 200,
  normal: OPEN_MS,
  calm: 700,
};

/** With a tremor the pointer never rests; inside one mention so much longer is intent, too. */
export const TREMOR_MS = 500;

/** px/ms, mean of the last two moves: faster is passing by. Moves further apart than `SPEED_GAP_MS` say nothing. */
export const SPEED_GATE = 0.3;
export const SPEED_GAP_MS = 32;

/** No card when the page moved under a still pointer: the pointer itself has to have moved so lately. */
export const MOVE_WITHIN_MS = 150;

/** Nor right after scrolling. */
export const SCROLL_LOCK_MS = 150;

/** Just after one card closed, a neighbour opens at once, for comparing. */
export const WARM_MS = 500;
export const WARM_OPEN_MS = 100;

/** In a link the click has to win. */
export const LINK_EXTRA_MS = 300;

/** Grace after leaving the mention and the card; three anchors agree on it. */
export const CLOSE_MS = 300;

/** On the way to the card (see `corridor.ts`) the grace is longer, but not endless. */
export const CORRIDOR_CAP_MS = 700;

/** After Esc the same mention stays shut until the pointer has left it by so much (w3c/wcag#914). */
export const ESC_LEAVE_PX = 12;

/** While somebody types nothing opens. */
export const TYPING_LOCK_MS = 1000;

/** A tap: let go of within this, and no further away. Longer presses belong to the browser (select, menu). */
export const TAP_MS = 500;
export const TAP_RADIUS = 10;

/** Changes of the page are read together. */
export const REREAD_MS = 300;
/** Where hundreds come and go under one parent, most are gone before anybody has read them. */
export const BUSY_MS = 1000;

/** On a page that never stops changing, reading again takes no more of the time than this, but is not put off for ever. */
export const SHARE = 0.015;
export const MOST_WAIT_MS = 3000;

/** The count on the badge follows the page no faster. */
export const COUNT_MS = 2000;

/** Work of ours stops for the page after this; with the step that is just being taken it stays below half a frame. */
export const SLICE_MS = 6;
