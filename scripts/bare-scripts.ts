/**
 * Takes WXT's wrapper off the scripts that run in pages. It catches what goes wrong at the start, prints it in development
 * builds only and throws it again: in a store build that is half a kilobyte in every page for nothing.
 */
import type { Plugin } from 'vite';

/** @throws Error when WXT no longer has the call, so that an upgrade can't undo this unseen. */
export function bareScripts(): Plugin {
  return {
    name: 'bare-scripts',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      // That takes a definition with options, too, which these scripts have none of.
      if (/define-unlisted-script/.test(id)) return 'export const defineUnlistedScript = (main) => ({ main });';
      if (!/virtual:wxt-unlisted-script-entrypoint/.test(id)) return undefined;
      const user = /import definition from "(.*)"/.exec(code)?.[1];
      if (user === undefined || !code.includes('definition.main()'))
        throw new Error(`${id} starts scripts in another way now; look how, and mend scripts/bare-scripts.ts.`);
      return {
        code: `import definition from ${JSON.stringify(user)};\nexport default definition.main();\n`,
        map: null,
      };
    },
  };
}
