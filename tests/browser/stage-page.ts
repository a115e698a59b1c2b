import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** @param locales folder of a build's `_locales`. @returns an HTML page with `showCard`. */
export async function stagePage(locales: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [preact()],
    resolve: { alias: { '#i18n': join(root, '.wxt/i18n/index.ts') } },
    build: {
      write: false,
      // Left as it is written: a smaller sheet would be one for older browsers.
      target: 'esnext',
      minify: false,
      lib: { entry: join(import.meta.dirname, 'card-stage.tsx'), formats: ['iife'], name: 'stage' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [bundle] = [built].flat();
  if (!bundle || !('output' in bundle)) throw new Error('The stage was not built; vite is watching instead.');
  const code = bundle.output[0].code.replaceAll('</script', '<\\/script');
  const messages = await readFile(join(locales, 'en/messages.json'), 'utf8');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>A card</title></head>
    <body style="margin: 8px"><main></main><script>
      const messages = ${messages.replaceAll('</script', '<\\/script')};
      globalThis.browser = { runtime: { id: 'stage' }, i18n: { getMessage: (key, words = []) =>
        [words].flat().reduce((text, word, i) => text.replaceAll('$' + (i + 1), word), messages[key]?.message ?? '') } };
    </script><script>${code}</script></body></html>`;
}
