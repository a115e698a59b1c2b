/**
 * The one element that is ever added to a page, and only while a card is open: a plain `div` in the top layer with a
 * closed shadow root, and in it a frame for each card. Not a custom element, because a page that defined the tag first
 * would get at the root.
 */

import { homeOf } from './flat-tree.ts';
import { HOST_MARKER, sweepHosts } from './left-behind.ts';
import { moveBy } from './place-card.ts';

/** A page that takes the host away more often than this means it. */
const MOST_RETURNS = 3;

interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** The element it was put into. */
  home: Element;
  life: AbortController;
  sizes: ResizeObserver;
}

export class CardHost {
  /** Called when the page took the host away for good, and with it all cards. */
  lost: (() => void) | undefined;
  readonly #sheet: CSSStyleSheet;
  /** Each frame with the element its words are in; the newest last. */
  readonly #frames = new Map<HTMLElement, Element>();
  #host: Host | undefined;
  #returns = 0;

  constructor(sheet: CSSStyleSheet) {
    this.#sheet = sheet;
  }

  /**
   * Adds a frame for a card, in front of all others.
   * @param near the element the words are in: inside an open modal dialog or a fullscreen element the card has to be
   * inside, too, or it could be seen but not used. @param scheme of the ground the words stand on.
   */
  add(near: Element, scheme: 'light' | 'dark'): HTMLElement {
    this.#host ??= this.#build();
    const frame = document.createElement('div');
    frame.className = 'frame';
    frame.dataset.scheme = scheme;
    this.#frames.set(frame, near);
    this.#host.root.append(frame);
    this.#show(this.#host, homeOf(near));
    this.#host.sizes.observe(frame);
    return frame;
  }

  /** Takes one frame away; the host goes with the last. */
  remove(frame: HTMLElement): void {
    if (!this.#frames.delete(frame)) return;
    this.#host?.sizes.unobserve(frame);
    frame.remove();
    if (this.#frames.size === 0) this.#end();
  }

  /** Whether `node` is the host element. */
  owns(node: unknown): boolean {
    return this.#host !== undefined && node === this.#host.element;
  }

  /** What has the focus inside of the cards. */
  get focused(): Element | null {
    return this.#host?.root.activeElement ?? null;
  }

  #build(): Host {
    // The ring that the keyboard stands on stays.
    sweepHosts(':not([data-underskin="ring"])');
    const element = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
    element.setAttribute(HOST_MARKER, '');
    // The browser tests look inside; every other build keeps the page out.
    const root = element.attachShadow({ mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed' });
    const life = new AbortController();
    const { signal } = life;
    // A frame that is no longer painted has no size: the host was removed, or its dialog was closed or removed.
    const sizes = new ResizeObserver((entries) => {
      if (this.#check()) for (const { target } of entries) moveBy(target as HTMLElement, 0, 0);
    });
    element.addEventListener('toggle', () => this.#check(), { signal });
    document.addEventListener('fullscreenchange', () => this.#goHome(), { signal });
    // Before whoever places an unpinned card hears of it.
    addEventListener('resize', () => this.#keepInside(), { capture: true, passive: true, signal });
    return { element, root, home: document.documentElement, life, sizes };
  }

  /** Puts the host into `home`, in front of what the page has in the top layer. The focus stays where it is. */
  #show(host: Host, home: Element): void {
    const { element, root } = host;
    const focused = root.activeElement;
    host.home = home;
    // What the page may have done to it: the attribute taken, or the whole put into another document, which drops sheets.
    element.setAttribute('popover', 'manual');
    if (element.parentNode !== home) home.append(element);
    else if (element.matches(':popover-open')) element.hidePopover();
    root.adoptedStyleSheets = [this.#sheet];
    element.showPopover();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  /** @returns whether the host can be seen; if not, what can be done was done. */
  #check(): boolean {
    const host = this.#host;
    if (!host) return false;
    if (host.element.checkVisibility() && host.element.matches(':popover-open')) return true;
    if (!Element.prototype.checkVisibility.call(host.home)) this.#goHome();
    else if (this.#returns++ < MOST_RETURNS) this.#show(host, host.home);
    else this.#lose();
    return false;
  }

  /** Where the words are may be elsewhere now: a dialog is gone, something is fullscreen. */
  #goHome(): void {
    const near = [...this.#frames.values()].findLast((element) => Element.prototype.checkVisibility.call(element));
    if (!this.#host || !near) {
      this.#lose();
      return;
    }
    const home = homeOf(near);
    if (home !== this.#host.home) this.#show(this.#host, home);
  }

  /** Of a pinned card nobody else sees to it that a smaller window does not leave it outside. */
  #keepInside(): void {
    for (const frame of this.#frames.keys()) moveBy(frame, 0, 0);
  }

  #lose(): void {
    this.#end();
    this.lost?.();
  }

  #end(): void {
    this.#frames.clear();
    this.#host?.life.abort();
    this.#host?.sizes.disconnect();
    this.#host?.element.remove();
    this.#host = undefined;
  }
}
