/** Builds the extension in a language that nobody speaks: every word of ours longer, accented and between brackets. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'wxt';
import { parse, stringify } from 'yaml';

const root = join(import.meta.dirname, '../..');
const ACCENTED: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};
/** Other languages take up to so much more room than English. */
const LONGER = 0.35;

type Words = string | { [key: string]: Words };

/** @returns the text as it would be in a longer language. What is filled in, and which words are marked, stays. */
export function pseudo(text: string): string {
  const accented = text.replace(/\{\w+\}|\$\d|[aeiou]/gi, (part) => ACCENTED[part] ?? part);
  // Longer by words, which can be broken between, as a sentence in another language is; a single word by half a word.
  const more = Math.ceil(text.length * LONGER);
  const padding = more < 5 ? '~'.repeat(more) : ' ~~~~'.repeat(Math.round(more / 5));
  return `⟦${accented}${padding}⟧`;
}

const allPseudo = (words: Words): Words =>
  typeof words === 'string'
    ? pseudo(words)
    : Object.fromEntries(Object.entries(words).map(([key, value]) => [key, allPseudo(value)]));

/** Builds into the folder that `buildFolder('pseudo')` of `start.ts` names; the card can be looked into. */
export async function buildPseudo(browser: 'chrome' | 'firefox'): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'underskin-words-'));
  const english = parse(await readFile(join(root, 'components/locales/en.yml'), 'utf8')) as Words;
  try {
    process.env.UNDERSKIN_LOCALES = folder;
    await writeFile(join(folder, 'en.yml'), stringify(allPseudo(english)));
    await build({ root, browser, mode: 'e2e', outDirTemplate: '{{browser}}-mv{{manifestVersion}}-pseudo' });
  } finally {
    delete process.env.UNDERSKIN_LOCALES;
    await rm(folder, { recursive: true, force: true });
  }
}
