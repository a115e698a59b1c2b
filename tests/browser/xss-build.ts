/** The extension as it would be if somebody had got markup into every text of the glossary. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { build } from 'wxt';
import { compileGlossary } from '../../data/compile.ts';
import type { Citation, Entry, Glossary } from '../../data/entry.ts';
import { XSS_STRINGS } from './xss-strings.ts';

const root = join(import.meta.dirname, '../..');

/** The one address in it; addresses are made by `data/compile.ts` from identifiers that the schema holds to a form. */
export const STUDY_URL = 'https://doi.org/10.1000/xss';

/** Terms that pages of the extension show on their own account, and the one that a page of the test says. */
const SHOWN = ['butyrate', 'rosacea', 'zonulin'];

export interface XssBuild {
  folder: string;
  /** Of as many terms as there are texts, by the name that pages say: the text that stands in every field. */
  texts: Map<string, string>;
  remove(): Promise<void>;
}

/** Builds it for `browser`, with the card's root open. */
export async function buildXss(browser: 'chrome' | 'firefox'): Promise<XssBuild> {
  const { glossary } = await compileGlossary(join(root, 'data'));
  const ids = [...new Set([...SHOWN, ...Object.keys(glossary)])].slice(0, XSS_STRINGS.length);
  const textAt = (i: number) => XSS_STRINGS[i] ?? '';
  const poisoned: Glossary = Object.fromEntries(
    ids.map((id, i) => [id, poisonedEntry(id, ids[(i + 1) % ids.length] ?? id, textAt(i), i)]),
  );
  const citations: Record<string, Citation> = Object.fromEntries(
    ids.map((id, i) => [id, { id, text: textAt(i), bibtex: textAt(i), ris: textAt(i) }]),
  );
  const outDir = await mkdtemp(join(tmpdir(), 'underskin-xss-'));
  await build({
    root,
    browser,
    mode: 'e2e',
    outDir,
    hooks: {
      'vite:build:extendConfig': (_, config) => {
        config.plugins = [poison(poisoned, citations), ...(config.plugins ?? [])];
      },
    },
  });
  return {
    folder: join(outDir, `${browser}-mv3-e2e`),
    texts: new Map(ids.map((id, i) => [glossary[id]?.name ?? id, textAt(i)])),
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}

function poison(glossary: Glossary, citations: Record<string, Citation>): Plugin {
  const modules: Record<string, unknown> = {
    'virtual:underskin/entries': glossary,
    'virtual:underskin/citations': citations,
  };
  return {
    name: 'poison',
    enforce: 'pre',
    resolveId: (id) => (id in modules ? `\0poisoned ${id}` : undefined),
    load(id) {
      const value = modules[id.replace('\0poisoned ', '')];
      return id.startsWith('\0poisoned ') ? `export default ${JSON.stringify(JSON.stringify(value))};` : undefined;
    },
  };
}

/** Every field there is; every third term is a disputed one, which has another layout. */
function poisonedEntry(id: string, next: string, text: string, number: number): Entry {
  const study = { id, cite: text, title: text, journal: text, url: STUDY_URL, finding: text, retracted: text };
  const claim = { text, certainty: 'low', subjects: ['animals'], reason: text, studies: [id] } as const;
  return {
    id,
    name: text,
    kind: (['molecule', 'therapy', 'microbe'] as const)[number % 3] ?? 'molecule',
    also: [text, text],
    old: [text],
    hidden: [text],
    say: text,
    inShort: text,
    explain: text,
    claims: [
      { ...claim, subjects: ['animals'], studies: [id] },
      { ...claim, subjects: ['animals'], studies: [id] },
    ],
    misreading: text,
    howToRead: { whenYouRead: text, itMeans: text, goodFor: text, notFor: text },
    harms: text,
    askFirst: text,
    livesIn: text,
    ...(number % 3 === 0 && { disputed: { agreed: text, notShown: text, usedToSell: text } }),
    studies: [{ ...study, design: 'cohort', subjects: 'people', n: 61 }],
    related: [{ id: next, name: text, as: 'see-also' }],
    reviewed: '2026-01-31',
  };
}
