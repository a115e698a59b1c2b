/** Makes what settings/ exports callable in pages of the built extension and in its background, whose own code hides it. */
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
const BROWSER = '\0browser';

/** @returns a script that sets `globalThis.settings`, built from the same files as the extension. */
export async function settingsScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '#i18n': join(root, '.wxt/i18n/index.ts') } },
    plugins: [
      {
        name: 'browser',
        enforce: 'pre',
        resolveId: (id) => (id === 'wxt/browser' ? BROWSER : undefined),
        load: (id) => (id === BROWSER ? 'export const browser = globalThis.browser ?? globalThis.chrome;' : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'settings-entry.ts'), formats: ['iife'], name: 'unused' },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('Nothing was built');
  return output.output[0].code;
}
