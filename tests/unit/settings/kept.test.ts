// @vitest-environment node
/** Whatever writes: keeps all of a change or says why nothing was kept. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  setDensity,
  setOpening,
  setPause,
  setSite,
  setStyle,
  setTextSize,
  setTheme,
  setWhere,
} from '../../../settings/change.ts';
import { readChoices } from '../../../settings/choices.ts';
import { importSettings } from '../../../settings/exchange.ts';
import { readLists, readNotHere, setListed, setNotHere, watchLists } from '../../../settings/lists.ts';
import { readReading, watchReading } from '../../../settings/reading.ts';
import { NotKeptError } from '../../../settings/stored.ts';
import released from './released-0.1.0.json' with { type: 'json' };

const local = fakeBrowser.storage.local;
const stored = async () => structuredClone(await local.get(null)) as Record<string, unknown>;

/** Every way to change something, with the key that it writes to. */
const SETTERS: [key: string, set: () => Promise<void>][] = [
  ['site:example.org', () => setSite('example.org', false)],
  ['site:example.org', () => setSite('example.org', true)],
  ['pause', () => setPause(5000)],
  ['pause', () => setPause(undefined)],
  ['density', () => setDensity('all')],
  ['style', () => setStyle('wavy')],
  ['sites', () => setWhere('chosen')],
  ['opening', () => setOpening('calm')],
  ['text-size', () => setTextSize('large')],
  ['theme', () => setTheme('dark')],
  ['known', () => setListed('known', 'zonulin', true)],
  ['known', () => setListed('known', 'zonulin', false)],
  ['saved', () => setListed('saved', 'zonulin', true)],
  ['recent', () => setListed('recent', 'zonulin', true)],
  ['not-here:example.org', () => setNotHere('example.org', 'zonulin', true)],
  ['not-here:example.org', () => setNotHere('example.org', 'zonulin', false)],
  ['theme', () => importAll()],
];

async function importAll(): Promise<void> {
  const parts = { choices: { theme: 'dark' }, known: { zonulin: 1 }, sites: {}, notHere: {} };
  const report = await importSettings(JSON.stringify({ format: 'underskin-settings', version: 1, ...parts }));
  if (!report.ok) throw new NotKeptError('failed', '', report.problems);
}

beforeEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  fakeBrowser.reset();
});

describe('a private window', () => {
  test.each(SETTERS)('keeps nothing (%s)', async (_, set) => {
    vi.spyOn(fakeBrowser.extension, 'inIncognitoContext', 'get').mockReturnValue(true);
    const wrote = [vi.spyOn(local, 'set'), vi.spyOn(local, 'remove')];
    await expect(set()).rejects.toThrow(NotKeptError);
    for (const write of wrote) expect(write).not.toHaveBeenCalled();
  });
});

describe('a value of a later version', () => {
  test.each(SETTERS)('is not written over, and the error names it (%s)', async (key, set) => {
    for (const version of [2, 1.5, 101, 1e9]) {
      await local.set({ [key]: { version, terms: [1], new: { shape: true } } });
      const before = await stored();
      const error: unknown = await set().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(NotKeptError);
      if (set.toString().includes('importAll') === false) {
        expect(error).toMatchObject({ reason: 'later', key });
        expect((error as Error).message).toContain(`“${key}” was saved by a later version`);
      }
      expect(await stored()).toEqual(before);
    }
  });

  test('keeps other keys from nothing', async () => {
    await local.set({ density: { version: 2 } });
    await setStyle('wavy');
    expect(await readChoices('')).toMatchObject({ density: 'section', style: 'wavy' });
  });
});

describe('a value that is damaged', () => {
  const DAMAGED = [
    null,
    'x',
    7,
    [],
    {},
    { version: 0 },
    { version: -1 },
    { version: '2' },
    { version: {} },
    { version: 1 },
  ];
  test.each(SETTERS)('is mended by the next choice (%s)', async (key, set) => {
    await set();
    const right = await stored();
    for (const value of DAMAGED) {
      await local.clear();
      await local.set({ [key]: value });
      await set();
      const { known, saved, recent, ...others } = await stored();
      const { known: rightKnown, saved: rightSaved, recent: rightRecent, ...rightOthers } = right;
      for (const [now, was] of [
        [known, rightKnown],
        [saved, rightSaved],
        [recent, rightRecent],
      ])
        expect(namesIn(now)).toEqual(namesIn(was));
      for (const name of Object.keys(others).filter((one) => one.startsWith('not-here:')))
        expect(namesIn(others[name])).toEqual(namesIn(rightOthers[name]));
      expect(Object.keys(others)).toEqual(Object.keys(rightOthers));
    }
  });
  const namesIn = (value: unknown) => Object.keys((value as { terms?: object } | undefined)?.terms ?? {});

  test('a list keeps its sound terms, and a term whose time is damaged', async () => {
    await local.set({ known: { version: 1, terms: { zonulin: 5, kefir: 'x', butyrate: Number.NaN } } });
    expect((await readLists()).known).toEqual({ zonulin: 5, kefir: 0, butyrate: 0 });
    expect((await readChoices('')).hidden).toEqual(new Set(['zonulin', 'kefir', 'butyrate']));
    await setListed('known', 'kefir', false);
    expect((await readLists()).known).toEqual({ zonulin: 5, butyrate: 0 });
  });
});

