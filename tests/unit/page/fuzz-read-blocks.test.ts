/**
 * The reader of a page's text against a reference that is slow and plain: it goes down the tree by recursion and asks of
 * each node what the reader asks. `FUZZ_RUNS=1000000 npx vitest run --project unit tests/unit/page/fuzz` runs longer.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCandidates } from '../../../matching/find-candidates.ts';
import { readLabels, writeLabels } from '../../../matching/label-index.ts';
import { type Block, blockElementOf, isSkippedWithin, ownBlocks } from '../../../page/read-blocks.ts';
import { scanText } from '../../../page/text-scanner.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 10_000);

interface Piece {
  /** Of an element; text and comments have none. */
  name?: string;
  text?: string;
  comment?: string;
  attributes?: Record<string, string>;
  children?: Piece[];
  shadow?: Piece[];
}

const NAMES = {
  inline: 'b i span a em font mark ruby slot wbr'.split(' '),
  block: 'p div li section h2 td x-word details label'.split(' '),
  skipped: 'code pre button nav script style textarea svg noscript template select'.split(' '),
  special: 'br sup sub rt rp img'.split(' '),
};
const WORDS =
  'zonulin|rosacea|tight|junctions|junct|ions|gut|-|skin|zo|nul|in|short-chain fatty acids|short|chain|fatty|acids| |  |\n|, |. |the|of|and|IL|17|A|TNF|α|x'.split(
    '|',
  );
const ODD =
  '|\u00ad|\u200b|\u0301|\u202e|\ufffc|\u0000|\u0001|\ud83d|\ude00|\ud83d\ude00|\ufb01|\u2028|\u00a0|\u3042|\u0e01|0'.split(
    '|',
  );

const text = fc.array(fc.constantFrom(...WORDS, ...WORDS, ...ODD), { maxLength: 4 }).map((words) => words.join(''));
const attributes = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Record<string, string>>({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { contenteditable: '' },
      { contenteditable: 'false' },
      { contenteditable: 'PLAINTEXT-ONLY' },
      { role: 'button' },
      { role: 'article' },
      { style: 'display: block' },
      { style: 'display: inline-block' },
      { hidden: '' },
    ),
  },
);
const { tree } = fc.letrec<{ tree: Piece[]; piece: Piece }>((tie) => ({
  tree: fc.array(tie('piece'), { maxLength: 6 }),
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: text.map((text) => ({ text })) },
    { weight: 1, arbitrary: text.map((comment) => ({ comment })) },
    {
      weight: 6,
      arbitrary: fc.record({
        name: fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...NAMES.inline) },
          { weight: 4, arbitrary: fc.constantFrom(...NAMES.block) },
          { weight: 1, arbitrary: fc.constantFrom(...NAMES.skipped) },
          { weight: 2, arbitrary: fc.constantFrom(...NAMES.special) },
        ),
        attributes,
        children: tie('tree'),
        shadow: fc.option(tie('tree'), { freq: 12, nil: undefined }),
      }),
    },
  ),
}));

/** What no parser puts anything into; the reading of a ruby is short. */
const VOID = new Set(['br', 'img', 'wbr']);

/** Those that take a shadow root, as far as they are used here. */
const CAN_HOST = new Set('p div section h2 span x-word'.split(' '));

function build(pieces: readonly Piece[], into: Node): void {
  for (const { name, text, comment, attributes = {}, children = [], shadow } of pieces) {
    if (text !== undefined) into.appendChild(document.createTextNode(text));
    else if (comment !== undefined) into.appendChild(document.createComment(comment));
    else if (name !== undefined) {
      const element = document.createElement(name);
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      if (!VOID.has(name)) build(name === 'rt' || name === 'rp' ? children.slice(0, 1) : children, element);
      if (shadow && CAN_HOST.has(name)) build(shadow, element.attachShadow({ mode: 'open' }));
      into.appendChild(element);
    }
  }
}

const INLINE = new Set(
  'a abbr b bdi bdo cite data del dfn em font i ins label mark q ruby rb s small span strong sub time u var wbr slot output'.split(
    ' ',
  ),
);
const SKIPPED = new Set([...NAMES.skipped, 'img', 'rt', 'rp']);
const OBJECT = '\ufffc';

function isSkipped(element: Element): boolean {
  const editable = element.getAttribute('contenteditable')?.toLowerCase();
  if (SKIPPED.has(element.localName) || (editable !== undefined && editable !== 'false')) return true;
  return element.getAttribute('role') === 'button';
}

type Run = Pick<Block, 'text' | 'nodes' | 'starts'>;

