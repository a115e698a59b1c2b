/** Reads the page, keeps its mentions and paints those near the window. What the reader sees of us before any card. */
import type { LabelIndex } from '../matching/label-index.ts';
import type { Choices } from '../settings/choices.ts';
import { type Changes, ChangeWatcher } from './change-watcher.ts';
import { MarkChooser } from './density.ts';
import { MarkPainter } from './mark-painter.ts';
import { NearViewport } from './near-viewport.ts';
import { PageMentions } from './page-mentions.ts';
import { blockElementOf, isSkippedWithin, isWithin, ownBlocks, parentOrHost } from './read-blocks.ts';
import { isDue, runInSlices } from './slices.ts';
import { scanText } from './text-scanner.ts';

export interface SpotterOptions {
  index: LabelIndex;
  choices: Choices;
  /** Our own host, whose comings and goings are not the page's. */
  isOurs: (node: Node) => boolean;
  /** Called when the page's mentions changed. */
  changed: () => void;
  /** Called when the page put another root in the document's place, which takes all listeners along. */
  rerooted: () => void;
  /** Ends everything and takes the marks away. */
  signal: AbortSignal;
}

/** Text of a page after which reading stops until somebody asks to go on. UTF-16 units; the longest novels have 6 million. */
const MOST_TEXT = 20_000_000;

/** CSS px from which marks are washes; three million characters, as much as three long novels, are about so tall. */
const TALL = 1_000_000;

/** `NodeFilter.SHOW_ELEMENT` as the number it is. */
const ELEMENTS = 1;

export class Spotter {
  readonly mentions: PageMentions;
  readonly painter: MarkPainter;
  readonly #options: SpotterOptions;
  readonly chooser: MarkChooser;
  readonly #viewport: NearViewport;
  readonly #watcher: ChangeWatcher;
  /** Open ones of the page, for hit testing. */
  readonly shadowRoots = new Set<ShadowRoot>();
  #painting = 0;
  #textRead = 0;
  /** ms of work since the page's changes were last read. */
  #took = 0;
  #most = MOST_TEXT;
  /** Goes on where reading stopped because the page is monstrous. */
  goOn: (() => void) | undefined;
  /** Whether mentions came or went since `changed` was last called. */
  #news = false;

  constructor(options: SpotterOptions) {
    const { index, choices, signal } = options;
    this.#options = options;
    this.mentions = new PageMentions(index);
    this.chooser = new MarkChooser(choices, this.mentions);
    this.painter = new MarkPainter(choices.style);
    this.#viewport = new NearViewport(() => this.#paintNow(), signal);
    this.#watcher = new ChangeWatcher((changes) => this.#reread(changes), signal);
    signal.addEventListener('abort', () => this.painter.clear());
    this.#read(this.#readAll());
  }

  /** The text in the window first, then the rest, then what is in shadow roots. */
  *#readAll(): Generator<void> {
    if (document.designMode === 'on') return;
    const { body } = document;
    yield* this.#scan([body], textInWindow());
    yield* this.#findShadowRoots(body);
  }

  *#scan(roots: Iterable<Element | ShadowRoot>, from?: Text): Generator<void> {
    for (const step of scanText(roots, this.#options.index, from)) {
      if (typeof step === 'number') this.#textRead += step;
      else yield* this.#readBlock(step);
      if (isDue()) yield;
    }
  }

  *#readBlock(element: Element): Generator<void> {
    this.#forget(element);
    let any = false;
    for (const block of ownBlocks(element)) if (yield* this.mentions.add(block)) any = true;
    if (!any) return;
    this.chooser.add(element);
    this.#viewport.watch(element);
    this.#news = true;
  }

  *#findShadowRoots(root: Element | ShadowRoot): Generator<void> {
    const walker = document.createTreeWalker(root, ELEMENTS);
    for (let node: Node | null = walker.currentNode, count = 1; node; node = walker.nextNode(), count++) {
      if (count % 64 === 0 && isDue()) yield;
      const shadow = node instanceof Element ? Reflect.get(Element.prototype, 'shadowRoot', node) : null;
      if (!shadow || this.shadowRoots.has(shadow)) continue;
      this.shadowRoots.add(shadow);
      this.#watcher.watch(shadow);
      if (!isSkippedWithin(shadow.host)) yield* this.#scan([shadow]);
      yield* this.#findShadowRoots(shadow);
    }
  }

  #read(work: Iterator<void>): void {
    const enough = () => this.#textRead > this.#most;
    const done = (took: number) => {
      this.#took += took;
      if (enough()) {
        this.goOn = () => {
          this.goOn = undefined;
          this.#most = Number.POSITIVE_INFINITY;
          this.#read(work);
        };
      }
      if (this.#news) this.#paint();
      // A hidden tab has no frames to be told in.
      this.#tell();
    };
    runInSlices(work, this.#options.signal, enough, done);
  }

  /** @returns ms that reading and painting took since the last time. */
  #reread(changes: Changes): number {
    if (changes.rerooted) {
      this.#options.rerooted();
      return 0;
    }
    for (const element of this.mentions.elements()) if (!element.isConnected) this.#forget(element);
    for (const root of this.shadowRoots) if (!root.isConnected) this.shadowRoots.delete(root);
    this.#read(this.#rereadAll(changes));
    const took = this.#took;
    this.#took = 0;
    return took;
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
      if (isDue()) yield;
      if (!isInBody(element)) continue;
      if (isSkippedWithin(element)) this.#forget(element);
      else yield* this.#readBlock(element);
    }
    const whole: Element[] = [];
    for (const element of added) {
      if (isDue()) yield;
      if (!element.isConnected || isOurs(element) || isWithinAny(element, added) || !isInBody(element)) continue;
      // An inline element has been read with the block around it.
      if (blockElementOf(element) === element && !isSkippedWithin(element)) whole.push(element);
    }
    yield* this.#scan(whole);
    for (const element of whole) yield* this.#findShadowRoots(element);
  }

  /** Marks these terms no more, and those again that were hidden before. */
  hide(terms: ReadonlySet<string>): void {
    this.chooser.hidden = terms;
    this.#paint();
  }

  #forget(element: Element): void {
    if (!this.mentions.remove(element)) return;
    this.chooser.remove(element);
    this.#viewport.forget(element);
    this.#news = true;
  }

  /** Once a frame at most. */
  #paint(): void {
    this.#painting ||= requestAnimationFrame(() => {
      this.#painting = 0;
      this.#paintNow();
    });
  }

  /** At once what has come near the window, of which the browser tells once a frame: the next one shows it, before more is read. */
  #paintNow(): void {
    if (this.#options.signal.aborted) return;
    const begin = performance.now();
    if (this.#viewport.height > TALL) this.painter.wash = '-wash';
    this.painter.paint(this.chooser.choose(this.#viewport.near));
    this.#took += performance.now() - begin;
    // With the first marks, and not when all is read: on a long page those are pointed at long before.
    this.#tell();
  }

  #tell(): void {
    if (!this.#news) return;
    this.#news = false;
    this.#options.changed();
  }
}

/** The text in the upper part of the window, if there is any, found without walking there. */
function textInWindow(): Text | undefined {
  if (scrollY === 0) return undefined;
  const node = document.caretPositionFromPoint(innerWidth / 2, 10)?.offsetNode;
  return node instanceof Text ? node : undefined;
}

function isWithinAny(element: Element, others: ReadonlySet<Element>): boolean {
  return isWithin(parentOrHost(element), (node) => others.has(node as Element));
}

function isInBody(element: Element): boolean {
  return isWithin(element, (node) => node === document.body);
}
