import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileGlossary } from '../../../data/compile.ts';
import { findMentions } from '../../../matching/find-mentions.ts';
import { readLabels } from '../../../matching/label-index.ts';
import { readSample } from '../../spotting/sample.ts';

const { labelData } = await compileGlossary(join(import.meta.dirname, '../../../data'));
const index = readLabels(labelData);
const pages = await readSample();

test('precision and recall on our own annotated sample', () => {
  const missed: string[] = [];
  const wrong: string[] = [];
  let right = 0;
  for (const { place, text, spans } of pages) {
    const key = ({ start, end, term }: { start: number; end: number; term: string }) =>
      `${place} ${term} "${text.slice(start, end)}" at ${start}`;
    const found = new Set(findMentions(text, index).map(key));
    const meant = new Set(spans.map(key));
    for (const mention of found) {
      if (meant.has(mention)) right++;
      else wrong.push(mention);
    }
    for (const mention of meant) if (!found.has(mention)) missed.push(mention);
  }
  const precision = right / (right + wrong.length);
  const recall = right / (right + missed.length);
  console.log(
    `${pages.length} pages, ${right} right, ${wrong.length} wrong, ${missed.length} missed: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
  );
  expect(pages.length).toBeGreaterThanOrEqual(400);
  expect(precision, `wrong:\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(0.99);
  expect(recall, `missed:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(0.97);
});
