/**
 * Looks over the text nodes of a page for blocks in which a label may start, which on most pages are few. Only those are
 * then read in full (`read-blocks.ts`). A page is read cold, so this asks the browser for little: one text node after
 * the other, and of the tree only where a word hints at a label.
 */
import { fold } from '../matching/fold.ts';
import type { LabelIndex } from '../matching/label-index.ts';
import { blockElementOf, isSkipped, isWordUnit, parentOrHost } from './read-blocks.ts';

/** So many nodes between two looks at the clock. */
const NODES_A_STEP = 32;
/** Text as long as this may be a script's, which is not worth taking apart. */
const LONG = 2000;

const ASCII_WORDS = /[a-z]+|\d+/g;
/** What folding may change inside a word; quotes, dashes and spaces only stand between. */
const FOLDED = /[^\x20-\x7e\s\u00a0\u2010-\u201f\u2022-\u2027\u2030-\u205e]/;

export interface Step {
  /** A block that may hold a label; each comes once. */
  block: Element | undefined;
  /** UTF-16 units looked over since the last step. */
  length: number;
}

/**
 * @param root an element or an open shadow root. @param from where to begin; what comes before it is looked over last.
 * @returns steps, at least one every few nodes, so that the caller can look at the clock.
 */
export function* scanText(root: Element | ShadowRoot, index: LabelIndex, from?: Text): Generator<Step> {
  const blocks = new Set<Element>();
  const skipped = new Map<Node, boolean>();
  const scan = function* (walker: TreeWalker, until: Text | undefined): Generator<Step> {
    let before: Text | undefined;
    let carry = '';
    let length = 0;
    const step = (block?: Element): Step => {
      const taken = { block, length };
      length = 0;
      return taken;
    };
    for (let count = 1, node = walker.nextNode() as Text | null; node && node !== until; count++) {
      if (count % NODES_A_STEP === 0) yield step();
      const { data } = node;
      length += data.length;
      const glued =
        before !== undefined &&
        isWordUnit(data, 0) &&
        isWordUnit(before.data, before.length - 1) &&
        isOneBlock(before, node);
      const words = wordsOf(data, node);
      let hit = false;
      if (words) for (let i = 0; i < words.length && !hit; i++) hit = index.mayStart(words, i);
      if (words) {
        const first = words[0] ?? '';
        if (glued && !hit) hit = index.mayStart([carry + first], 0);
        const alone = words.length === 1 && !/[\s.,;:!?()-]/.test(data);
        carry = alone && glued ? carry + first : (words.at(-1) ?? '');
      }
      if (data.length > 0 && /\S/.test(data)) before = node;
      else if (data.length > 0) before = undefined;
      if (hit) {
        const block = blockElementOf(node);
        if (block && !blocks.has(block) && !isSkippedAt(node, skipped)) {
          blocks.add(block);
          yield step(block);
        }
      }
      node = walker.nextNode() as Text | null;
    }
  };
  const { ownerDocument } = root;
  const whole = () => ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  if (!from || !root.contains(from)) {
    yield* scan(whole(), undefined);
    return;
  }
  const rest = whole();
  rest.currentNode = from.previousSibling ?? from.parentNode ?? from;
  yield* scan(rest, undefined);
  yield* scan(whole(), from);
}

/** Words as the label index has them, or nothing where there are none. */
function wordsOf(data: string, node: Text): RegExpMatchArray | null {
  if (data.length > LONG) {
    const name = node.parentNode?.nodeName;
    if (name === 'SCRIPT' || name === 'STYLE') return null;
  }
  const text = FOLDED.test(data) ? fold(data).text : data.toLowerCase();
  return text.match(ASCII_WORDS);
}

function isOneBlock(a: Text, b: Text): boolean {
  return a.parentNode === b.parentNode || blockElementOf(a) === blockElementOf(b);
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
