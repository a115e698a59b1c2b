/**
 * Takes the settings out as a file and brings them in from one. The list of recent cards and a pause stay where they are:
 * they say what somebody did a moment ago, not how they want things.
 */
import { fieldsOf, KNOWN, notHereKey, oneOf, siteKey } from './choices.ts';
import { SAVED, type TermTimes, termsIn, withLists } from './lists.ts';
import {
  CHOICES,
  FILE_VERSION,
  FORMAT,
  isHost,
  isTermId,
  type Problem,
  readSettingsFile,
  type SettingsFile,
  SITE_MARKS,
  wholeFile,
} from './settings-file.ts';
import { type Changes, isLater, keep, NotKeptError, readRaw } from './stored.ts';

/** `counts`: how many choices, terms and sites came in, by the part of the file: `choices`, `known`, `saved`, `sites`, `notHere`. */
export type ImportReport = { ok: true; counts: Record<string, number> } | { ok: false; problems: Problem[] };

/**
 * @param options.sites whether the names of sites go into it: where marks are on or off, and where terms mean something
 * else.
 * @returns the text of the file. What a later version of the extension has stored is left out.
 * @throws NotKeptError when the browser can't read its storage.
 */
export async function exportSettings({ sites }: { sites: boolean }): Promise<string> {
  const stored = await readRaw();
  const read = fieldsOf(stored);
  const isOurs = (key: string) => !isLater(stored[key]);
  const list = (key: string) => (isOurs(key) ? wellFormed(termsIn(read, key)) : undefined);
  const choices = [...CHOICES].filter(([, { key }]) => isOurs(key));
  const file: SettingsFile = {
    format: FORMAT,
    version: FILE_VERSION,
    date: new Date().toISOString(),
    choices: Object.fromEntries(choices.map(([name, { key, field, all }]) => [name, oneOf(all, read(key, field))])),
    known: list(KNOWN),
    saved: list(SAVED),
    ...(sites && {
      sites: bySite(stored, siteKey, (key) => SITE_MARKS.find((marks) => marks === read(key, 'marks'))),
      notHere: bySite(stored, notHereKey, (key) => {
        const terms = list(key);
        return terms && Object.keys(terms).length > 0 ? terms : undefined;
      }),
    }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Brings in all of a file or, when there is a fault in it, nothing. What the file names is replaced as a whole: its list of
 * known terms takes the place of the one that was here, its sites the place of all sites. What it does not name stays.
 * @param text of the file, decoded as UTF-8; a byte order mark is no harm. No need to decode one of more than 2 MB: it is
 * refused.
 */
export async function importSettings(text: string): Promise<ImportReport> {
  const file = readSettingsFile(text);
  if (Array.isArray(file)) return { ok: false, problems: file };
  try {
    await withLists(async () => keep(changesOf(file, Object.keys(await readRaw()))));
  } catch (error) {
    if (!(error instanceof NotKeptError)) throw error;
    return { ok: false, problems: [wholeFile(error.message)] };
  }
  return { ok: true, counts: countsOf(file) };
}

/** @param stored all keys there are. */
function changesOf({ choices = {}, known, saved, sites, notHere }: SettingsFile, stored: string[]): Changes {
  const changes: Changes = {};
  for (const [name, value] of Object.entries(choices)) {
    const choice = CHOICES.get(name);
    if (choice) changes[choice.key] = { [choice.field]: value };
  }
  const put = (key: string, terms: TermTimes) => {
    changes[key] = Object.keys(terms).length > 0 ? { terms } : undefined;
  };
  if (known) put(KNOWN, known);
  if (saved) put(SAVED, saved);
  if (sites) {
    for (const host of hostsIn(stored, siteKey)) changes[siteKey(host)] = undefined;
    for (const [host, marks] of Object.entries(sites)) changes[siteKey(host)] = { marks };
  }
  if (notHere) {
    for (const host of hostsIn(stored, notHereKey)) changes[notHereKey(host)] = undefined;
    for (const [host, terms] of Object.entries(notHere)) put(notHereKey(host), terms);
  }
  return changes;
}

function countsOf({ choices, known, saved, sites, notHere }: SettingsFile): Record<string, number> {
  const parts = Object.entries({ choices, known, saved, sites, notHere }).filter(([, part]) => part !== undefined);
  return Object.fromEntries(parts.map(([name, part]) => [name, Object.keys(part ?? {}).length]));
}

type KeyOf = (host: string) => string;

function hostsIn(keys: string[], keyOf: KeyOf): string[] {
  const start = keyOf('');
  return keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
}

/** In the order of the alphabet, so that two files of the same settings are the same. */
const sorted = <T>(entries: [string, T][]) => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));

const wellFormed = (terms: TermTimes): TermTimes => sorted(Object.entries(terms).filter(([term]) => isTermId(term)));

/** @returns what `read` finds under the key of each host, where it finds something. */
function bySite<T>(
  stored: Record<string, unknown>,
  keyOf: KeyOf,
  read: (key: string) => T | undefined,
): Record<string, T> {
  const hosts = hostsIn(Object.keys(stored), keyOf).filter(isHost);
  return sorted(
    hosts.flatMap((host): [string, T][] => {
      const found = read(keyOf(host));
      return found === undefined ? [] : [[host, found]];
    }),
  );
}
