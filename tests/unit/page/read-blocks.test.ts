import { beforeEach, describe, expect, test } from 'vitest';
import { blockElementOf, isSkippedWithin, readBlocks } from '../../../page/read-blocks.ts';

const textsOf = (html: string) => {
  document.body.innerHTML = html;
  return [...readBlocks(document.body)].map((block) => block.text.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
};

const cases: [what: string, html: string, texts: string[]][] = [
  ['paragraphs are apart', '<p>one</p><p>two</p>', ['one', 'two']],
  ['inline elements are joined', '<p>short-<b>ch<i>ai</i>n</b> fatty</p>', ['short-chain fatty']],
  ['text around a block is in two pieces', '<div>before<p>inside</p>after</div>', ['before', 'inside', 'after']],
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

describe('readBlocks', () => {
  beforeEach(() => {
    document.body.innerHTML = '';
  });

  test.each(cases)('%s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  test('says where each text node starts', () => {
    document.body.innerHTML = '<p>short-<b>chain</b> fatty</p>';
    const [block] = [...readBlocks(document.body)];
    expect(block?.starts).toEqual([0, 6, 11]);
    expect(block?.nodes.map((node) => node.data)).toEqual(['short-', 'chain', ' fatty']);
    expect(block?.element.localName).toBe('p');
  });

  test('shallow reads only what an element lays out itself', () => {
    document.body.innerHTML = '<div>before <b>it</b><p>inside</p>after</div>';
    const div = document.querySelector('div') as HTMLElement;
    expect([...readBlocks(div, { shallow: true })].map((block) => block.text)).toEqual(['before it', 'after']);
  });

  test('reads open shadow roots and tells of them', () => {
    document.body.innerHTML = '<section><p>light</p></section>';
    const root = (document.querySelector('section') as HTMLElement).attachShadow({ mode: 'open' });
    root.innerHTML = '<p>shadow</p>';
    const seen: ShadowRoot[] = [];
    const texts = [...readBlocks(document.body, { onShadowRoot: (shadow) => seen.push(shadow) })].map(
      (block) => block.text,
    );
    expect(texts).toEqual(['light', 'shadow']);
    expect(seen).toEqual([root]);
  });
});

test('blockElementOf and isSkippedWithin look outwards', () => {
  document.body.innerHTML = '<div contenteditable><p>a <b>bold</b></p></div><section><i>c</i></section>';
  const bold = document.querySelector('b') as HTMLElement;
  expect(blockElementOf(bold)?.localName).toBe('p');
  expect(isSkippedWithin(bold)).toBe(true);
  expect(isSkippedWithin(document.querySelector('i') as HTMLElement)).toBe(false);
});
