/**
 * What a screen reader finds. Marks are paint and in no accessibility tree, so the page's own tree has to be the same with
 * us as without; the card and the ring have to say what they are. Chromium only: Firefox gives its tree to no test driver.
 */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserName, marks, pointAt, start, waitForCard, waitForNoCard } from './start.ts';

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
