/** Reads the page, keeps its mentions and paints those near the window. What the reader sees of us before any card. */
import type { LabelIndex } from '../matching/label-index.ts';
import { type Changes, ChangeWatcher } from './change-watcher.ts';
import { MarkPainter, MOST_RANGES } from './mark-painter.ts';
import { NearViewport } from './near-viewport.ts';
import { type PageMention, PageMentions, rangeOf } from './page-mentions.ts';
import { blockElementOf, isSkippedWithin, readBlocks } from './read-blocks.ts';
import { runInSlices } from './slices.ts';
import { scanText } from './text-scanner.ts';

export interface SpotterOptions {
  index: LabelIndex;
  /** Our own host, whose comings and goings are not the page's. */
  isOurs: (node: Node) => boolean;
  /** Called when the page's mentions changed. */
  changed: () => void;
  /** Called when the page put another root in the document's place, which takes all listeners along. */
  rerooted: () => void;
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
  /** Whether mentions came or went since `changed` was last called. */
  #news = false;

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

  /** The text in the window first, then the rest, then what is in shadow roots. */
  *#readAll(): Generator<void> {
    if (document.designMode === 'on') return;
    const { body } = document;
    yield* this.#scan(body, textInWindow());
    yield* this.#findShadowRoots(body);
  }

  *#scan(root: Element | ShadowRoot, from?: Text): Generator<void> {
    for (const block of scanText(root, this.#options.index, from)) {
      if (block) yield* this.#readBlock(block);
      yield;
    }
  }

  *#readBlock(element: Element): Generator<void> {
    this.#forget(element);
    for (const block of readBlocks(element, { shallow: true })) {
      for (const found of this.mentions.add(block)) {
        if (found) {
          this.#viewport.watch(element);
          this.#news = true;
        }
        yield;
      }
    }
  }

  *#findShadowRoots(root: Element | ShadowRoot): Generator<void> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = walker.currentNode, count = 1; node; node = walker.nextNode(), count++) {
      if (count % 64 === 0) yield;
      const shadow = node instanceof Element ? Reflect.get(Element.prototype, 'shadowRoot', node) : null;
      if (!shadow || this.#shadowRoots.has(shadow)) continue;
      this.#shadowRoots.add(shadow);
      this.#watcher.watch(shadow);
      if (!isSkippedWithin(shadow.host)) yield* this.#scan(shadow);
      yield* this.#findShadowRoots(shadow);
    }
  }

  #read(work: Iterator<void>): void {
    runInSlices(work, this.#options.signal, () => {
      if (!this.#news) return;
      this.#news = false;
      this.#paint();
      this.#options.changed();
    });
  }

  #reread(changes: Changes): void {
    if (changes.rerooted) {
      this.#options.rerooted();
      return;
    }
    if (changes.removed) {
      for (const element of this.mentions.removeDetached()) {
        this.#viewport.forget(element);
        this.#news = true;
      }
      for (const root of this.#shadowRoots) if (!root.isConnected) this.#shadowRoots.delete(root);
    }
    this.#read(this.#rereadAll(changes));
  }

  *#rereadAll({ touched, added }: Changes): Generator<void> {
    const { isOurs } = this.#options;
    const own = new Set<Element>();
    for (const node of touched) {
      if (!node.isConnected || isOurs(node)) continue;
      const element = blockElementOf(node);
      if (element && !added.has(element) && !isWithinAny(element, added)) own.add(element);
    }
    for (const element of own) {
      yield;
      if (!isInBody(element)) continue;
      if (isSkippedWithin(element)) this.#forget(element);
      else yield* this.#readBlock(element);
    }
    for (const element of added) {
      yield;
      if (!element.isConnected || isOurs(element) || isWithinAny(element, added) || !isInBody(element)) continue;
      // An inline element has been read with the block around it.
      if (blockElementOf(element) !== element || isSkippedWithin(element)) continue;
      yield* this.#scan(element);
      yield* this.#findShadowRoots(element);
    }
  }

  #forget(element: Element): void {
    if (!this.mentions.remove(element)) return;
    this.#viewport.forget(element);
    this.#news = true;
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

/** The text in the upper part of the window, if there is any, found without walking there. */
function textInWindow(): Text | undefined {
  if (scrollY === 0) return undefined;
  const node = document.caretPositionFromPoint(innerWidth / 2, 10)?.offsetNode;
  return node instanceof Text ? node : undefined;
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

/** Whether an element is below the body, through any shadow roots. */
function isInBody(element: Element): boolean {
  let at = element;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return document.body?.contains(at) ?? false;
}
