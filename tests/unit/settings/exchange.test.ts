// @vitest-environment node
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { exportSettings, type ImportReport, importSettings } from '../../../settings/exchange.ts';
import { BAD_IMPORTS } from './bad-imports.ts';

const local = fakeBrowser.storage.local;
const stored = async () => structuredClone(await local.get(null)) as Record<string, unknown>;

const STATE = {
  density: { version: 1, marks: 'page' },
  style: { version: 1, style: 'wavy' },
  sites: { version: 1, where: 'chosen' },
  opening: { version: 1, opening: 'calm' },
  'text-size': { version: 1, size: 'large' },
  theme: { version: 1, theme: 'dark' },
  pause: { version: 1, until: 4_102_444_800_000 },
  known: { version: 1, terms: { zonulin: 1_760_000_000_000, butyrate: 1_760_000_000_001 } },
  saved: { version: 1, terms: { 'leaky-gut': 1_760_000_000_002 } },
  recent: { version: 1, terms: { kefir: 1_760_000_000_003 } },
  'site:example.org': { version: 1, marks: 'off' },
  'site:a.example': { version: 1, marks: 'on' },
  'site:': { version: 1, marks: 'off' },
  'not-here:example.org': { version: 1, terms: { 'atopic-dermatitis': 1_760_000_000_004 } },
};

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await local.set(structuredClone(STATE));
});

const withoutDate = (text: string) => text.replace(/\n {2}"date": ".*",/, '');
const NOTHING = { format: 'underskin-settings', version: 1 };

describe('export', () => {
  test('is a file that people can read, and names no site unless asked to', async () => {
    const file = JSON.parse(await exportSettings({ sites: false })) as Record<string, unknown>;
    expect(file).toEqual({
      format: 'underskin-settings',
      version: 1,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      choices: {
        density: 'page',
        style: 'wavy',
        where: 'chosen',
        opening: 'calm',
        textSize: 'large',
        theme: 'dark',
      },
      known: STATE.known.terms,
      saved: STATE.saved.terms,
    });
    expect(await exportSettings({ sites: false })).not.toContain('example');
    expect(await exportSettings({ sites: false })).not.toContain('kefir');
  });

  test('names the sites when asked to', async () => {
    expect(JSON.parse(await exportSettings({ sites: true }))).toMatchObject({
      sites: { '': 'off', 'a.example': 'on', 'example.org': 'off' },
      notHere: { 'example.org': STATE['not-here:example.org'].terms },
    });
  });

  test('is the same for the same settings, in whatever order they were made', async () => {
    const file = await exportSettings({ sites: true });
    await local.clear();
    const turned = Object.entries(STATE).reverse();
    for (const [key, value] of turned)
      await local.set({
        [key]:
          'terms' in value ? { ...value, terms: Object.fromEntries(Object.entries(value.terms).reverse()) } : value,
      });
    expect(withoutDate(await exportSettings({ sites: true }))).toBe(withoutDate(file));
  });

  test('leaves out what a later version has stored', async () => {
    await local.set({
      known: { version: 2, terms: ['zonulin'] },
      density: { version: 7 },
      'site:example.org': { version: 2, marks: 'off' },
      'not-here:example.org': { version: 2, terms: {} },
    });
    const file = JSON.parse(await exportSettings({ sites: true })) as Record<string, object>;
    expect(file).not.toHaveProperty('known');
    expect(Object.keys(file.choices ?? {})).toEqual(['style', 'where', 'opening', 'textSize', 'theme']);
    expect(file.sites).toEqual({ '': 'off', 'a.example': 'on' });
    expect(file.notHere).toEqual({});
  });

  test('says so when the browser can’t read its storage, and is no empty file', async () => {
    vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('An unexpected error occurred'));
    await expect(exportSettings({ sites: true })).rejects.toMatchObject({ name: 'NotKeptError', reason: 'failed' });
  });
});