describe('when the browser', () => {
  test.each(SETTERS)('has no room, the error says so (%s)', async (_, set) => {
    await local.set({ known: { version: 1, terms: { kefir: 1 } }, theme: { version: 1, theme: 'light' } });
    const before = await stored();
    const full = new Error('Resource::kQuotaBytes quota exceeded');
    vi.spyOn(local, 'set').mockRejectedValue(full);
    vi.spyOn(local, 'remove').mockRejectedValue(full);
    const error: unknown = await set().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NotKeptError);
    expect(JSON.stringify([(error as Error).message, (error as Error).cause])).toMatch(/no room|could not keep/);
    expect(await stored()).toEqual(before);
  });

  test('has no room, it is told from other failures', async () => {
    const set = vi.spyOn(local, 'set');
    for (const [message, reason] of [
      ['Resource::kQuotaBytes quota exceeded', 'full'],
      ['QuotaExceededError: storage.local API call exceeded its quota limitations.', 'full'],
      ['IO error: FILE_ERROR_FAILED', 'failed'],
    ] as const) {
      set.mockRejectedValueOnce(new Error(message));
      await expect(setTheme('dark')).rejects.toMatchObject({ reason });
    }
    await setTheme('dark');
    expect((await readReading()).theme).toBe('dark');
  });

  test.each(SETTERS)('can’t read, nothing is written that would rest on it (%s)', async (_, set) => {
    await local.set({ known: { version: 1, terms: { kefir: 1 } } });
    vi.spyOn(local, 'get').mockRejectedValue(new Error('An unexpected error occurred'));
    const wrote = [vi.spyOn(local, 'set'), vi.spyOn(local, 'remove')];
    await expect(set()).rejects.toThrow(NotKeptError);
    for (const write of wrote) expect(write).not.toHaveBeenCalled();
  });

  test('can’t read a list for once, the list is not written anew from nothing', async () => {
    await local.set({ known: { version: 1, terms: { kefir: 1 } } });
    vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('An unexpected error occurred'));
    await expect(setListed('known', 'zonulin', true)).rejects.toMatchObject({ reason: 'failed' });
    expect((await readLists()).known).toEqual({ kefir: 1 });
  });

  test('can’t read, everything is as if nobody had chosen, and the next reading is a new try', async () => {
    await local.set({ density: { version: 1, marks: 'all' }, theme: { version: 1, theme: 'dark' } });
    vi.spyOn(console, 'debug').mockReturnValue();
    const get = vi.spyOn(local, 'get').mockRejectedValue(new Error('An unexpected error occurred'));
    expect(await readChoices('example.org')).toMatchObject({ siteOn: true, density: 'section' });
    expect(await readReading()).toMatchObject({ theme: 'page' });
    expect(await readLists()).toEqual({ known: {}, saved: {}, recent: {} });
    expect(await readNotHere('example.org')).toEqual({});
    get.mockRestore();
    expect(await readChoices('example.org')).toMatchObject({ density: 'all' });
  });

  test('doesn’t answer, nothing is given in its place', async () => {
    vi.useFakeTimers();
    vi.spyOn(local, 'get').mockReturnValue(new Promise(() => undefined) as never);
    const given = vi.fn();
    void readChoices('example.org').then(given, given);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(given).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});

describe('lists', () => {
  test('a hundred changes at once are all kept', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, i) => setListed('known', `term-${i}`, true)));
    expect(Object.keys((await readLists()).known)).toHaveLength(100);
    await Promise.all(Array.from({ length: 100 }, (_, i) => setListed('known', `term-${i}`, i % 2 === 0)));
    expect(Object.keys((await readLists()).known)).toHaveLength(50);
  });

  test('keep the thirty cards that were opened last', async () => {
    vi.useFakeTimers();
    for (let i = 0; i < 40; i++) {
      vi.advanceTimersByTime(1000);
      await setListed('recent', `term-${i}`, true);
    }
    vi.useRealTimers();
    const { recent } = await readLists();
    expect(Object.keys(recent)).toHaveLength(30);
    expect(Object.keys(recent)).toContain('term-39');
    expect(Object.keys(recent)).not.toContain('term-9');
  });

  test('an empty one leaves nothing behind', async () => {
    await setListed('saved', 'kefir', true);
    await setNotHere('example.org', 'kefir', true);
    expect(await readNotHere('example.org')).toEqual({ kefir: expect.any(Number) });
    await setListed('saved', 'kefir', false);
    await setNotHere('example.org', 'kefir', false);
    expect(await stored()).toEqual({});
  });
});

test('watchers hear of their own keys, and no more after their end', async () => {
  const heard: string[] = [];
  const ended = new AbortController();
  watchLists(({ known }) => heard.push(`known ${Object.keys(known)}`), ended.signal);
  watchReading(({ theme }) => heard.push(theme), ended.signal);
  await setStyle('wavy');
  await setListed('known', 'kefir', true);
  await setTheme('dark');
  await vi.waitFor(() => expect(heard).toEqual(['known kefir', 'dark']));
  ended.abort();
  await setListed('known', 'kefir', false);
  await setTheme('light');
  await new Promise((resolve) => setTimeout(resolve));
  expect(heard).toHaveLength(2);
});

test('what version 0.1.0 kept is read as it was meant', async () => {
  await local.set(structuredClone(released));
  vi.useFakeTimers({ now: released.pause.until - 1000 });
  for (const [host, siteOn] of [
    ['example.org', false],
    ['', false],
    ['other.example', true],
  ] as const)
    expect(await readChoices(host)).toEqual({
      siteOn,
      pausedUntil: released.pause.until,
      density: 'page',
      style: 'dotted',
      hidden: new Set(),
    });
  vi.useRealTimers();
  expect(await stored()).toEqual(released);
});
