/** What the options page shows, kept up to date with the storage, whoever changes it. */
import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { type Choices, readChoices, watchChoices } from '../../settings/choices.ts';
import { type Lists, readLists, watchLists } from '../../settings/lists.ts';
import { type Reading, readReading, watchReading } from '../../settings/reading.ts';
import { hasSiteAccess, watchSiteAccess } from '../../settings/site-access.ts';
import { readSites, type Sites, watchSites } from '../../settings/sites.ts';

export interface Key {
  name: string;
  words: string;
  shortcut: string;
}

const shown = new AbortController().signal;

export const choices = signal<Choices>(await readChoices(''));
export const reading = signal<Reading>(await readReading());
export const lists = signal<Lists>(await readLists());
export const sites = signal<Sites>(await readSites());
export const access = signal(await hasSiteAccess());
export const keys = signal<Key[]>(await readKeys());

watchChoices('', (changed) => (choices.value = changed), shown);
watchReading((changed) => (reading.value = changed), shown);
watchLists((changed) => (lists.value = changed), shown);
watchSites((changed) => (sites.value = changed), shown);
watchSiteAccess((granted) => (access.value = granted));
// Keys are changed in the browser's own page, and not every browser tells; the reader comes back from there.
addEventListener('focus', () => void readKeys().then((changed) => (keys.value = changed)));

async function readKeys(): Promise<Key[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, words: description, shortcut }));
}
