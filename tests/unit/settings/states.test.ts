// @vitest-environment node
/** Whatever is found in the storage: sound values count, all others fall back each by itself, and reading changes nothing. */
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DENSITIES, MARK_STYLES, notHereKey, readChoices, siteKey } from '../../../settings/choices.ts';
import { exportSettings, importSettings } from '../../../settings/exchange.ts';
import { readLists, readNotHere } from '../../../settings/lists.ts';
import { OPENINGS, readReading, TEXT_SIZES, THEMES } from '../../../settings/reading.ts';

const local = fakeBrowser.storage.local;

/** What is stored. The fake browser's storage would write everything as JSON, and NaN or null would not be found in it. */
let held: Record<string, unknown> = {};
beforeEach(() => {
  held = {};
  vi.spyOn(local, 'get').mockImplementation((async (keys: string[] | null) =>
    Object.fromEntries(Object.entries(held).filter(([key]) => keys === null || keys.includes(key)))) as never);
  vi.spyOn(local, 'set').mockImplementation((async (items: object) => {
    held = { ...held, ...items };
  }) as never);
  vi.spyOn(local, 'remove').mockImplementation((async (keys: string[]) => {
    for (const key of keys) delete held[key];
  }) as never);
});

const NOW = Date.now();
const HUGE = 'x'.repeat(9_000_000);
const HOSTS = [
  'example.org',
  'example.org.',
  'EXAMPLE.org',
  'example.org:8080',
  'xn--mnchen-3ya.example',
  'münchen.example',
  '127.0.0.1',
  '[::1]',
  'localhost',
  'null',
  '',
  '*',
  '*.example.org',
  '__proto__',
  'constructor',
  '💧.example',
];

let nested: unknown = 1;
for (let i = 0; i < 1000; i++) nested = i % 2 ? [nested] : { a: nested };

/** What nobody of us has stored under any key. */
const unsound = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    '[object Object]',
    HUGE,
    {},
    [],
    nested,
    JSON.parse('{"__proto__": {"version": 1, "marks": "off", "terms": {"zonulin": 1}}}'),
  ),
  // The fields of a sound value, in a version that there is not.
  fc.record({
    version: fc.constantFrom<unknown>(undefined, null, 0, -1, 1.5, 2, 3, 1e9, '1', '2', Number.NaN, {}, [1], true),
    marks: fc.constantFrom('on', 'off', 'all', 'page'),
    style: fc.constant('wavy'),
    where: fc.constant('chosen'),
    until: fc.constant(NOW + 60_000),
    terms: fc.constant({ zonulin: 1 }),
  }),
  // The right version, and fields that are not of it.
  fc
    .record(
      Object.fromEntries(
        ['marks', 'style', 'where', 'until', 'terms', 'opening', 'size', 'theme'].map((name) => [
          name,
          fc.constantFrom<unknown>(
            null,
            '',
            'x',
            HUGE,
            true,
            [],
            ['off'],
            'ON',
            Number.NaN,
            Number.POSITIVE_INFINITY,
            9e12,
          ),
        ]),
      ),
      { requiredKeys: [] },
    )
    .map((fields) => ({ version: 1, ...fields })),
);

const termTimes = fc.dictionary(
  fc.constantFrom('zonulin', 'leaky-gut', 'il-17', 'constructor', 'butyrate'),
  fc.integer({ min: 0, max: NOW }),
  { minKeys: 1 },
);

/** @returns what can stand under a key: nothing, something sound, or something that is not. */
function under<T>(sound: fc.Arbitrary<T>, fallback: T, fields: (value: T) => object) {
  return fc.oneof(
    fc.constant({ meant: fallback }),
    sound.map((value) => ({ meant: value, kept: { version: 1, ...fields(value) } as unknown })),
    unsound.map((kept) => ({ meant: fallback, kept })),
  );
}

