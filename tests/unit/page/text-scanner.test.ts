import { expect, test } from 'vitest';
import { readLabels, writeLabels } from '../../../matching/label-index.ts';
import { scanText } from '../../../page/text-scanner.ts';

const index = readLabels(
  writeLabels(
    ['zonulin', 'IL-17', 'gut microbiome'].map((text) => ({
      text,
      term: text,
      when: 'always' as const,
      sisters: [],
      caseExact: false,
    })),
  ),
);

/** Text nodes by block; `begin` stands at the text to begin with. */
type Page = Record<string, string[]>;

/** Ids of the blocks that may hold a label, in the order they come, and how much text was looked over for them. */
function scan(page: Page, begin?: [block: string, node: number]): { blocks: string[]; length: number } {
  document.body.replaceChildren();
  for (const [id, texts] of Object.entries(page)) {
    const block = document.createElement('p');
    block.id = id;
    block.append(...texts);
    document.body.append(block);
  }
  const from = begin && (document.getElementById(begin[0])?.childNodes[begin[1]] as Text);
  const steps = [...scanText([document.body], index, from)];
  return {
    blocks: steps.flatMap((step) => (step instanceof Element ? [step.id] : [])),
    length: steps.reduce<number>((sum, step) => sum + (step instanceof Element ? 0 : step), 0),
  };
}

test('what stands before the text to begin with is looked over last', () => {
  const filler = [...'abcdefghijklmnopqrst'];
  expect(scan({ before: ['zonulin'], filler, after: ['zonulin'] }, ['after', 0]).blocks).toEqual(['after', 'before']);
});

test.each([
  ['in the middle of a label', ['IL', '17'], 1],
  ['behind a word between', ['gut', ' and mind ', 'microbiome'], 2],
  ['behind nodes without text', ['IL', '', '', '', '17'], 4],
])('a block is seen that begins before the text to begin with, %s', (_, texts, node) => {
  expect(scan({ a: ['x'], split: texts, b: ['y'] }, ['split', node]).blocks).toEqual(['split']);
});

test.each([
  ['without text', ['IL', '', '', '17']],
  ['of spaces', ['IL', ' ', '17']],
  ['of spaces, several', ['IL', ' ', '\n', '17']],
  ['of a hyphen', ['IL', '-', '17']],
  ['in which a word goes on', ['I', '', 'L', '17']],
])('what comes between the words of a label hides it not: nodes %s', (_, texts) => {
  expect(scan({ a: texts }).blocks).toEqual(['a']);
});

test('what is not read, such as the reading of a ruby, hides no label', () => {
  document.body.innerHTML = '<p id="a"><ruby>IL<rt>ay el</rt></ruby>-17</p>';
  const found = [...scanText([document.body], index)].flatMap((step) => (step instanceof Element ? step.id : []));
  expect(found).toEqual(['a']);
});

test('a page that writes the character which stands between two texts hides no label by it', () => {
  expect(scan({ a: ['\u0001\u0001'], b: ['zonulin'], c: ['nothing'] }).blocks).toEqual(['b']);
});
