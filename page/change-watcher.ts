/** Collects what changes on the page, so that only touched blocks are read again, together and a little later. */
import { REREAD_MS } from './timing.ts';

export interface Changes {
  /** Nodes whose own text, or whose own list of children, changed. */
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
  readonly #changed: (changes: Changes) => void;
  #pending: Changes | undefined;

  /** @param changed called at most once every `REREAD_MS`, and in a hidden tab not before it is shown. */
  constructor(changed: (changes: Changes) => void, signal: AbortSignal) {
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

  #collect(records: readonly MutationRecord[]): void {
    if (!this.#pending) {
      this.#pending = { touched: new Set(), added: new Set(), removed: false, rerooted: false };
      setTimeout(() => this.#hand(), REREAD_MS);
    }
    const { touched, added } = this.#pending;
    for (const { target, addedNodes, removedNodes } of records) {
      touched.add(target);
      if (target === document && addedNodes.length > 0) this.#pending.rerooted = true;
      if (removedNodes.length > 0) this.#pending.removed = true;
      for (const node of addedNodes) if (node instanceof Element) added.add(node);
    }
  }

  #hand(): void {
    if (this.#signal.aborted || !this.#pending) return;
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => this.#hand(), { once: true, signal: this.#signal });
      return;
    }
    const changes = this.#pending;
    this.#pending = undefined;
    this.#changed(changes);
  }
}
