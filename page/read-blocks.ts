/**
 * Reads the text of a page block by block, inline elements joined, so that "short-<b>chain</b> fatty acids" is one
 * piece of text. Goes through the tree without recursion: pages are nested thousands deep.
 */

/** One run of text that reads as one: a paragraph, a list item, a heading, the text before a nested block. */
export interface Block {
  /** The element that lays it out. */
  element: Element;
  text: string;
  /** Its text nodes, in order, and where in `text` each starts. */
  nodes: Text[];
  starts: number[];
}

/** Stands for something that is not text (a button, an image): not a space, so that no mention goes across. */
const OBJECT = '\ufffc';

const set = (names: string) => new Set(names.split(' '));

const SKIPPED = set(
  'script style noscript template iframe object embed canvas audio video picture img svg math code pre kbd samp textarea input select button nav datalist meter progress rt rp',
);
const SKIPPED_ROLES = set('button textbox searchbox combobox listbox menu menubar navigation tablist toolbar math img');
const INLINE = set(
  'a abbr b bdi bdo cite data del dfn em font i ins label mark q ruby rb s small span strong sub time u var wbr slot output',
);

type Getter<T> = (node: Node) => T;

/**
 * Properties read through their prototypes: in Chromium a form's inputs named `parentNode` or `localName` hide the
 * form's own from a content script, too.
 */
interface Getters {
  firstChild: Getter<Node | null>;
  nextSibling: Getter<Node | null>;
  parentNode: Getter<Node | null>;
  nodeType: Getter<number>;
  localName: Getter<string>;
  shadowRoot: Getter<ShadowRoot | null>;
  getAttribute: (node: Node, name: string) => string | null;
}

let known: Getters | undefined;

function getters(): Getters {
  if (known) return known;
  const { getAttribute } = Element.prototype;
  known = { getAttribute: (node: Node, name: string) => getAttribute.call(node as Element, name) } as Getters;
  for (const name of ['firstChild', 'nextSibling', 'parentNode', 'nodeType', 'localName', 'shadowRoot'] as const) {
    const prototype = name in Node.prototype ? Node.prototype : Element.prototype;
    const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    // The browsers have a getter of its own for each; a DOM written in JavaScript may inherit it.
    known[name] = (node: Node) => (get ? get.call(node) : Reflect.get(prototype, name, node));
  }
  return known;
}

/** @returns whether `test` holds for `node` or anything around it, through shadow roots. */
export function isWithin(node: Node | null, test: (node: Node) => boolean): boolean {
  for (let at = node; at; at = parentOrHost(at)) if (test(at)) return true;
  return false;
}

/** @returns whether text in `element` or anything around it is not to be read. */
export function isSkippedWithin(element: Element): boolean {
  return isWithin(element, isSkipped);
}

/** @returns the nearest element from `node` outwards that lays out a block. */
export function blockElementOf(node: Node): Element | undefined {
  const get = getters();
  for (let at: Node | null = node; at; at = parentOrHost(at)) {
    if (get.nodeType(at) === 1 && !INLINE.has(get.localName(at))) return at as Element;
  }
  return undefined;
}

/** @returns all children. */
export function childrenOf(node: Node): Set<Node> {
  const get = getters();
  const children = new Set<Node>();
  for (let child = get.firstChild(node); child; child = get.nextSibling(child)) children.add(child);
  return children;
}

/** @returns whether a node is part of the text around it: text, or an element that starts no block of its own. */
export function isInline(node: Node): boolean {
  const get = getters();
  return get.nodeType(node) === 3 || (get.nodeType(node) === 1 && INLINE.has(get.localName(node)));
}

/**
 * Reads the text that `element` lays out itself, in its shadow tree as well, and not that of blocks inside it.
 * @returns its runs in order; none without a letter.
 */
export function ownBlocks(element: Element): Block[] {
  const get = getters();
  const shadow = get.shadowRoot(element);
  const blocks = readRuns(element, element, get);
  return shadow ? [...blocks, ...readRuns(shadow, element, get)] : blocks;
}

function readRuns(root: Node, element: Element, get: Getters): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let nodes: Text[] = [];
  let starts: number[] = [];
  /** The inline element that began or ended last, when nothing came after. */
  let edge: Element | undefined;
  const finish = () => {
    if (/[a-z\u00c0-\uffff]/i.test(text)) blocks.push({ element, text, nodes, starts });
    text = '';
    nodes = [];
    starts = [];
    edge = undefined;
  };
  const separate = (by: string) => {
    if (text !== '') text += by;
  };
  let node = get.firstChild(root);
  while (node) {
    let child: Node | null = null;
    const type = get.nodeType(node);
    // Text, or a CDATA section of XHTML, which is text as well.
    if (type === 3 || type === 4) {
      const { data } = node as Text;
      // Two words glued across an inline tag are one word, unless a style lays the element out as a box of its own.
      if (edge && isWordUnit(text, text.length - 1) && isWordUnit(data, 0) && isBox(edge)) text += OBJECT;
      if (data !== '') {
        edge = undefined;
        nodes.push(node as Text);
        starts.push(text.length);
        text += data;
      }
    } else if (type === 1) {
      const name = get.localName(node);
      if (name === 'br') separate('\n');
      else if (isSkipped(node)) {
        if (name !== 'rt' && name !== 'rp') separate(OBJECT);
      } else if (INLINE.has(name)) {
        edge = node as Element;
        child = get.firstChild(node);
      }
      // A raised number is a footnote, not part of the word before it.
      else if (name === 'sup') separate(OBJECT);
      else finish();
    }
    // Up and on: leave every inline element that ends here.
    let next = child ?? get.nextSibling(node);
    while (!next) {
      node = get.parentNode(node);
      if (!node || node === root) break;
      edge = node as Element;
      next = get.nextSibling(node);
    }
    node = next;
  }
  finish();
  return blocks;
}

/** Without classes of Unicode, which are costly in a script that has just been loaded; a little generous. */
const WORD_UNIT = /[0-9a-z\u00ad\u00c0-\u1fff\u2c00-\uffff]/i;

/** Whether a letter or digit is there, as far as its code tells. Whoever asks will look closer. */
function isWordUnit(text: string, at: number): boolean {
  return WORD_UNIT.test(text[at] ?? '');
}

function isBox(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return /^(?!inline|contents|ruby)./.test(display);
}

/** Whether text in this node is not prose: code, a control, something to edit. Asks of the node itself only. */
export function isSkipped(node: Node): boolean {
  const get = getters();
  if (get.nodeType(node) !== 1) return false;
  if (SKIPPED.has(get.localName(node))) return true;
  const editable = get.getAttribute(node, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = get.getAttribute(node, 'role');
  return role !== null && SKIPPED_ROLES.has(role);
}

/** The parent in the composed tree: of a shadow root, its host. */
export function parentOrHost(node: Node): Node | null {
  const get = getters();
  return get.parentNode(node) ?? (get.nodeType(node) === 11 ? ((node as ShadowRoot).host ?? null) : null);
}
