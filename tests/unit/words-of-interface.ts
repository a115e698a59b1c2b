/** Gives unit tests the words of the interface, which a browser would read from the built locale files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parse } from 'yaml';

type Words = { [key: string]: string | Words };

const file = join(import.meta.dirname, '../../components/locales/en.yml');
const messages = new Map(flat(parse(readFileSync(file, 'utf8')) as Words));

function flat(words: Words, before = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'string') return [[before + key, value] as [string, string]];
    // Two forms by number are one message, as in the built locale files.
    if (value['1'] !== undefined) return [[before + key, Object.values(value).join(' | ')] as [string, string]];
    return flat(value, `${before}${key}_`);
  });
}

fakeBrowser.i18n.getMessage = (key: string, substitutions: string | (string | number)[] = []) =>
  [substitutions]
    .flat()
    .reduce<string>((text, one, i) => text.replaceAll(`$${i + 1}`, String(one)), messages.get(key) ?? '');
