/**
 * Takes `dangerouslySetInnerHTML` out of Preact: nothing here uses it, the stores' linter warns of the assignment, and
 * what can't be said can't be got wrong.
 */
import type { Plugin } from 'vite';

const ASSIGNMENT = /\b(\w+)\.innerHTML\s*=\s*(\w+)\.__html/g;

/** @throws Error when Preact no longer has the assignment, so that an upgrade can't undo this unseen. */
export function plainTextPreact(): Plugin {
  return {
    name: 'plain-text-preact',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]preact(?:\.module)?\.m?js$/.test(id)) return undefined;
      if (!code.match(ASSIGNMENT))
        throw new Error(`${id} has no innerHTML assignment any more; look how Preact sets it now.`);
      return { code: code.replace(ASSIGNMENT, '$1.textContent=$2.__html'), map: null };
    },
  };
}
