import { beforeEach, describe, expect, test } from 'vitest';
import { type Block, blockElementOf, isSkippedWithin, ownBlocks } from '../../../page/read-blocks.ts';

/** The blocks of all elements that lay text out, outer ones first. */
const blocksOf = (root: Element): Block[] =>
  [root, ...root.querySelectorAll('*')]
    .filter((element) => blockElementOf(element) === element && !isSkippedWithin(element))
    .flatMap((element) => ownBlocks(element));

const textsOf = (html: string) => {
  document.body.innerHTML = html;
  return blocksOf(document.body)
    .map((block) => block.text.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);
};

const cases: [what: string, html: string, texts: string[]][] = [
  ['paragraphs are apart', '<p>one</p><p>two</p>', ['one', 'two']],
  ['inline elements are joined', '<p>short-<b>ch<i>ai</i>n</b> fatty</p>', ['short-chain fatty']],
  ['text around a block is in two pieces', '<div>before<p>inside</p>after</div>', ['before', 'after', 'inside']],
  ['a line break is a space', '<p>gut<br>skin</p>', ['gut skin']],
  ['a break opportunity is nothing', '<p>micro<wbr>biome</p>', ['microbiome']],
  [
    'what is not text keeps words apart',
    '<p>tight<img> junctions, gut<button>x</button>skin</p>',
    ['tight\ufffc junctions, gut\ufffcskin'],
  ],
  ['a footnote is not part of the word', '<p>zonulin<sup>1</sup> rose</p>', ['zonulin\ufffc rose']],
  ['a lowered number is', '<p>vitamin D<sub>3</sub></p>', ['vitamin D3']],
  ['ruby shows its base', '<p><ruby>gut<rt>gʌt</rt></ruby> flora</p>', ['gut flora']],
  [
    'code, forms, navigation and roles are left out',
    '<pre>a</pre><nav>b</nav><p role="button">c</p><textarea>d</textarea><p>e</p>',
    ['e'],
  ],
  ['what can be edited is left out', '<div contenteditable>a<p>b</p></div><div contenteditable="false">c</div>', ['c']],
  ['comments and empty text do not matter', '<p>sk<!-- x -->in</p>', ['skin']],
  ['lists and tables', '<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>', ['a', 'b', 'c', 'd']],
  ['numbers alone are not worth reading', '<p>12</p><p>a1</p>', ['a1']],
];

describe('ownBlocks', () => {
  beforeEach(() => {
    document.body.innerHTML = '';
  });

  test.each(cases)('%s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  test('says where each text node starts', () => {
    document.body.innerHTML = '<p>short-<b>chain</b> fatty</p>';
    const [block] = blocksOf(document.body);
    expect(block?.starts).toEqual([0, 6, 11]);
    expect(block?.nodes.map((node) => node.data)).toEqual(['short-', 'chain', ' fatty']);
    expect(block?.element.localName).toBe('p');
  });

  test('reads only what an element lays out itself', () => {
    document.body.innerHTML = '<div>before <b>it</b><p>inside</p>after</div>';
    const div = document.querySelector('div') as HTMLElement;
    expect(ownBlocks(div).map((block) => block.text)).toEqual(['before it', 'after']);
  });

  test('reads text that stands in an open shadow root without a block of its own', () => {
    document.body.innerHTML = '<x-word>light</x-word>';
    const host = document.querySelector('x-word') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = 'in the <b>shadow</b>';
    expect(ownBlocks(host).map((block) => block.text)).toEqual(['light', 'in the shadow']);
  });
});

test('blockElementOf and isSkippedWithin look outwards', () => {
  document.body.innerHTML = '<div contenteditable><p>a <b>bold</b></p></div><section><i>c</i></section>';
  const bold = document.querySelector('b') as HTMLElement;
  expect(blockElementOf(bold)?.localName).toBe('p');
  expect(isSkippedWithin(bold)).toBe(true);
  expect(isSkippedWithin(document.querySelector('i') as HTMLElement)).toBe(false);
});
