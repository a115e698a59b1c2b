/** Collects what changes on the page, so that only touched blocks are read again, together and a little later. */
import { isInline } from './read-blocks.ts';
import { MOST_WAIT_MS, REREAD_MS, SHARE } from './timing.ts';

export interface Changes {
  /** Nodes whose own text changed. */
  touched: Set<Node>;
  added: Set<Element>;
  /** Whether anything was taken out. */
  removed: boolean;
  /** Whether the document got another root: replaced, or written anew by `document.open`. */
  rerooted: boolean;
}

export class ChangeWatcher {
  readonly #observer: MutationObserver;
  readonly #signal: AbortSignal;
  readonly #changed: (changes: Changes) => number;
  #records: (readonly MutationRecord[])[] = [];
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
    if (this.#records.push(records) === 1) setTimeout(() => this.#hand(), this.#wait);
  }

  #hand(): void {
    if (this.#signal.aborted) return;
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => this.#hand(), { once: true, signal: this.#signal });
      return;
    }
    const batches = this.#records;
    this.#records = [];
    const begin = performance.now();
    const changes: Changes = { touched: new Set(), added: new Set(), removed: false, rerooted: false };
    for (const records of batches) for (const record of records) note(record, changes);
    const took = performance.now() - begin + this.#changed(changes);
    this.#wait = Math.min(Math.max(REREAD_MS, took / SHARE), MOST_WAIT_MS);
  }
}

function note({ target, type, addedNodes, removedNodes }: MutationRecord, changes: Changes): void {
  if (type !== 'childList') {
    changes.touched.add(target);
    return;
  }
  if (removedNodes.length > 0) changes.removed = true;
  let inline = false;
  for (const node of addedNodes) {
    if (target === document) changes.rerooted = true;
    if (!node.isConnected) continue;
    if (node instanceof Element) changes.added.add(node);
    inline ||= isInline(node);
  }
  for (const node of removedNodes) inline ||= isInline(node);
  // A block that comes or goes leaves the text around it as it was.
  if (inline) changes.touched.add(target);
}
