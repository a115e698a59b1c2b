/** Pages that work against us, on purpose or because their authors never thought of anybody else in them. */
import { type Fixture, PARAGRAPH, pageOf, scripted } from './fixture.ts';

/** Every name that something in a page is asked for by. */
const MEMBERS = `Object.keys(Object.fromEntries([Node, Element, HTMLElement, HTMLFormElement, EventTarget].flatMap(
  (type) => Object.getOwnPropertyNames(type.prototype).map((name) => [name, 1]))))`;
const against = (name: string, script: string, body?: string, more: Partial<Fixture> = {}): Fixture => ({
  name,
  page: scripted(script, body),
  expect: 'card',
  ...more,
});
const later = (script: string) => `addEventListener('load', () => { ${script} })`;

export const HOSTILE: Fixture[] = [
  against(
    'forges the start of other copies of us, a thousand times',
    later(`for (let i = 0; i < 1000; i++) {
      const type = (i % 2 ? 'abcdefghijklmnopabcdefghijklmnop' : 'underskin@underskin.example') + ':page:wxt:content-script-started';
      const detail = { contentScriptName: 'page', messageId: String(i), noScriptStartedPostMessage: true };
      document.dispatchEvent(new CustomEvent(type, { detail })); postMessage({ type, ...detail }, '*');
    }`),
  ),
  against(
    'sends ten thousand odd messages',
    later(
      `for (let i = 0; i < 10000; i++) postMessage([null, 'underskin', { type: 'prepare', term: 'acne' }, { type: 'off', underskin: true }][i % 4], '*')`,
    ),
  ),
  against(
    'has defined every likely tag before us, and listens to each new root',
    `window.got = [];
     const likely = ['card', 'host', 'root', 'ui', 'popup', 'tooltip', 'mark', 'term', 'overlay', 'app'].flatMap((one) => ['underskin', 'wxt', 'term', 'gut', 'x'].map((pre) => pre + '-' + one));
     for (const tag of likely) customElements.define(tag, class extends HTMLElement { constructor() { super(); const own = this.attachInternals(); got.push(tag); setTimeout(() => own.shadowRoot && got.push('root')); } });
     for (const name of ['attachShadow', 'attachInternals']) { const real = Element.prototype[name] ?? HTMLElement.prototype[name]; (name in Element.prototype ? Element : HTMLElement).prototype[name] = function (...given) { got.push(name); return real.apply(this, given); }; }`,
    undefined,
    { holds: 'got.length === 0' },
  ),
  against(
    'has patched every prototype to throw',
    later(`const broken = () => { throw new Error('patched') };
      for (const type of [Node, Element, HTMLElement, Document, Text, CharacterData, Range, EventTarget, TreeWalker, MutationObserver, IntersectionObserver, DOMRect, Map, Set, WeakMap, Promise, String, RegExp])
        for (const [name, { value, configurable }] of Object.entries(Object.getOwnPropertyDescriptors(type.prototype)))
          if (name !== 'constructor' && configurable && type !== Promise && !(type === EventTarget && name === 'dispatchEvent')) Object.defineProperty(type.prototype, name, typeof value === 'function' ? { value: broken, configurable: true } : { get: broken, configurable: true });
      document.createElement = broken; document.createTreeWalker = broken; document.createElementNS = broken;`),
  ),
  against(
    'has taken every interface away',
    `for (const name of ['CSS', 'Highlight', 'StaticRange', 'IntersectionObserver', 'MutationObserver', 'ResizeObserver', 'requestAnimationFrame', 'requestIdleCallback', 'scheduler', 'setTimeout', 'NodeFilter', 'Range', 'CSSStyleSheet', 'chrome', 'browser', 'getComputedStyle']) { try { delete window[name]; Object.defineProperty(window, name, { value: undefined }); } catch {} }`,
  ),
  against(
    'has frozen every prototype',
    `for (const type of [Object, Array, Function, String, Map, Set, Promise, Node, Element]) Object.freeze(type.prototype)`,
  ),
  against(
    'has put things into every object',
    `for (const name of ['term', 'type', 'underskin', 'element', 'get', 'set', 'value', 'signal', 'capture', 'then']) Object.defineProperty(Object.prototype, name, { get() { return undefined; }, set() {}, configurable: true, enumerable: false }); Array.prototype.more = 1; Object.prototype.more = 1;`,
  ),
  against(
    'has fields in a form by every name of a node',
    later(
      `const form = document.querySelector('form'); for (const name of ${MEMBERS}) { const field = Document.prototype.createElement.call(document, 'input'); field.type = 'hidden'; Element.prototype.setAttribute.call(field, 'name', name); Element.prototype.append.call(form, field); }`,
    ),
    `<form lang="en">${PARAGRAPH}</form>`,
  ),
  {
    name: 'has fields in a form by every name of a node, from the start',
    page: pageOf(`<form lang="en">
      <script>for (const name of ${MEMBERS}) document.write('<input type="hidden" name="' + name + '">')</script>${PARAGRAPH}</form>`),
    expect: 'card',
  },
  against(
    'adds a form with fields by every name of a node',
    later(`const form = document.createElement('form'); form.lang = 'en'; form.innerHTML = ${JSON.stringify(PARAGRAPH).replaceAll('</', '<\\/')};
      for (const name of ${MEMBERS}) { const field = document.createElement('input'); field.type = 'hidden'; field.setAttribute('name', name); Element.prototype.append.call(form, field); }
      setTimeout(() => document.body.append(form), 500)`),
    '<p>Nothing yet.</p>',
  ),
  {
    name: 'has images and links by every name of a document and a window',
    page: pageOf(`${PARAGRAPH}<script>
      for (const name of [...Object.getOwnPropertyNames(Document.prototype), ...Object.getOwnPropertyNames(Node.prototype)].filter((name) => !['writeln', 'write', 'open', 'close'].includes(name)))
        document.write('<img name="' + name + '" alt="">');
      for (const name of ['scheduler', 'innerHeight', 'scrollY', 'top', 'CSS', 'Highlight', 'labels', 'browser', 'chrome', 'document', 'Node', 'Element', 'performance'])
        document.write('<a id="' + name + '"></a><a id="' + name + '" name="' + name + '"></a>');
    </script>`),
    expect: 'card',
  },
  against(
    'marks its own words by our names',
    later(`const range = new StaticRange({ startContainer: document.querySelector('#other').firstChild, startOffset: 0, endContainer: document.querySelector('#other').firstChild, endOffset: 5 });
      for (const name of ['term-mark-dotted', 'term-mark-active']) CSS.highlights.set(name, new Highlight(range));`),
    `${PARAGRAPH}<p id="other">Other words of the page.</p>`,
    { expect: 'card', moves: true },
  ),
  against('wipes all highlights ten times a second', `setInterval(() => CSS.highlights.clear(), 100)`),
  against(
    'wipes all highlights in each frame',
    `(function wipe() { CSS.highlights.clear(); requestAnimationFrame(wipe); })()`,
  ),
  against(
    'adds words to our highlight',
    `setInterval(() => { for (const [, one] of CSS.highlights) { const range = new Range(); range.selectNodeContents(document.body); one.add(range); } }, 200)`,
  ),
  against(
    'writes itself anew fifty times',
    later(
      `for (let i = 0; i < 50; i++) { document.open(); document.write(${JSON.stringify(pageOf(PARAGRAPH)).replaceAll('</', '<\\/')}); document.close(); }`,
    ),
    '<p>Nothing yet.</p>',
  ),
  against(
    'puts another root in its place while it is read',
    later(
      `setTimeout(() => { const root = document.createElement('html'); root.lang = 'en'; root.innerHTML = ${JSON.stringify(`<head></head><body>${PARAGRAPH}</body>`).replaceAll('</', '<\\/')}; document.replaceChild(root, document.documentElement); }, 60)`,
    ),
    `<p>${'Words of the gut and the skin in rosacea. '.repeat(4000)}</p>`,
  ),
  against(
    'renders another part of itself sixty times a second',
    `let n = 0; addEventListener('load', () => setInterval(() => { document.querySelector('#ticker').innerHTML = '<b>' + n++ + '</b> acne'; }, 16))`,
    `${PARAGRAPH}<p id="ticker"></p>`,
    { moves: true },
  ),
  against(
    'changes its address a hundred times',
    later(`for (let i = 0; i < 100; i++) history.replaceState({}, '', location.pathname + '?' + i)`),
  ),
  against(
    'is translated: every text in two font elements',
    later(`setTimeout(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) { const outer = document.createElement('font'), inner = document.createElement('font'); outer.append(inner); text.replaceWith(outer); inner.append(text); }
    }, 600)`),
  ),
  against(
    'moves every text into new nodes again and again',
    `setInterval(() => { const p = document.querySelector('p'); if (p && window.rounds !== 4) { window.rounds = (window.rounds ?? 0) + 1; p.replaceWith(p.cloneNode(true)); } }, 100)`,
  ),
  against('is unloaded only after a question', `addEventListener('beforeunload', (event) => event.preventDefault())`),
  against('stops loading', later('stop()')),
  against('has a base elsewhere', '', `<base href="https://example.invalid/" target="_blank">${PARAGRAPH}`),
  against(
    'throws in every listener',
    `for (const type of ['pointermove', 'pointerover', 'mousemove', 'keydown', 'scroll']) addEventListener(type, () => { throw new Error('of the page') }, true)`,
  ),
  against(
    'puts the selection and the focus somewhere else all the time',
    `setInterval(() => { getSelection().removeAllRanges(); document.activeElement?.blur?.(); }, 50)`,
  ),
  against(
    'dispatches pointer events of its own over a word',
    later(`const box = document.querySelector('#decoy').getBoundingClientRect();
      setInterval(() => { for (const type of ['pointermove', 'mousemove', 'pointerdown', 'click']) document.querySelector('#decoy').dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: box.x + 10, clientY: box.y + 8 })); }, 50)`),
    '<p>One study of the gut found that <span id="decoy">zonulin</span> was raised in the skin.</p>',
    { expect: 'none' },
  ),
  against(
    'lets no event of the pointer through',
    `for (const type of ['pointermove', 'mousemove', 'pointerover', 'mouseover']) addEventListener(type, (event) => event.stopImmediatePropagation(), true)`,
    undefined,
    // Its listener is older than ours, so it is asked first.
    { expect: 'none' },
  ),
  against(
    'takes every stranger out of its root',
    `new MutationObserver(() => { for (const child of [...document.documentElement.children]) if (!['HEAD', 'BODY'].includes(child.tagName)) child.remove() }).observe(document, { childList: true, subtree: true })`,
    undefined,
    // The card is gone as soon as it is there, and nothing of ours fights about it.
    { expect: 'none' },
  ),
];
