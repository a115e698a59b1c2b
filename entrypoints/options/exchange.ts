/** Settings as text, and back. */
import { browser } from 'wxt/browser';
import type { ImportReport } from '../../components/options-exchange.tsx';

export async function exportSettings({ sites }: { sites: boolean }): Promise<string> {
  const stored = await browser.storage.local.get(null);
  const kept = Object.entries(stored).filter(([key]) => sites || !/^(?:site|not-here):/.test(key));
  return JSON.stringify(Object.fromEntries(kept), undefined, 2);
}

export async function importSettings(text: string): Promise<ImportReport> {
  let settings: Record<string, unknown>;
  try {
    settings = JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    return { ok: false, problems: [{ line: 1, field: 'file', mend: `Choose a file of settings. ${String(error)}` }] };
  }
  await browser.storage.local.set(settings);
  return { ok: true, counts: { settings: Object.keys(settings).length } };
}
