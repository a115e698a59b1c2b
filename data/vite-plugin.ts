/** Hands the compiled glossary to the bundler as two modules. A broken glossary stops the build with what to mend. */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type Compiled, compileGlossary } from './compile.ts';

const LABELS = 'virtual:underskin/labels';
const ENTRIES = 'virtual:underskin/entries';

/** Declared in `virtual-modules.d.ts`. Strings, because a browser reads them several times faster than code. */
export function glossaryPlugin(): Plugin {
  const dataDir = join(import.meta.dirname);
  let compiled: Promise<Compiled> | undefined;
  return {
    name: 'underskin-glossary',
    buildStart() {
      compiled = undefined;
    },
    resolveId: (id) => (id === LABELS || id === ENTRIES ? `\0${id}` : undefined),
    async load(id) {
      if (id !== `\0${LABELS}` && id !== `\0${ENTRIES}`) return undefined;
      compiled ??= compileGlossary(dataDir);
      const { labelData, glossary, files } = await compiled;
      for (const file of files) this.addWatchFile(file);
      const data = id === `\0${LABELS}` ? labelData : JSON.stringify(glossary);
      return `export default ${JSON.stringify(data)};`;
    },
  };
}
