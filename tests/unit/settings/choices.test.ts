import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setPause, setSite } from '../../../settings/change.ts';
import { type Choices, isOn, readChoices, watchChoices } from '../../../settings/choices.ts';

const ON: Choices = {
  siteOn: true,
  pausedUntil: undefined,
  density: 'section',
  style: 'dotted',
  hidden: new Set(),
};

beforeEach(() => fakeBrowser.reset());

describe('choices', () => {
  test('marks are on until somebody says otherwise', async () => {
    expect(await readChoices('example.org')).toEqual(ON);
    expect(isOn(ON, Date.now())).toBe(true);
  });

  test('a site is switched off and on again, alone, and only what is off is kept', async () => {
    await setSite('example.org', false);
    expect((await readChoices('example.org')).siteOn).toBe(false);
    expect((await readChoices('other.example')).siteOn).toBe(true);
    await setSite('example.org', true);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  test('a pause ends by itself', async () => {
    await setPause(5000);
    const choices = await readChoices('example.org');
    expect(isOn(choices, 4999)).toBe(false);
    expect(isOn(choices, 5000)).toBe(true);
    await setPause(undefined);
    expect(await readChoices('example.org')).toEqual(ON);
  });

  test('a watcher hears of its own site and of pauses, and of nothing else', async () => {
    const heard: boolean[] = [];
    const ended = new AbortController();
    watchChoices('example.org', (choices) => heard.push(isOn(choices, 0)), ended.signal);
    await setSite('other.example', false);
    await setSite('example.org', false);
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toEqual([false]);
    ended.abort();
    await setSite('example.org', true);
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toEqual([false]);
  });

  test('a value of a later version counts as the default', async () => {
    await fakeBrowser.storage.local.set({
      'site:example.org': { version: 2, marks: 'off' },
      pause: { version: 2, until: 9e12 },
    });
    expect(await readChoices('example.org')).toEqual(ON);
  });
});
