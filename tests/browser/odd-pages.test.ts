/** Pages that are unlike an article: other kinds of document, odd trees, odd styles, the top layer. */
import { afterAll, describe, test } from 'vitest';
import { KINDS } from './pages/document-kinds.ts';
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
  test.each(fixtures)('$name: $expect', async (fixture) => {
    await runFixture(pair, fixture);
    held[fixture.expect]++;
  });
});

afterAll(() => {
  console.log(`odd pages in ${browserName}: ${held.card} with a card as expected, ${held.none} left alone as expected`);
});
