/** Pages that are unlike an article: other kinds of document, odd trees, odd styles, the top layer. */
import type { Browser } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { settle } from '../bench/tab.ts';
import { longestOf, trace } from '../bench/trace.ts';
import { KINDS } from './pages/document-kinds.ts';
import { titled } from './pages/fixture.ts';
import { startPair } from './pages/pair.ts';
import { runFixture } from './pages/run-fixture.ts';
import { STYLES } from './pages/styles.ts';
import { TOP_LAYER } from './pages/top-layer.ts';
import { TREES } from './pages/trees.ts';
import { browserName } from './start.ts';

const pair = startPair();
const held = { card: 0, none: 0 };

describe.each([
  ['kind of document', KINDS],
  ['tree', TREES],
  ['style', STYLES],
  ['top layer', TOP_LAYER],
] as const)('%s', (_, fixtures) => {
  test.each(titled(fixtures))('%s', async (_, fixture) => {
    await runFixture(pair, fixture);
    held[fixture.expect]++;
  });
});

// A figure to read, not a bar: how long a task takes is for the machine to say as well. Chromium alone can tell whose it was.
test.runIf(browserName === 'chromium')(
  'heavy pages are marked, and how long our longest task was there',
  async () => {
    for (const { name, page: body } of TREES.filter(({ name }) => /hundred thousand|deep|megabytes/.test(name))) {
      const url = pair.put({ body: String(body) });
      const longest = async (which: Browser) => {
        const page = await which.newPage();
        const during = async () => {
          await page.goto(url);
          await settle(page);
        };
        const { slices } = await trace(which, page, during, { tasks: true });
        if (which === pair.withUs) expect(await pair.markedWords(url), name).toContain('rosacea');
        await page.close();
        return longestOf(slices).toFixed(1);
      };
      const [ours, bare] = [await longest(pair.withUs), await longest(pair.bare)];
      console.log(`${name}: longest task that is not the page's ${ours} ms, in the bare browser ${bare} ms`);
    }
  },
  60_000,
);

afterAll(() => {
  console.log(`odd pages in ${browserName}: ${held.card} with a card as expected, ${held.none} left alone as expected`);
});
