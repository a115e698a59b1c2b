import { expect, test } from 'vitest';
import { readLabels, writeLabels } from '../../../matching/label-index.ts';
import { scanText } from '../../../page/text-scanner.ts';

const index = readLabels(
  writeLabels([{ text: 'zonulin', term: 'zonulin', when: 'always', sisters: [], caseExact: false }]),
);

/** Ids of the blocks that may hold the label, in the order they come, and how much text was looked over for them. */
function scan(html: string, from?: Node | null): { blocks: string[]; length: number } {
  document.body.innerHTML = html;
  const steps = [
    ...scanText([document.body], index, (from === undefined ? undefined : document.body.lastChild) as Text),
  ];
  return {
    blocks: steps.flatMap(({ block }) => (block ? [block.id] : [])),
    length: steps.reduce((sum, { length }) => sum + length, 0),
  };
}

test('what stands before the text to begin with is looked over once, and last', () => {
  const { blocks, length } = scan('<p id="before">zonulin</p>the end', null);
  expect(blocks).toEqual(['before']);
  expect(length).toBe('zonulinthe end'.length);
});

test('a page that writes the character which stands between two texts hides no label by it', () => {
  expect(scan('<p id="a">\u0001\u0001</p><p id="b">zonulin</p><p id="c">nothing</p>').blocks).toEqual(['b']);
});
