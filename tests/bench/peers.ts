/**
 * Libraries that mark many words in a page. Each runs once, cold, in an isolated world of a fresh tab. Its source is
 * evaluated before the clock starts; the pattern is made before, too, but used for the first time within. What their
 * changes to the page cost in layout and paint afterwards is not counted. All of this is in their favour.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { runCold } from './tab.ts';
import { trieRegex } from './trie-regex.ts';

const modules = join(import.meta.dirname, '../../node_modules');
const source = (path: string) => readFileSync(join(modules, path), 'utf8');

export interface Peer {
  name: string;
  /** @returns ms that the whole list takes, or would take. */
  time: (page: Page, labels: readonly string[]) => Promise<number>;
}

/** Given the list as one regular expression, in the way that is fastest and finds most: across inline elements. */
export const REGEX_PEERS: readonly Peer[] = [
  regexPeer(
    'findAndReplaceDOMText',
    'findandreplacedomtext/src/findAndReplaceDOMText.js',
    `findAndReplaceDOMText(document.body, { preset: 'prose', find: pattern, wrap: 'mark' });`,
  ),
  regexPeer(
    'advanced-mark.js markRegExp',
    'advanced-mark.js/dist/mark.min.js',
    'new Mark(document.body).markRegExp(pattern, { acrossElements: true });',
  ),
];

const SAMPLE = 20;
const WARM_UP = 5;

/**
 * mark.js makes a pass over the page for each label, so its time grows with the list. It is timed on a sample of the
 * list, after a few labels that are not counted (being cold should not be scaled up), and the time is scaled up.
 */
export const MARK_JS: Peer = {
  name: `mark.js mark(list), ${SAMPLE} labels scaled up`,
  async time(page, labels) {
    const step = Math.floor(labels.length / (SAMPLE + WARM_UP));
    const sample = Array.from({ length: SAMPLE + WARM_UP }, (_, index) => labels[index * step] ?? '');
    const code = `function (sample) {
      const mark = (list) => new Mark(document.body).mark(list, { separateWordSearch: false, accuracy: 'exactly' });
      mark(sample.slice(0, ${WARM_UP}));
      const begin = performance.now();
      mark(sample.slice(${WARM_UP}));
      return performance.now() - begin;
    }`;
    return (await runCold<number>(page, code, [source('mark.js/dist/mark.min.js')], sample)) * (labels.length / SAMPLE);
  },
};

function regexPeer(name: string, path: string, call: string): Peer {
  return {
    name,
    time(page, labels) {
      const code = `function (pattern) {
        pattern = new RegExp(pattern, 'gi');
        const begin = performance.now();
        ${call}
        const ms = performance.now() - begin;
        if (!document.querySelector('mark')) throw new Error('${name} marked nothing.');
        return ms;
      }`;
      return runCold<number>(page, code, [source(path)], trieRegex(labels).source);
    },
  };
}
