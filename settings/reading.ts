/** The reader's choices about the card: how it opens and how it looks. Read by the scripts that come with the card. */
import { browser } from 'wxt/browser';
import { oneOf, readStored } from './choices.ts';

/**
 * How a card opens. `normal`, `calm` and `fast` on hover, after a longer or shorter rest; `click` when the word is
 * clicked; `key` from the keyboard only.
 */
export const OPENINGS = ['normal', 'calm', 'fast', 'click', 'key'] as const;
export type Opening = (typeof OPENINGS)[number];

export const TEXT_SIZES = ['normal', 'small', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Light or dark as the page is, as the system is, or always. */
export const THEMES = ['page', 'system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const OPENING = 'opening';
export const TEXT_SIZE = 'text-size';
export const THEME = 'theme';

export interface Reading {
  opening: Opening;
  textSize: TextSize;
  theme: Theme;
}

const KEYS = [OPENING, TEXT_SIZE, THEME];

export async function readReading(): Promise<Reading> {
  const stored = await readStored(KEYS);
  return {
    opening: oneOf(OPENINGS, stored(OPENING, 'opening')),
    textSize: oneOf(TEXT_SIZES, stored(TEXT_SIZE, 'size')),
    theme: oneOf(THEMES, stored(THEME, 'theme')),
  };
}

/** Calls back with the new choices whenever they change. Ends with `signal`. */
export function watchReading(changed: (reading: Reading) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEYS.some((key) => key in changes)) void readReading().then((reading) => !signal.aborted && changed(reading));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    if (browser.runtime?.id) browser.storage.local.onChanged.removeListener(listener);
  });
}
