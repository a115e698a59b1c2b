/**
 * Looks at a page from outside its own world, because the pages here patch and break what a script of theirs would look
 * with. Each function goes into the page alone, so it holds all it needs.
 */
import type { Frame, Page } from 'puppeteer-core';

/** Puppeteer's own world of a frame; in its code, but not in its types. */
interface WithIsolatedRealm {
  isolatedRealm(): Pick<Frame, 'evaluate'>;
}

/** The world beside the page's, where nothing is patched. */
export const besides = (frame: Frame): Pick<Frame, 'evaluate'> =>
  (frame as unknown as WithIsolatedRealm).isolatedRealm();

/** @returns the frames of a page that have a document to look at, the page's own first. */
export async function framesOf(page: Page): Promise<Frame[]> {
  const frames: Frame[] = [];
  for (const frame of page.frames()) {
    // A frame that was taken out meanwhile, or whose document the browser keeps to itself.
    const ready = await besides(frame)
      .evaluate(() => document.documentElement !== null || document.nodeType === 9)
      .catch(() => false);
    if (ready) frames.push(frame);
  }
  return frames;
}

/** Every node of all frames as a line: depth, type, name, attributes, text; open shadow trees as well. Hosts of ours are left out. */
export async function treeOf(page: Page): Promise<string[]> {
  const trees: string[][] = [];
  for (const frame of await framesOf(page)) {
    const tree = await besides(frame).evaluate(() => {
      const get = (prototype: object, name: string, node: Node) =>
        Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(node);
      const lines: string[] = [];
      let depth = 0;
      let node: Node | null = document;
      while (node) {
        const isElement: boolean = node instanceof Element;
        const isOurs: boolean = isElement && Element.prototype.hasAttribute.call(node, 'data-underskin');
        let next: Node | null = null;
        if (!isOurs) {
          const attributes = isElement
            ? Array.from(
                Element.prototype.getAttributeNames.call(node),
                (name) => `${name}=${Element.prototype.getAttribute.call(node, name)}`,
              ).join(' ')
            : '';
          lines.push(
            `${depth} ${node.nodeType} ${get(Node.prototype, 'nodeName', node)} ${attributes} ${get(Node.prototype, 'nodeValue', node) ?? ''}`,
          );
          const shadow: ShadowRoot | null = isElement ? get(Element.prototype, 'shadowRoot', node) : null;
          if (shadow) lines.push(`shadow ${shadow.innerHTML}`);
          next = get(Node.prototype, 'firstChild', node);
        }
        if (next) depth++;
        while (!next && node && node !== document) {
          next = get(Node.prototype, 'nextSibling', node);
          if (next) break;
          node = get(Node.prototype, 'parentNode', node);
          depth--;
        }
        node = next;
      }
      return lines;
    });
    trees.push(tree);
  }
  return trees.flat();
}

export interface Traces {
  /** Hosts of ours in the tree, open or not. */
  hosts: number;
  /** Hosts that show a card. */
  cards: number;
  /** Names in the registry of highlights, the page's own ones as well. */
  highlights: number;
}

/** @returns what there is of us in all frames together. */
export async function tracesIn(page: Page): Promise<Traces> {
  const sum: Traces = { hosts: 0, cards: 0, highlights: 0 };
  for (const frame of await framesOf(page)) {
    const { hosts, cards, highlights } = await besides(frame).evaluate(() => ({
      hosts: document.querySelectorAll('[data-underskin]').length,
      cards: document.querySelectorAll('div[data-underskin]:not([data-underskin="ring"]):popover-open').length,
      highlights: CSS.highlights.size,
    }));
    sum.hosts += hosts;
    sum.cards += cards;
    sum.highlights += highlights;
  }
  return sum;
}

/** @returns the middle of `#word`, in px of the window, whichever frame or open shadow root it is in; nothing where it can't be seen. */
export async function placeOfWord(page: Page): Promise<{ x: number; y: number } | undefined> {
  for (const frame of await framesOf(page)) {
    const place = await besides(frame).evaluate(() => {
      const roots: (Document | ShadowRoot)[] = [document];
      for (const root of roots) {
        for (const element of root.querySelectorAll('*')) {
          const shadow = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get?.call(element);
          if (shadow) roots.push(shadow);
        }
      }
      const word = roots.map((root) => root.querySelector('#word')).find((found) => found !== null);
      if (!word) return undefined;
      if (word.getBoundingClientRect().bottom > innerHeight) word.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.selectNodeContents(word);
      const box = [...range.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
      if (!box || box.right < 0) return undefined;
      // From here out through the frames, as far as they can be seen into.
      let { left, top } = box;
      for (let view: Window = window; view.frameElement; view = view.parent) {
        const outer = view.frameElement.getBoundingClientRect();
        left += outer.left + view.frameElement.clientLeft;
        top += outer.top + view.frameElement.clientTop;
      }
      return {
        x: left + box.width / 2,
        y: top + box.height / 2,
        inFrame: window !== window.top && !window.frameElement,
      };
    });
    if (!place) continue;
    if (!place.inFrame) return { x: place.x, y: place.y };
    const around = await (await frame.frameElement())?.boundingBox();
    if (around) return { x: place.x + around.x, y: place.y + around.y };
  }
  return undefined;
}
