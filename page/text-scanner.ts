/**
 * Looks over the text nodes of a page for blocks in which a label may start, which on most pages are few. Only those are
 * then read in full (`read-blocks.ts`). A page is read cold, by code that has just been loaded, so the work is left to
 * built-in functions on many nodes at a time, and the tree is asked only where a word hints at a label.
 */
import { fold } from '../matching/fold.ts';
import type { LabelIndex } from '../matching/label-index.ts';
import { SEAM } from '../matching/tokens.ts';
import { piecesOf } from './pieces.ts';
import { blockElementOf, isSkipped, parentOrHost } from './read-blocks.ts';

/** So many nodes, or so much text, between two looks at the clock. UTF-16 units. */
const NODES = 40;
const UNITS = 2000;

/** Text nodes that a label may have: six words, and what stands between them. */
const OVERLAP = 12;

/** `NodeFilter.SHOW_TEXT` and `SHOW_CDATA_SECTION`, which only XHTML has, as the number they are. */
const TEXTS = 12;

// biome-ignore lint/suspicious/noControlCharactersInRegex: SEAM
const WORDS = /[a-z]+(?:'(?!s\b)[a-z]+)*|[0-9]+|\x01/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: SEAM
const GLUED = /[a-z0-9]\x01[a-z0-9]/;

/** A block that may hold a label, each once; or how many UTF-16 units were looked over since the last number. */
export type Step = Element | number;

/**
 * @param roots elements and open shadow roots. @param from where to begin in the first; what comes before it is looked over last.
 * @returns steps, at least one every few nodes, so that the caller can look at the clock.
 */
export function* scanText(
  roots: Iterable<Element | ShadowRoot>,
  index: LabelIndex,
  from?: Text,
): Generator<Step, void, undefined> {
  const scanner = new Scanner(index);
  for (const [walker, until] of walks(roots, from)) {
    while (scanner.fill(walker, until)) yield* scanner.look();
  }
  yield* scanner.look();
}

/** @returns walkers over text nodes, each with the node before which it ends. */
function* walks(
  roots: Iterable<Element | ShadowRoot>,
  from: Text | undefined,
): Generator<[TreeWalker, Text | undefined]> {
  for (const root of roots) {
    const whole = () => document.createTreeWalker(root, TEXTS);
    if (!from || !root.contains(from)) {
      yield [whole(), undefined];
      continue;
    }
    const rest = whole();
    rest.currentNode = from;
    // Back by some, so that a label with its end in `from` is whole in one of the two walks.
    for (let back = OVERLAP; back--; ) if (!rest.previousNode()) rest.currentNode = root;
    yield [rest, undefined];
    yield [whole(), from];
  }
}

class Scanner {
  readonly #index: LabelIndex;
  readonly #blocks = new Set<Element>();
  readonly #skipped = new Map<Node, boolean>();
  #nodes: Text[] = [];
  #texts: string[] = [];
  #length = 0;

  constructor(index: LabelIndex) {
    this.#index = index;
  }

  /** Takes up text nodes. @returns whether there are enough for a look; otherwise the walk has ended. */
  fill(walker: TreeWalker, until: Text | undefined): boolean {
    while (this.#length < UNITS && this.#nodes.length < NODES) {
      const node = walker.nextNode() as Text | null;
      if (!node || node === until) return false;
      const { data } = node;
      // One without text comes between no words.
      if (!data) continue;
      this.#nodes.push(node);
      this.#texts.push(data);
      this.#length += data.length;
    }
    return true;
  }

  *look(): Generator<Step> {
    const nodes = this.#nodes;
    const texts = this.#texts;
    const length = this.#length;
    // The next word may begin in the last node.
    const last = nodes.length > 1 && length <= 2 * UNITS ? -1 : nodes.length;
    this.#nodes = nodes.slice(last);
    this.#texts = texts.slice(last);
    this.#length = 0;
    if (length > 2 * UNITS) {
      for (let at = 0; at < nodes.length; at++) yield* this.#lookAtLong(nodes[at] as Text, texts[at] as string);
      return;
    }
    for (const number of this.#hits(texts)) {
      const block = this.#newBlockOf(nodes[number]);
      if (block) yield block;
    }
    yield length;
  }

  /** One text that is long by itself, a piece at a time. */
  *#lookAtLong(node: Text, long: string): Generator<Step> {
    if (isSkippedAt(node, this.#skipped)) return;
    for (const { text, offset } of piecesOf(long)) {
      if (this.#hits([text]).length > 0) {
        const block = this.#newBlockOf(node);
        if (block) yield block;
        yield long.length - offset;
        return;
      }
      yield text.length;
    }
  }

  /** @returns the numbers of the nodes in which a label may start. */
  #hits(texts: readonly string[]): number[] {
    const text = fold(texts.join(SEAM)).text;
    const words = text.match(WORDS);
    if (!words) return [];
    const { firsts } = this.#index;
    const glued = GLUED.test(text);
    const found: number[] = [];
    let number = 0;
    for (let i = 0; i < words.length; i++) {
      if (words[i] === SEAM) number++;
      else if (firsts.has(words[i] as string) && this.#index.mayStart(words, i)) found.push(number);
      else if (glued && words[i + 1] === SEAM && mayStartGlued(words, i, this.#index)) found.push(number);
    }
    // The page has such a character itself, so the count is wrong.
    return number < texts.length ? found : this.#hits(texts.map((text) => text.replaceAll(SEAM, ' ')));
  }

  #newBlockOf(node: Text | undefined): Element | undefined {
    const block = node && blockElementOf(node);
    if (!node || !block || this.#blocks.has(block) || isSkippedAt(node, this.#skipped)) return undefined;
    this.#blocks.add(block);
    return block;
  }
}

/** Whether a label may start with the word at `i`, which ends its node, and what follows in the next ones. */
function mayStartGlued(words: readonly string[], i: number, index: LabelIndex): boolean {
  let whole = words[i] as string;
  for (let k = i + 1; words[k] === SEAM && k < i + 8; k += 2) {
    whole += words[k + 1] ?? '';
    if (index.firsts.has(whole)) return true;
  }
  return false;
}

/** As `isSkippedWithin`, with what is known of the ancestors remembered for the next node. */
function isSkippedAt(node: Node, known: Map<Node, boolean>): boolean {
  const path: Node[] = [];
  let answer = false;
  for (let at: Node | null = parentOrHost(node); at; at = parentOrHost(at)) {
    const before = known.get(at);
    if (before !== undefined) {
      answer = before;
      break;
    }
    path.push(at);
    if (isSkipped(at)) {
      answer = true;
      break;
    }
  }
  for (const at of path) known.set(at, answer);
  return answer;
}
