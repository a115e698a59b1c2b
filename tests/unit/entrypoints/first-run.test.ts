import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { greetOnInstall } from '../../../entrypoints/background/first-run.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.unstubAllEnvs());

const greeted = async () =>
  (await fakeBrowser.tabs.query({})).filter(({ url }) => url?.endsWith('/welcome.html')).length;

test('the first install is greeted; an update of us or of the browser is not', async () => {
  vi.stubEnv('MODE', 'production');
  greetOnInstall();
  const installed = (reason: string) => fakeBrowser.runtime.onInstalled.trigger({ reason } as never);
  await installed('update');
  await installed('browser_update');
  expect(await greeted()).toBe(0);
  await installed('install');
  expect(await greeted()).toBe(1);
});

test('builds for tests and for developing greet nobody', async () => {
  vi.stubEnv('MODE', 'e2e');
  greetOnInstall();
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
  expect(await greeted()).toBe(0);
});