const state = fc.record({
  host: fc.constantFrom(...HOSTS),
  site: under<string>(fc.constantFrom('on', 'off'), '', (marks) => ({ marks })),
  where: under<string>(fc.constantFrom('all', 'chosen'), 'all', (where) => ({ where })),
  until: under<number | undefined>(fc.integer({ min: NOW - 1e9, max: NOW + 1e9 }), undefined, (until) => ({ until })),
  density: under<string>(fc.constantFrom(...DENSITIES), 'section', (marks) => ({ marks })),
  style: under<string>(fc.constantFrom(...MARK_STYLES), 'dotted', (style) => ({ style })),
  opening: under<string>(fc.constantFrom(...OPENINGS), 'normal', (opening) => ({ opening })),
  textSize: under<string>(fc.constantFrom(...TEXT_SIZES), 'normal', (size) => ({ size })),
  theme: under<string>(fc.constantFrom(...THEMES), 'page', (theme) => ({ theme })),
  known: under<object>(termTimes, {}, (terms) => ({ terms })),
  saved: under<object>(termTimes, {}, (terms) => ({ terms })),
  recent: under<object>(termTimes, {}, (terms) => ({ terms })),
  notHere: under<object>(termTimes, {}, (terms) => ({ terms })),
  foreign: fc.dictionary(fc.constantFrom('other.product', 'theme2', 'site', 'not-here', '__proto__'), fc.jsonValue()),
});

test('10,000 storages', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(state, async ({ host, foreign, ...values }) => {
      const keys: Record<keyof typeof values, string> = {
        site: siteKey(host),
        notHere: notHereKey(host),
        where: 'sites',
        until: 'pause',
        density: 'density',
        style: 'style',
        opening: 'opening',
        textSize: 'text-size',
        theme: 'theme',
        known: 'known',
        saved: 'saved',
        recent: 'recent',
      };
      held = { ...foreign };
      for (const [name, key] of Object.entries(keys)) {
        const value = values[name as keyof typeof values];
        if ('kept' in value) held[key] = value.kept;
      }
      const before = Object.entries(held);

      const { site, where, until, density, style, opening, textSize, theme, known, saved, recent, notHere } = values;
      const choices = await readChoices(host);
      expect({ ...choices, hidden: 0 }).toEqual({
        siteOn: where.meant === 'chosen' ? site.meant === 'on' : site.meant !== 'off',
        pausedUntil: until.meant,
        density: density.meant,
        style: style.meant,
        hidden: 0,
      });
      expect(await readReading()).toEqual({ opening: opening.meant, textSize: textSize.meant, theme: theme.meant });
      const lists = await readLists();
      for (const [list, value] of [
        [lists.known, known],
        [lists.saved, saved],
        [lists.recent, recent],
        [await readNotHere(host), notHere],
      ] as const)
        expect(list).toMatchObject(value.meant);
      expect(choices.hidden).toEqual(new Set([lists.known, await readNotHere(host)].flatMap(Object.keys)));
      const file = await exportSettings({ sites: true });

      // The same values, not only equal ones.
      const after = Object.entries(held);
      expect(after.length).toBe(before.length);
      for (const [i, [key, value]] of after.entries()) {
        expect(key).toBe(before[i]?.[0]);
        expect(Object.is(value, before[i]?.[1])).toBe(true);
      }

      // And what goes out can come in.
      held = {};
      expect(await importSettings(file)).toMatchObject({ ok: true });
      const { date: _, ...out } = JSON.parse(file) as Record<string, object>;
      const { date: __, ...back } = JSON.parse(await exportSettings({ sites: true })) as Record<string, object>;
      expect(back).toEqual({ ...back, ...out, choices: { ...back.choices, ...out.choices } });
    }),
    { numRuns: 10_000 },
  );
  expect(Object.hasOwn(Object.prototype, 'version')).toBe(false);
});

test('a storage with 5,000 sites and 600 keys of others', async () => {
  const sites = Object.fromEntries(
    Array.from({ length: 5000 }, (_, i) => [`site:s${i}.example`, { version: 1, marks: i % 2 ? 'off' : null }]),
  );
  const others = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`other-${i}`, HUGE.slice(0, 1000)]));
  held = { ...sites, ...others, theme: { version: 1, theme: 'dark' } };
  expect((await readChoices('s1.example')).siteOn).toBe(false);
  expect((await readChoices('s2.example')).siteOn).toBe(true);
  expect((await readReading()).theme).toBe('dark');
  const file = await exportSettings({ sites: true });
  held = {};
  expect(await importSettings(file)).toMatchObject({ ok: true, counts: { sites: 2500 } });
  expect((await readChoices('s1.example')).siteOn).toBe(false);
});

test('a pause that no timer can count is none', async () => {
  for (const until of [NOW + 2 ** 31, 9e12, 1e300, Number.MAX_VALUE, Number.POSITIVE_INFINITY]) {
    held = { pause: { version: 1, until } };
    expect((await readChoices('')).pausedUntil).toBe(undefined);
  }
});
