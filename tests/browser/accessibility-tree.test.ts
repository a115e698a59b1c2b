/**
 * What a screen reader finds. Marks are paint and in no accessibility tree, so the page's own tree has to be the same with
 * us as without; the card and the ring have to say what they are. Chromium only: Firefox gives its tree to no test driver.
 */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserName, marks, pointAt, sleep, start, waitForCard, waitForNoCard } from './start.ts';

const withUs = start({ extension: 'production' });
const without = start({ extension: 'none' });

type Node = Protocol.Accessibility.AXNode;
interface Said {
  role: string;
  name: string;
  value: unknown;
  description: string;
  states: Record<string, unknown>;
  children: Said[];
}

/** @returns the page's whole tree as a screen reader gets it, closed shadow roots included. */
async function treeOf(page: Page): Promise<Said[]> {
  const session: CDPSession = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const said = (node: Node): Said[] => {
    const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []).flatMap(said);
    if (node.ignored) return children;
    return [
      {
        role: node.role?.value ?? '',
        name: node.name?.value ?? '',
        value: node.value?.value,
        description: node.description?.value ?? '',
        states: Object.fromEntries(
          (node.properties ?? []).flatMap(({ name, value }) => (name === 'url' ? [] : [[name, value.value]])),
        ),
        // Lines are laid out, not said.
        children: children.filter(({ role }) => role !== 'InlineTextBox'),
      },
    ];
  };
  const [root] = nodes;
  return root ? said(root) : [];
}

function* all(tree: readonly Said[]): Generator<Said> {
  for (const node of tree) {
    yield node;
    yield* all(node.children);
  }
}

const TEXT = 'People with rosacea had raised zonulin, and bacteria make butyrate.';
const PAGES: Record<string, string> = {
  paragraphs: `<h1>On skin</h1><p>${TEXT}</p><p>${TEXT}</p>`,
  headings: `<h1>Acne</h1><h2>Rosacea</h2><p>${TEXT}</p><h3>Eczema</h3><p>${TEXT}</p>`,
  lists: `<ul><li>${TEXT}</li><li>psoriasis<ol><li>kefir</li></ol></li></ul>`,
  'definition list': `<dl><dt>zonulin</dt><dd>${TEXT}</dd></dl>`,
  table: `<table><caption>Acne</caption><thead><tr><th>Condition</th><th>Found</th></tr></thead><tbody><tr><td>rosacea</td><td>zonulin</td></tr></tbody></table>`,
  links: `<p>Read <a href="#x">about rosacea</a> and <a href="#y">zonulin</a>. ${TEXT}</p>`,
  landmarks: `<header>Skin</header><nav><a href="#a">Acne</a></nav><main><article><p>${TEXT}</p></article></main><aside><p>kefir</p></aside><footer>Foot</footer>`,
  form: `<form><label>Your rosacea <input value="zonulin"></label><select><option>acne</option></select><button>Send butyrate</button></form><p>${TEXT}</p>`,
  editor: `<div contenteditable="true" role="textbox" aria-label="Note"><p>${TEXT}</p></div><p>${TEXT}</p>`,
  'live region': `<div aria-live="polite"><p>${TEXT}</p></div>`,
  details: `<details open><summary>Rosacea</summary><p>${TEXT}</p></details>`,
  figure: `<figure><img alt="rosacea" src="data:,"><figcaption>${TEXT}</figcaption></figure>`,
  inline: `<p>short-<b>chain</b> <em>fatty</em> acids and <abbr title="atopic dermatitis">AD</abbr>, <mark>rosacea</mark>, <del>acne</del></p>`,
  'right to left': `<div dir="rtl"><p>${TEXT}</p></div>`,
  hidden: `<p hidden>${TEXT}</p><p aria-hidden="true">${TEXT}</p><p style="visibility:hidden">${TEXT}</p><p>${TEXT}</p>`,
  svg: `<svg role="img" aria-label="rosacea"><text y="20">zonulin</text></svg><p>${TEXT}</p>`,
  code: `<pre><code>zonulin()</code></pre><p>${TEXT}</p>`,
  'shadow root': `<div id="host"></div><p>${TEXT}</p><script>host.attachShadow({mode:'open'}).innerHTML='<p>${TEXT}</p>'</script>`,
  frame: `<iframe title="About rosacea" width="600" height="300" srcdoc="<p>${TEXT}</p>"></iframe><p>${TEXT}</p>`,
  dialog: `<dialog open aria-label="Skin"><p>${TEXT}</p></dialog><p>${TEXT}</p>`,
};

const open = async (with_: typeof withUs, html: string) => {
  const page = await with_.open(html);
  await page.evaluate(() => document.fonts.ready);
  return page;
};

