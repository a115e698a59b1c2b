/** Settings as text, and back. Cards opened lately and a pause are of the moment and stay where they are. */
import { browser } from 'wxt/browser';
import type { ImportReport } from '../../components/options-exchange.tsx';

/** @param what whether the names of sites are in it. @returns the text of a file. */
export async function exportSettings(what: { sites: boolean }): Promise<string> {
  const stored = Object.entries(await browser.storage.local.get(null));
  const left = what.sites ? /^(?:recent|pause)$/ : /^(?:recent|pause|(?:site|not-here):.*)$/;
  return JSON.stringify(Object.fromEntries(stored.filter(([key]) => !left.test(key))), undefined, 2);
}

/** Takes in all of a file, or nothing when it is none of ours. */
export async function importSettings(text: string): Promise<ImportReport> {
  let settings: Record<string, { terms?: object } | undefined>;
  try {
    settings = JSON.parse(text) as typeof settings;
  } catch {
    return { ok: false, problems: [{ line: 1, field: 'file', mend: 'Choose a file that was saved on this page.' }] };
  }
  await browser.storage.local.set(settings);
  const keys = Object.keys(settings);
  const choices = keys.filter((key) => !/^(?:site:|not-here:|known$|saved$)/.test(key)).length;
  const sites = keys.filter((key) => key.startsWith('site:')).length;
  const notHere = keys.filter((key) => key.startsWith('not-here:')).length;
  const known = Object.keys(settings.known?.terms ?? {}).length;
  const saved = Object.keys(settings.saved?.terms ?? {}).length;
  return { ok: true, counts: { choices, known, saved, sites, notHere } };
}
