import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { switchSiteOfTab } from '../../../entrypoints/background/switch-site.ts';

/** What the scripts in the page were told. */
const told = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  told.mockClear();
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ args }: { args?: unknown[] }) => {
      if (args) told(...args);
      return [{ frameId: 0, result: { terms: [], running: true, stopped: false, contentType: 'text/html' } }];
    },
  });
});

function lookAt(url: string | undefined, incognito = false): void {
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 7, url, incognito }] });
}

const stored = () => fakeBrowser.storage.local.get();

test('switches the site off, and on again', async () => {
  lookAt('https://example.org/a');
  await switchSiteOfTab();
  expect(await stored()).toEqual({ 'site:example.org': { version: 1, marks: 'off' } });
  await switchSiteOfTab();
  expect(await stored()).toEqual({});
});

test('where only chosen sites are marked, it chooses this one', async () => {
  await fakeBrowser.storage.local.set({ sites: { version: 1, where: 'chosen' } });
  lookAt('https://example.org/a');
  await switchSiteOfTab();
  expect(await stored()).toMatchObject({ 'site:example.org': { version: 1, marks: 'on' } });
});

test('in a private window it switches the page only and stores nothing', async () => {
  lookAt('https://example.org/a', true);
  await switchSiteOfTab();
  expect(told).toHaveBeenCalledExactlyOnceWith(false);
  expect(await stored()).toEqual({});
});

test.each([undefined, 'about:blank', 'chrome://settings', 'moz-extension://abc/'])(
  'does nothing on %s',
  async (url) => {
    lookAt(url);
    await switchSiteOfTab();
    expect(await stored()).toEqual({});
    expect(told).not.toHaveBeenCalled();
  },
);
