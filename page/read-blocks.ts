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
  'script style noscript template iframe object embed canvas audio video picture img svg math code pre kbd samp textarea input select button nav datalist meter progress head title rt rp',
);
const SKIPPED_ROLES = set('button textbox searchbox combobox listbox menu menubar navigation tablist toolbar math img');
const INLINE = set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby rb s small span strike strong sub time tt u var wbr slot output',
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
  hasAttributes: Getter<boolean>;
  getAttribute: (node: Node, name: string) => string | null;
}

let known: { view: object; getters: Getters } | undefined;

function gettersOf(view: Window & typeof globalThis): Getters {
  if (known?.view === view) return known.getters;
  const from = <T>(prototype: object, name: string): Getter<T> => {
    const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    // The browsers have a getter of its own for each; a DOM written in JavaScript may inherit it.
    return get ? (node) => get.call(node) as T : (node) => Reflect.get(prototype, name, node) as T;
  };
  const node = view.Node.prototype;
  const element = view.Element.prototype;
  const { hasAttributes, getAttribute } = element;
  const getters: Getters = {
    firstChild: from(node, 'firstChild'),
    nextSibling: from(node, 'nextSibling'),
    parentNode: from(node, 'parentNode'),
    nodeType: from(node, 'nodeType'),
    localName: from(element, 'localName'),
    shadowRoot: from(element, 'shadowRoot'),
    hasAttributes: (target) => hasAttributes.call(target as Element),
    getAttribute: (target, name) => getAttribute.call(target as Element, name),
  };
  known = { view, getters };
  return getters;
}

export interface ReadOptions {
  /** Only the text that `root` itself lays out, not that of blocks inside it. */
  shallow?: boolean;
  /** Told of every open shadow root on the way; its blocks are read as well. */
  onShadowRoot?: (root: ShadowRoot) => void;
}

/** @returns whether text in `element` or anything around it is not to be read. */
export function isSkippedWithin(element: Element): boolean {
  for (let node: Node | null = element; node; node = parentOrHost(node)) {
    if (isSkipped(node)) return true;
  }
  return false;
}

/** @returns the nearest element from `node` outwards that lays out a block. */
export function blockElementOf(node: Node): Element | undefined {
  const get = gettersOf(viewOf(node));
  for (let at: Node | null = node; at; at = parentOrHost(at)) {
    if (get.nodeType(at) === 1 && !INLINE.has(get.localName(at))) return at as Element;
  }
  return undefined;
}

/** Reads below `root`, which is an element or an open shadow root, in document order; shadow trees after their hosts. */
export function* readBlocks(root: Element | ShadowRoot, options: ReadOptions = {}): Generator<Block> {
  const get = gettersOf(viewOf(root));
  const reader = new RunReader(root.nodeType === 11 ? (root as ShadowRoot).host : (root as Element));
  const roots: (Element | ShadowRoot)[] = [root];
  for (let tree = roots.shift(); tree; tree = roots.shift()) {
    yield* readTree(tree, reader, get, options, (shadow) => {
      options.onShadowRoot?.(shadow);
      roots.push(shadow);
    });
  }
}

