/**
 * The one way in which anything is kept. A change is one write, so that a browser which ends in the middle of it leaves
 * the old or the new state and never half of each. Called from pages of the extension and its background only.
 */

import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { VERSION } from './choices.ts';

/** The fields of the value under each key; `undefined` takes the key away. */
export type Changes = Record<string, Record<string, unknown> | undefined>;

/** Why nothing was kept: a private window; a value of a later version of the extension; no room; the browser can't. */
export type Reason = 'private' | 'later' | 'full' | 'failed';

const SAID: Record<Reason, (key: string) => string> = {
  private: () => i18n.t('notKept.private'),
  later: (key) => i18n.t('notKept.later', { key }),
  full: () => i18n.t('notKept.full'),
  failed: () => i18n.t('notKept.failed'),
};

/** Nothing was changed. `message` is a sentence to show to the reader. */
export class NotKeptError extends Error {
  readonly reason: Reason;
  /** The storage key that stands in the way, if it is one. */
  readonly key: string;

  constructor(reason: Reason, key = '', cause?: unknown) {
    super(SAID[reason](key), { cause });
    this.name = 'NotKeptError';
    this.reason = reason;
    this.key = key;
  }
}

/** @returns whether a stored value was written by a later version of the extension, and so is not ours to replace. */
export function isLater(value: unknown): boolean {
  const version = (value as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' && version > VERSION;
}

/**
 * @returns the stored values as they are, before a change that rests on them.
 * @param keys all when left out. @throws NotKeptError when the browser can't read them.
 */
export async function readRaw(keys: string[] | null = null): Promise<Record<string, unknown>> {
  return browser.storage.local.get(keys).catch((error: unknown) => {
    throw new NotKeptError('failed', '', error);
  });
}

/**
 * Keeps all of the changes or, when it throws, none of them.
 * @throws NotKeptError
 */
export async function keep(changes: Changes): Promise<void> {
  if (browser.extension?.inIncognitoContext) throw new NotKeptError('private');
  const keys = Object.keys(changes);
  const stored = await readRaw(keys);
  const later = keys.find((key) => isLater(stored[key]));
  if (later !== undefined) throw new NotKeptError('later', later);
  const removed = keys.filter((key) => changes[key] === undefined);
  const written = Object.fromEntries(keys.map((key) => [key, { version: VERSION, ...changes[key] }]));
  try {
    // What is to go is emptied by the same write, so that a crash before it is removed changes nothing in what is read.
    if (removed.length < keys.length) await browser.storage.local.set(written);
    if (removed.length > 0) await browser.storage.local.remove(removed);
  } catch (error) {
    // Chromium: "Resource::kQuotaBytes quota exceeded"; Firefox: "QuotaExceededError: …".
    throw new NotKeptError(/quota/i.test(String(error)) ? 'full' : 'failed', '', error);
  }
}