describe('import', () => {
  test('brings everything into another browser, where an export gives the same file but for its date', async () => {
    const file = await exportSettings({ sites: true });
    await local.clear();
    expect(await importSettings(file)).toEqual({
      ok: true,
      counts: { choices: 6, known: 2, saved: 1, sites: 3, notHere: 1 },
    });
    expect(withoutDate(await exportSettings({ sites: true }))).toBe(withoutDate(file));
    const { pause: _, recent: __, ...carried } = STATE;
    expect(await stored()).toEqual(carried);
  });

  test('replaces what the file names as a whole, and keeps the rest', async () => {
    const file = { ...NOTHING, choices: { theme: 'light' }, known: { kefir: 5 }, sites: { 'b.example': 'off' } };
    expect(await importSettings(JSON.stringify(file))).toEqual({
      ok: true,
      counts: { choices: 1, known: 1, sites: 1 },
    });
    const { 'site:example.org': _, 'site:a.example': __, 'site:': ___, ...rest } = STATE;
    expect(await stored()).toEqual({
      ...rest,
      theme: { version: 1, theme: 'light' },
      known: { version: 1, terms: { kefir: 5 } },
      'site:b.example': { version: 1, marks: 'off' },
    });
  });

  test('a file that names nothing changes nothing, and empty lists empty them', async () => {
    expect(await importSettings(JSON.stringify(NOTHING))).toEqual({ ok: true, counts: {} });
    expect(await stored()).toEqual(STATE);
    await importSettings(JSON.stringify({ ...NOTHING, known: {}, saved: {}, sites: {}, notHere: {} }));
    const { density, style, sites, opening, 'text-size': size, theme, pause, recent } = STATE;
    expect(await stored()).toEqual({ density, style, sites, opening, 'text-size': size, theme, pause, recent });
  });

  test.each([
    ['a byte order mark', (file: string) => `\ufeff${file}`],
    ['CRLF', (file: string) => file.replaceAll('\n', '\r\n')],
    ['no line breaks', (file: string) => JSON.stringify(JSON.parse(file))],
    ['blank lines around', (file: string) => `\n\n ${file}\n\n`],
  ])('takes a file with %s', async (_, change) => {
    const file = await exportSettings({ sites: true });
    await local.clear();
    expect(await importSettings(change(file))).toMatchObject({ ok: true });
    expect(withoutDate(await exportSettings({ sites: true }))).toBe(withoutDate(file));
  });

  test('everything is one write, so that there is no state between', async () => {
    const set = vi.spyOn(local, 'set');
    const remove = vi.spyOn(local, 'remove');
    await importSettings(JSON.stringify({ ...NOTHING, choices: { theme: 'light' }, sites: {} }));
    expect(set).toHaveBeenCalledTimes(1);
    expect(remove).toHaveBeenCalledTimes(1);
    // What is removed after has been emptied by that write already.
    expect(set.mock.calls[0]?.[0]).toMatchObject({
      theme: { version: 1, theme: 'light' },
      'site:example.org': { version: 1 },
    });
  });

  test.each([
    ['known', { known: { kefir: 1 } }],
    ['theme', { choices: { density: 'all', theme: 'light' } }],
    // It would be removed, as the file does not name it.
    ['site:example.org', { sites: { 'b.example': 'off' } }],
  ])('nothing comes in when %s was stored by a later version', async (key, parts) => {
    await local.set({ [key]: { version: 2, new: true } });
    const before = await stored();
    const report = await importSettings(JSON.stringify({ ...NOTHING, ...parts }));
    expect(report).toMatchObject({ ok: false, problems: [{ mend: expect.stringContaining(`“${key}”`) }] });
    expect(await stored()).toEqual(before);
  });

  test('nothing comes in when there is no room, and the report says so', async () => {
    vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('Resource::kQuotaBytes quota exceeded'));
    const report = await importSettings(JSON.stringify({ ...NOTHING, known: { kefir: 1 }, sites: {} }));
    expect(report).toEqual({
      ok: false,
      problems: [{ field: 'The file', mend: expect.stringContaining('no room') }],
    });
    expect(await stored()).toEqual(STATE);
  });

  test('a fault of our own is not taken for one of the file', async () => {
    vi.spyOn(navigator.locks, 'request').mockRejectedValueOnce(new TypeError('No locks'));
    await expect(importSettings(JSON.stringify(NOTHING))).rejects.toThrow('No locks');
  });
});

