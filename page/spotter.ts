/** Reads the page, keeps its mentions and paints those near the window. What the reader sees of us before any card. */
import type { LabelIndex } from '../matching/label-index.ts';
import { type Changes, ChangeWatcher } from './change-watcher.ts';
import { MarkPainter, MOST_RANGES } from './mark-painter.ts';
import { NearViewport } from './near-viewport.ts';
import { type PageMention, PageMentions, rangeOf } from './page-mentions.ts';
import { type Block, blockElementOf, isSkippedWithin, readBlocks } from './read-blocks.ts';
import { runInSlices } from './slices.ts';

export interface SpotterOptions {
  index: LabelIndex;
  /** Our own host, whose comings and goings are not the page's. */
  isOurs: (node: Node) => boolean;
  /** Called when the page's mentions changed. */
  changed: () => void;
  /** Ends everything and takes the marks away. */
  signal: AbortSignal;
}

export class Spotter {
  readonly mentions: PageMentions;
  readonly painter = new MarkPainter();
  readonly #options: SpotterOptions;
  readonly #viewport: NearViewport;
  readonly #watcher: ChangeWatcher;
  readonly #shadowRoots = new Set<ShadowRoot>();
  #crowded = false;

  constructor(options: SpotterOptions) {
    const { index, signal } = options;
    this.#options = options;
    this.mentions = new PageMentions(index);
    this.#viewport = new NearViewport(() => this.#paint());
    this.#watcher = new ChangeWatcher((changes) => this.#reread(changes), signal);
    signal.addEventListener('abort', () => this.#stop());
    document.addEventListener('scroll', () => this.#crowded && this.#paint(), { capture: true, passive: true, signal });
    this.#read(this.#readAll());
  }

  /** Open shadow roots of the page, for hit testing. */
  get shadowRoots(): ShadowRoot[] {
    return [...this.#shadowRoots];
  }

  *#readAll(): Generator<void> {
    if (document.designMode === 'on') return;
    yield* this.#keep(document.body);
  }

  *#keep(root: Element, shallow = false): Generator<void> {
    const onShadowRoot = (shadow: ShadowRoot) => {
      if (this.#shadowRoots.has(shadow)) return;
      this.#shadowRoots.add(shadow);
      this.#watcher.watch(shadow);
    };
    for (const block of readBlocks(root, { shallow, onShadowRoot })) {
      this.#add(block);
      yield;
    }
  }

  #add(block: Block): void {
    if (this.mentions.add(block)) this.#viewport.watch(block.element);
  }

  #read(work: Iterator<void>): void {
    runInSlices(work, this.#options.signal, () => {
      this.#paint();
      this.#options.changed();
    });
  }

  #reread({ touched, added, removed }: Changes): void {
    const { isOurs } = this.#options;
    if (removed) for (const element of this.mentions.removeDetached()) this.#viewport.forget(element);
    const whole = [...added].filter(
      (element) => element.isConnected && !isOurs(element) && !isWithinAny(element, added),
    );
    const own = new Set<Element>();
    for (const node of touched) {
      const element = node.isConnected && !isOurs(node) ? blockElementOf(node) : undefined;
      if (element && !isWithinAny(element, added) && !added.has(element)) own.add(element);
    }
    this.#read(this.#rereadAll(whole, own));
  }

  *#rereadAll(whole: readonly Element[], own: ReadonlySet<Element>): Generator<void> {
    for (const element of own) {
      this.#forget(element);
      if (document.body?.contains(rootHost(element)) && !isSkippedWithin(element)) yield* this.#keep(element, true);
    }
    for (const element of whole) {
      // An inline element has been read with the block around it.
      if (blockElementOf(element) !== element || !document.body?.contains(rootHost(element))) continue;
      if (isSkippedWithin(element)) continue;
      for (const known of [...this.mentions.elements()]) if (element.contains(known)) this.#forget(known);
      yield* this.#keep(element);
    }
  }

  #forget(element: Element): void {
    this.mentions.remove(element);
    this.#viewport.forget(element);
  }

  #paint(): void {
    const near = [...this.#viewport.near].flatMap((element) => this.mentions.in(element));
    // More than can be registered: the nearest to the window's middle, chosen again on scrolling.
    this.#crowded = near.length > MOST_RANGES;
    this.painter.paint(this.#crowded ? byDistance(near) : near);
    this.painter.repair();
  }

  #stop(): void {
    this.#viewport.stop();
    this.painter.clear();
    this.mentions.clear();
  }
}

function byDistance(mentions: readonly PageMention[]): PageMention[] {
  const middle = innerHeight / 2;
  return mentions
    .map((mention) => ({ mention, distance: Math.abs(rangeOf(mention).getBoundingClientRect().top - middle) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ mention }) => mention);
}

function isWithinAny(element: Element, others: ReadonlySet<Element>): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (others.has(at)) return true;
  return false;
}

/** The element in the document's own tree that holds `element`, through any shadow roots. */
function rootHost(element: Element): Element {
  let at = element;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}
