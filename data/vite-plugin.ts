/** Hands the compiled glossary to the bundler as two modules. A broken glossary stops the build with what to mend. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { type Compiled, compileGlossary } from './compile.ts';

const LABELS = 'virtual:underskin/labels';
const ENTRIES = 'virtual:underskin/entries';

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
      if (id !== LABELS && id !== ENTRIES) return undefined;
      if (importer !== undefined) importers.add(importer);
      return `\0${id}`;
    },
    async load(id) {
      if (id !== `\0${LABELS}` && id !== `\0${ENTRIES}`) return undefined;
      compiled ??= compileGlossary(dataDir);
      const { labelData, glossary } = await compiled;
      // The benchmark builds with lists of its own.
      const list = process.env.UNDERSKIN_LABELS;
      const labels = list === undefined ? labelData : await readFile(list, 'utf8');
      return `export default ${JSON.stringify(id === `\0${LABELS}` ? labels : JSON.stringify(glossary))};`;
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
