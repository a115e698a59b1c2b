/** Collects what changes on the page, so that only touched blocks are read again, together and a little later. */
import { childrenOf, isInline } from './read-blocks.ts';
import { BUSY_MS, MOST_WAIT_MS, REREAD_MS, SHARE } from './timing.ts';
import { next } from './when-shown.ts';

/** Changes of one parent, together read again, from which it is busy. */
const BUSY = 100;

/** Changes of a hidden tab that are kept; it is read anew after more. */
const MOST_UNSEEN = 10_000;

export interface Changes {
  /** Nodes whose own text changed. */
  touched: Set<Node>;
  added: Set<Element>;
  /**
   * Whether all is to be read anew: the document got another root, replaced or written by `document.open`, or too much
   * changed unseen.
   */
  rerooted: boolean;
}

export class ChangeWatcher {
  readonly #observer: MutationObserver;
  readonly #signal: AbortSignal;
  readonly #changed: (changes: Changes) => number;
  #records: MutationRecord[] = [];
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /**
   * Parents whose children come and go by the hundred, such as a log's, and the children that have been read. What
   * the browser tells of those takes longer to look at than the children they have in the end.
   */
  #busy = new Map<Node, Set<Node>>();
  /** Those of them that have changed since. */
  #again = new Set<Node>();
  /** Whether there were too many changes to keep. */
  #lost = false;
  #wait = REREAD_MS;

  /**
   * @param changed called at most once every `REREAD_MS`, less often where reading takes long, and in a hidden tab not
   * before it is shown. Returns how long its work took since the last call, in ms.
   */
  constructor(changed: (changes: Changes) => number, signal: AbortSignal) {
    this.#changed = changed;
    this.#signal = signal;
    this.#observer = new MutationObserver((records) => this.#collect(records));
    signal.addEventListener('abort', () => this.#observer.disconnect());
    this.watch(document);
  }

  /** @param root the document or an open shadow root. */
  watch(root: Node): void {
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** Only keeps the records: a busy page makes thousands a second, most of them of nodes that are soon gone. */
  #collect(records: readonly MutationRecord[]): void {
    for (const record of records) {
      const { target } = record;
      if (this.#busy.has(target)) this.#again.add(target);
      else this.#records.push(record);
    }
    // A tab that is hidden for hours would keep all that has come and gone.
    if (document.hidden && this.#records.length > MOST_UNSEEN) {
      this.#records = [];
      this.#lost = true;
    }
    this.#waiting ||= setTimeout(() => this.#hand(), this.#wait);
  }

  #hand(): void {
    if (this.#signal.aborted) return;
    if (document.hidden) {
      void next('visibilitychange', document).then(() => this.#hand());
      return;
    }
    this.#waiting = undefined;
    const begin = performance.now();
    const changes: Changes = { touched: new Set(), added: new Set(), rerooted: this.#lost };
    const busy = new Map<Node, Set<Node>>();
    for (const parent of this.#again) {
      const before = this.#busy.get(parent);
      const children = childrenOf(parent);
      for (const child of children) if (!before?.has(child) && child instanceof Element) changes.added.add(child);
      changes.touched.add(parent);
      busy.set(parent, children);
    }
    const counts = new Map<Node, number>();
    for (const record of this.#records) {
      note(record, changes);
      const { target } = record;
      const count = (counts.get(target) ?? 0) + 1;
      counts.set(target, count);
      if (count === BUSY) busy.set(target, childrenOf(target));
    }
    this.#records = [];
    this.#again = new Set();
    this.#busy = busy;
    const took = performance.now() - begin + this.#changed(changes);
    this.#wait = Math.min(Math.max(busy.size > 0 ? BUSY_MS : REREAD_MS, took / SHARE), MOST_WAIT_MS);
  }
}

function note({ target, type, addedNodes, removedNodes }: MutationRecord, changes: Changes): void {
  if (type !== 'childList') {
    changes.touched.add(target);
    return;
  }
  for (const node of addedNodes) {
    if (target === document) changes.rerooted = true;
    if (node instanceof Element && node.isConnected) changes.added.add(node);
  }
  // A block that comes or goes leaves the text around it as it was.
  if ([...addedNodes, ...removedNodes].some(isInline)) changes.touched.add(target);
}