const textOf = (file: string | Uint8Array) => (typeof file === 'string' ? file : new TextDecoder().decode(file));

/** Holds a refusal against what every refusal must be. */
async function expectRefused(report: ImportReport): Promise<void> {
  if (report.ok) throw new Error('It came in');
  expect(report.problems.length).toBeGreaterThan(0);
  for (const { field, mend, line } of report.problems) {
    expect(field).not.toBe('');
    expect(mend).not.toBe('');
    if (line !== undefined) expect(line).toBeGreaterThanOrEqual(1);
  }
  expect(await stored()).toEqual(STATE);
}

describe('a bad file', () => {
  test('the corpus has at least 60', () => {
    expect(BAD_IMPORTS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(BAD_IMPORTS.map(({ name }) => name)).size).toBe(BAD_IMPORTS.length);
  });

  test.each(BAD_IMPORTS)(
    '$name: nothing comes in, and the report names the place',
    async ({ file, field, line, mend }) => {
      const report = await importSettings(textOf(file));
      await expectRefused(report);
      expect(report).toMatchObject({
        problems: [
          { field: expect.stringContaining(field), mend: expect.stringContaining(mend), ...(line && { line }) },
        ],
      });
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
    },
  );

  test('the report names every fault of a file, and stops at a hundred', async () => {
    const choices = { density: 'x', style: 'x', theme: 'x' };
    const faults = (file: object) => importSettings(JSON.stringify({ ...NOTHING, ...file }, null, 1));
    expect(await faults({ choices, odd: 1 })).toMatchObject({
      problems: [
        { line: 5, field: 'choices › density' },
        { line: 6, field: 'choices › style' },
        { line: 7, field: 'choices › theme' },
        { line: 9, field: 'odd' },
      ],
    });
    const sites = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`s${i}.example`, 'x']));
    expect(await faults({ sites })).toMatchObject({ problems: { length: 100 } });
  });

  test('truncated at each of 100 offsets, nothing comes in', async () => {
    const file = (await exportSettings({ sites: true })).trimEnd();
    for (let i = 0; i < 100; i++) await expectRefused(await importSettings(file.slice(0, (file.length * i) / 100)));
  });

  test('10,000 damaged files: all that comes in is what the file says, or nothing', { timeout: 120_000 }, async () => {
    const file = await exportSettings({ sites: true });
    const at = fc.nat(file.length);
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(...'{}[]:,"\\', '1', '-', '"on"', '"off"', 'null', '{}', '"__proto__":{},', '\0', '\ufeff', '\n'),
    );
    const damage = fc.oneof(
      fc.record({ from: at, length: fc.nat(40), put: piece }),
      fc.record({ from: at, length: fc.constant(0), put: piece }),
      fc.record({ from: at, length: fc.constant(file.length), put: piece }),
    );
    let cameIn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        await local.clear();
        await local.set(structuredClone(STATE));
        let damaged = file;
        for (const { from, length, put } of damages)
          damaged = damaged.slice(0, from) + put + damaged.slice(from + length);
        const report = await importSettings(damaged);
        if (!report.ok) return expectRefused(report);
        cameIn++;
        const { date: _, choices, ...said } = JSON.parse(damaged.replace(/^\ufeff/, '')) as Record<string, object>;
        const is = JSON.parse(await exportSettings({ sites: true })) as Record<string, object>;
        // A site with no terms is not kept.
        if (said.notHere)
          said.notHere = Object.fromEntries(
            Object.entries(said.notHere).filter(([, terms]) => Object.keys(terms).length),
          );
        expect(is).toMatchObject(said);
        for (const part of Object.keys(said)) expect(is[part]).toEqual(said[part as keyof typeof said]);
        expect(is.choices).toMatchObject(choices ?? {});
      }),
      { numRuns: 10_000 },
    );
    // Else it would only show that everything is refused.
    expect(cameIn).toBeGreaterThan(50);
    expect(cameIn).toBeLessThan(5000);
  });
});