describe.skipIf(browserName === 'firefox')('the page’s own tree is the same with us as without', () => {
  test.each(Object.entries(PAGES))('%s', async (_, html) => {
    const ours = await open(withUs, html);
    expect((await marks(ours)).length).toBeGreaterThan(0);
    const bare = await treeOf(await open(without, html));
    expect([...all(bare)].length).toBeGreaterThan(2);
    expect(await treeOf(ours)).toEqual(bare);
  });

  test('and with a card open there is that card besides, and nothing else', async () => {
    const html = PAGES.paragraphs ?? '';
    const ours = await open(withUs, html);
    await marks(ours, 6);
    const before = await treeOf(ours);
    await pointAt(ours, 'zonulin');
    await waitForCard(ours);
    const [root] = await treeOf(ours);
    const hasCard = (node: Said) => [...all([node])].some(({ role, name }) => role === 'dialog' && name === 'Zonulin');
    expect(root?.children.filter(hasCard)).toHaveLength(1);
    expect(root?.children.filter((child) => !hasCard(child))).toEqual(before[0]?.children);
    await ours.keyboard.press('Escape');
    await waitForNoCard(ours);
    expect(await treeOf(ours)).toEqual(before);
  });
});

/** What has to be found in the card of zonulin, with More pressed. */
const CARD: [string, (nodes: Said[]) => boolean][] = [
  ['a dialog with the name of the term', has('dialog', 'Zonulin')],
  ['that blocks nothing', (nodes) => nodes.every(({ role, states }) => role !== 'dialog' || !states.modal)],
  [
    'described by its meaning',
    (nodes) => nodes.some(({ role, description }) => role === 'dialog' && /protein/.test(description)),
  ],
  ['the name as a heading', has('heading', 'Zonulin')],
  ['of the second level', (nodes) => nodes.some(({ name, states }) => name === 'Zonulin' && states.level === 2)],
  ['a heading for each part', has('heading', 'Gut and skin')],
  ['of the third level', (nodes) => nodes.some(({ name, states }) => name === 'Gut and skin' && states.level === 3)],
  ['what kind of thing it is', has('StaticText', 'Molecule')],
  ['how sure, in words', has('StaticText', 'Very unsure')],
  ['and by how much', has('StaticText', /of 4/)],
  ['in whom it was seen', has('StaticText', /Seen in people/)],
  ['a way to what these words mean', has('button', 'What does this mean?')],
  ['studies as links', has('link', /\w+ \d{4}/)],
  ['in a list', has('list', '')],
  ['with what was found', has('heading', 'Studies')],
  ['a button that closes', has('button', 'Close')],
  ['one that pins, and is not pressed', pressed('Keep open')],
  ['one for what is known, and is not pressed', pressed('I know this')],
  ['one that opens more to do', has('button', 'More actions')],
  [
    'that says it is shut',
    (nodes) => nodes.some(({ name, states }) => name === 'More actions' && states.expanded === false),
  ],
  [
    'one that shows less again',
    (nodes) => nodes.some(({ name, states }) => name === 'Less' && states.expanded === true),
  ],
  ['which place of the page it is', has('StaticText', /1 of 2 on this page/)],
  ['a way to the next', has('button', 'Next place')],
  ['that it is no advice', has('StaticText', /not medical advice/)],
  ['no field to type in', (nodes) => nodes.every(({ role }) => !/textbox|searchbox|combobox/.test(role))],
  [
    'no landmark that would be the page’s',
    (nodes) => nodes.every(({ role }) => !/^(?:banner|contentinfo|main)$/.test(role)),
  ],
  [
    'no picture without words',
    (nodes) => nodes.every(({ role, name }) => !/^(?:image|img)$/i.test(role) || name !== ''),
  ],
  [
    'nothing to press without a name',
    (nodes) => nodes.every(({ role, name }) => !/button|link/.test(role) || name !== ''),
  ],
  ['nothing that is called out', (nodes) => nodes.every(({ role }) => role !== 'alert')],
];

function has(role: string, name: string | RegExp): (nodes: Said[]) => boolean {
  return (nodes) =>
    nodes.some(
      (node) => node.role === role && (name instanceof RegExp ? name.test(node.name) : node.name.includes(name)),
    );
}

function pressed(name: string): (nodes: Said[]) => boolean {
  return (nodes) =>
    nodes.some((node) => node.role === 'button' && node.name === name && String(node.states.pressed) === 'false');
}

describe.skipIf(browserName === 'firefox')('in the tree of the card there is', () => {
  let nodes: Said[] = [];
  beforeAll(async () => {
    const page = await open(withUs, PAGES.paragraphs ?? '');
    await page.bringToFront();
    await marks(page, 6);
    await pointAt(page, 'zonulin');
    await waitForCard(page);
    // The root is closed: More is found by the tree and pressed where it is seen.
    const session = await page.createCDPSession();
    const { nodes: found } = await session.send('Accessibility.getFullAXTree');
    const more = found.find((node) => node.role?.value === 'button' && node.name?.value === 'More');
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: more?.backendDOMNodeId ?? 0 });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
    await page.mouse.move((left + right) / 2, (top + bottom) / 2, { steps: 8 });
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    await sleep(300);
    const card = [...all(await treeOf(page))].find(({ role }) => role === 'dialog');
    nodes = card ? [...all([card])] : [];
  });

  test.each(CARD)('%s', (_, isThere) => {
    expect(nodes.length).toBeGreaterThan(20);
    expect(isThere(nodes)).toBe(true);
  });
});
