import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSites, type Sites, watchSites } from '../../../settings/sites.ts';

beforeEach(() => fakeBrowser.reset());

test('all that was said about sites, in order of name; what is not understood is left out', async () => {
  await fakeBrowser.storage.local.set({
    'site:b.example': { version: 1, marks: 'off' },
    'site:a.example': { version: 1, marks: 'on' },
    'site:': { version: 1, marks: 'off' },
    'site:later.example': { version: 2, marks: 'off' },
    'site:odd.example': { version: 1, marks: 'sometimes' },
    'site:none.example': null,
    'not-here:a.example': { version: 1, terms: { zonulin: 1, acne: 2 } },
    'not-here:odd.example': { version: 1, terms: 7 },
    sites: { version: 1, where: 'chosen' },
    other: 'thing',
  });
  expect(await readSites()).toEqual({
    where: 'chosen',
    own: [
      { host: '', on: false },
      { host: 'a.example', on: true },
      { host: 'b.example', on: false },
    ],
    notHere: [
      { host: 'a.example', term: 'zonulin' },
      { host: 'a.example', term: 'acne' },
    ],
  });
});

test('changes are told until the signal', async () => {
  const told: Sites[] = [];
  const life = new AbortController();
  watchSites((sites) => told.push(sites), life.signal);
  await fakeBrowser.storage.local.set({ density: { version: 1, marks: 'all' } });
  await fakeBrowser.storage.local.set({ 'site:a.example': { version: 1, marks: 'off' } });
  await expect.poll(() => told.map(({ own }) => own)).toEqual([[{ host: 'a.example', on: false }]]);
  life.abort();
  await fakeBrowser.storage.local.remove('site:a.example');
  expect(told).toHaveLength(1);
});