/** What `element` lays out below `root`, by recursion. */
function runsOf(root: Node): Run[] {
  const runs: Run[] = [];
  let run: Run = { text: '', nodes: [], starts: [] };
  let edge: HTMLElement | undefined;
  const finish = () => {
    runs.push(run);
    run = { text: '', nodes: [], starts: [] };
    edge = undefined;
  };
  const isLetter = (character: string | undefined) => /[0-9a-z\u00ad\u00c0-\u1fff\u2c00-\uffff]/i.test(character ?? '');
  const visit = (parent: Node) => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        const asBox = edge?.style.display === 'block';
        if (asBox && isLetter(run.text.at(-1)) && isLetter(child.data[0])) run.text += OBJECT;
        if (child.data === '') continue;
        edge = undefined;
        run.nodes.push(child);
        run.starts.push(run.text.length);
        run.text += child.data;
      } else if (child instanceof HTMLElement || child instanceof SVGElement) {
        const name = child.localName;
        const separator = name === 'br' ? '\n' : isSkipped(child) || name === 'sup' ? OBJECT : undefined;
        if (separator !== undefined) {
          if (name !== 'rt' && name !== 'rp' && run.text !== '') run.text += separator;
        } else if (INLINE.has(name)) {
          edge = child as HTMLElement;
          visit(child);
          edge = child as HTMLElement;
        } else finish();
      }
    }
  };
  visit(root);
  finish();
  return runs.filter((one) => /[a-z\u00c0-\uffff]/i.test(one.text));
}

/** Every element below `root`, through open shadow roots. */
function elementsIn(root: Node): Element[] {
  const found: Element[] = [];
  for (const child of root.childNodes) {
    if (!(child instanceof Element)) continue;
    found.push(child, ...elementsIn(child));
    if (child.shadowRoot) found.push(...elementsIn(child.shadowRoot));
  }
  return found;
}

function isReadable(element: Element): boolean {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element && isSkipped(at)) return false;
  }
  return true;
}

const LABELS = [
  'zonulin',
  'rosacea',
  'tight junctions',
  'short-chain fatty acids',
  'gut-skin',
  'IL-17',
  'IL-17A',
  'TNF-alpha',
];
const index = readLabels(
  writeLabels(LABELS.map((text) => ({ text, term: text, when: 'always' as const, sisters: [], caseExact: false }))),
);

function withTree(pieces: readonly Piece[], look: (elements: Element[]) => void): void {
  document.body.replaceChildren();
  build(pieces, document.body);
  look([document.body, ...elementsIn(document.body)]);
}

/** Of the runs, told in words, because comparing nodes in depth is slow. */
const told = (runs: readonly Run[]) => runs.map(({ text, starts }) => `${starts.join()}: ${text}`).join('\n');
const nodesOf = (runs: readonly Run[]) => runs.flatMap(({ nodes }) => nodes);

test(`text, nodes and offsets are those of the reference, in ${RUNS} trees`, { timeout: RUNS * 20 }, () => {
  fc.assert(
    fc.property(tree, (pieces) => {
      withTree(pieces, (elements) => {
        for (const element of elements) {
          if (isSkippedWithin(element) === isReadable(element)) expect.fail(`skipped or not: ${element.outerHTML}`);
          if (blockElementOf(element) !== element) continue;
          const runs = [...runsOf(element), ...(element.shadowRoot ? runsOf(element.shadowRoot) : [])];
          const blocks = ownBlocks(element);
          if (told(blocks) !== told(runs)) expect(told(blocks)).toBe(told(runs));
          const nodes = nodesOf(runs);
          if (!nodesOf(blocks).every((node, number) => node === nodes[number])) expect.fail('other nodes');
          for (const { text, nodes, starts } of blocks) {
            if (!nodes.every(({ data }, number) => text.startsWith(data, starts[number])))
              expect.fail('other characters');
          }
        }
      });
    }),
    { numRuns: RUNS },
  );
});

test(`no block with a label is overlooked, in ${RUNS} trees`, { timeout: RUNS * 20 }, () => {
  let labels = 0;
  fc.assert(
    fc.property(tree, fc.nat(), (pieces, seed) => {
      withTree(pieces, (elements) => {
        const shadows = elements.flatMap(({ shadowRoot }) => shadowRoot ?? []);
        const texts = [...elements, ...shadows].flatMap(({ childNodes }) =>
          [...childNodes].filter((node) => node instanceof Text),
        );
        const from = texts[seed % (2 * texts.length + 1)];
        const seen = new Set<Element>();
        let length = 0;
        for (const step of scanText([document.body, ...shadows], index, from)) {
          if (typeof step === 'number') length += step;
          else if (seen.has(step)) expect.fail('a block comes twice');
          else seen.add(step);
        }
        // Going back from a text is not what it is in browsers here: it may begin too early.
        const whole = texts.reduce((sum, { data }) => sum + data.length, 0);
        if (from ? length < whole : length !== whole) expect.fail(`${length} units of ${whole} were looked over`);
        for (const element of elements) {
          if (blockElementOf(element) !== element || !isReadable(element)) continue;
          if (!ownBlocks(element).some(({ text }) => findCandidates(text, index).length > 0)) continue;
          labels++;
          if (!seen.has(element)) expect.fail(`overlooked: ${element.outerHTML}`);
        }
      });
    }),
    { numRuns: RUNS },
  );
  expect(labels).toBeGreaterThan(RUNS / 10);
});
