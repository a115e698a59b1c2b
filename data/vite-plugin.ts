/** Hands the compiled glossary to the bundler as three modules. A broken glossary stops the build with what to mend. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { type Compiled, compileGlossary } from './compile.ts';

const LABELS = 'virtual:underskin/labels';
const ENTRIES = 'virtual:underskin/entries';
const CITATIONS = 'virtual:underskin/citations';

/** Files that import the glossary. Shared by all builds of a run, because the one that watches is not the one that builds. */
const importers = new Set<string>();

/** Declared in `virtual-modules.d.ts`. Strings, because a browser reads them several times faster than code. */
export function glossaryPlugin(): Plugin {
  const dataDir = import.meta.dirname;
  let compiled: Promise<Compiled> | undefined;
  return {
    name: 'underskin-glossary',
    buildStart() {
      compiled = undefined;
    },
    resolveId(id, importer) {
      if (id !== LABELS && id !== ENTRIES && id !== CITATIONS) return undefined;
      if (importer !== undefined) importers.add(importer);
      return `\0${id}`;
    },
    async load(id) {
      const of = async () => {
        compiled ??= compileGlossary(dataDir);
        return compiled;
      };
      const text = (value: string) => `export default ${JSON.stringify(value)};`;
      switch (id) {
        case `\0${LABELS}`: {
          // The benchmark builds with lists of its own.
          const list = process.env.UNDERSKIN_LABELS;
          return text(list === undefined ? (await of()).labelData : await readFile(list, 'utf8'));
        }
        case `\0${ENTRIES}`:
          return text(JSON.stringify((await of()).glossary));
        case `\0${CITATIONS}`: {
          const { citations } = await import('./export/citations.ts');
          return text(JSON.stringify(citations((await of()).studies)));
        }
        default:
          return undefined;
      }
    },
    configureServer({ watcher }) {
      // The build knows these files by the modules made of them only, so whoever imports those counts as changed.
      watcher.add(dataDir);
      watcher.on('change', (path) => {
        if (!path.startsWith(dataDir) || !/\.(?:yaml|json)$/.test(path)) return;
        for (const importer of importers) watcher.emit('all', 'change', importer);
      });
    },
  };
}
