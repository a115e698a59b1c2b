/** Makes the applications of `apps/` ready to run: in a page as one script, on the server as a module. */
import { join } from 'node:path';
import { transformAsync } from '@babel/core';
import solid from 'babel-preset-solid';
import { compile } from 'svelte/compiler';
import { build, createServer, type InlineConfig, type Plugin } from 'vite';

export type AppName =
  | 'react-18'
  | 'react-19'
  | 'vue'
  | 'svelte'
  | 'solid'
  | 'prosemirror'
  | 'lexical'
  | 'codemirror'
  | 'quill';

const folder = join(import.meta.dirname, 'apps');
/** React 18 is a package of its own, with its own React in it. */
const FILES: { [app in AppName]?: string } = { solid: 'solid.jsx', 'react-18': 'react-18/react-18.js' };
const fileOf = (app: AppName) => join(folder, FILES[app] ?? `${app}.js`);

/** Compiles what is not JavaScript as it stands, in the way that lets the page take over what the server wrote. */
const compilers: Plugin = {
  name: 'compilers',
  enforce: 'pre',
  async transform(code, id, options) {
    const ssr = options?.ssr === true;
    if (id.endsWith('.svelte')) {
      const { js } = compile(code, { filename: id, generate: ssr ? 'server' : 'client', dev: true });
      return { code: js.code, map: null };
    }
    if (!id.endsWith('.jsx')) return undefined;
    const preset = [solid, { generate: ssr ? 'ssr' : 'dom', hydratable: true }];
    const result = await transformAsync(code, { filename: id, presets: [preset], babelrc: false, configFile: false });
    if (typeof result?.code !== 'string') throw new Error(`${id} came out empty`);
    return { code: result.code, map: null };
  },
};

// As while developing, because only then do frameworks say what they had to mend.
const shared: InlineConfig = {
  configFile: false,
  root: folder,
  logLevel: 'error',
  mode: 'development',
  plugins: [compilers],
  define: {
    'process.env.NODE_ENV': '"development"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
};

/** @returns a script that puts what the application exports on `window.app`. */
export async function bundle(app: AppName): Promise<string> {
  const built = await build({
    ...shared,
    build: {
      write: false,
      minify: false,
      lib: { entry: fileOf(app), formats: ['iife'], name: 'app', fileName: 'app' },
    },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`No script for ${app}`);
  return `${chunk.code}\n;window.app = app;`;
}

/** @returns the HTML that the application's server answers with. */
export async function renderOnServer(app: AppName): Promise<string> {
  const server = await createServer({ ...shared, appType: 'custom', server: { middlewareMode: true, ws: false } });
  try {
    const { render } = (await server.ssrLoadModule(fileOf(app))) as { render(): Promise<string> };
    return await render();
  } finally {
    await server.close();
  }
}