function* readTree(
  root: Element | ShadowRoot,
  reader: RunReader,
  get: Getters,
  { shallow }: ReadOptions,
  onShadowRoot: (root: ShadowRoot) => void,
): Generator<Block> {
  const rootElement = root.nodeType === 11 ? (root as ShadowRoot).host : (root as Element);
  reader.element = rootElement;
  if (root.nodeType === 1 && isSkipped(rootElement)) return;
  const ownShadow = root.nodeType === 1 ? get.shadowRoot(root) : null;
  if (ownShadow && !shallow) onShadowRoot(ownShadow);

  let node: Node | null = get.firstChild(root);
  while (node) {
    let descend = false;
    const type = get.nodeType(node);
    if (type === 3) reader.add(node as Text);
    else if (type === 1) {
      const element = node as Element;
      const name = get.localName(element);
      const shadow = get.shadowRoot(element);
      if (name === 'br') reader.separate('\n');
      else if (SKIPPED.has(name) || isSkipped(element)) {
        if (name !== 'rt' && name !== 'rp') reader.separate(OBJECT);
      } else if (INLINE.has(name)) {
        if (shadow) onShadowRoot(shadow);
        reader.edge(element);
        descend = true;
      } else if (name === 'sup') {
        // A raised number is a footnote, not part of the word before it.
        reader.separate(OBJECT);
      } else {
        const block = reader.finish();
        if (block) yield block;
        if (!shallow) {
          if (shadow) onShadowRoot(shadow);
          reader.element = element;
          descend = true;
        }
      }
    }
    const child: Node | null = descend ? get.firstChild(node) : null;
    if (child) {
      node = child;
      continue;
    }
    // Up and on: leave every element that ends here.
    let at: Node = node;
    for (;;) {
      if (descend && get.nodeType(at) === 1) {
        if (INLINE.has(get.localName(at))) reader.edge(at as Element);
        else {
          const block = reader.finish();
          if (block) yield block;
          reader.element = blockElementOf(get.parentNode(at) ?? rootElement) ?? rootElement;
        }
      }
      const next = get.nextSibling(at);
      if (next) {
        node = next;
        break;
      }
      const parent = get.parentNode(at);
      if (!parent || parent === root) {
        node = null;
        break;
      }
      at = parent;
      descend = true;
    }
  }
  const block = reader.finish();
  if (block) yield block;
}

/** Collects the text nodes of one block. */
class RunReader {
  element: Element;
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = '';
  #edge: Element | undefined;

  constructor(element: Element) {
    this.element = element;
  }

  add(node: Text): void {
    const { data } = node;
    if (data === '') return;
    if (this.#edge) {
      // Two words glued across an inline tag are one word, unless a style lays the element out as a box of its own.
      if (isWordUnit(this.#text, this.#text.length - 1) && isWordUnit(data, 0) && isBox(this.#edge))
        this.#text += OBJECT;
      this.#edge = undefined;
    }
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    this.#text += data;
  }

  edge(element: Element): void {
    this.#edge = element;
  }

  separate(by: string): void {
    if (this.#text !== '') this.#text += by;
  }

  finish(): Block | undefined {
    const block = { element: this.element, text: this.#text, nodes: this.#nodes, starts: this.#starts };
    const worthReading = /[a-z\u00c0-\uffff]/i.test(this.#text);
    this.#nodes = [];
    this.#starts = [];
    this.#text = '';
    this.#edge = undefined;
    return worthReading ? block : undefined;
  }
}

/** Without classes of Unicode, which are costly in a script that has just been loaded; a little generous. */
const WORD_UNIT = /[0-9a-z\u00ad\u00c0-\u1fff\u2c00-\uffff]/i;

/** Whether a letter or digit is there, as far as its code tells. Whoever asks will look closer. */
export function isWordUnit(text: string, at: number): boolean {
  return WORD_UNIT.test(text[at] ?? '');
}

function isBox(element: Element): boolean {
  const display = viewOf(element).getComputedStyle(element).display;
  return display !== '' && !/^(?:inline|contents|ruby)/.test(display);
}

/** Whether text in this node is not prose: code, a control, something to edit. Asks of the node itself only. */
export function isSkipped(node: Node): boolean {
  const get = gettersOf(viewOf(node));
  if (get.nodeType(node) !== 1) return false;
  if (SKIPPED.has(get.localName(node))) return true;
  if (!get.hasAttributes(node)) return false;
  const editable = get.getAttribute(node, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = get.getAttribute(node, 'role');
  return role !== null && SKIPPED_ROLES.has(role);
}

/** The parent in the composed tree: of a shadow root, its host. */
export function parentOrHost(node: Node): Node | null {
  const get = gettersOf(viewOf(node));
  return get.parentNode(node) ?? (get.nodeType(node) === 11 ? ((node as ShadowRoot).host ?? null) : null);
}

function viewOf(node: Node): Window & typeof globalThis {
  // Only documents that are shown are read, and those have a view.
  return (node.ownerDocument ?? (node as Document)).defaultView as Window & typeof globalThis;
}
