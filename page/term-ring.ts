/**
 * Where the keyboard is on the page: one clear button over a painted word, there only while somebody goes from term to
 * term. Marks are paint and in no accessibility tree, so this is what a screen reader finds. Nothing of it is in the
 * page's tab order before the first step.
 */
import type { Box } from './corridor.ts';
import { homeOf } from './flat-tree.ts';
import { HOST_MARKER } from './left-behind.ts';

const STYLE = `:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; overflow: visible !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; pointer-events: none !important }
:host::before, :host::after, :host::backdrop { display: none !important }
/* Two thin lines, dark within light: one of them is seen on any ground, and little of the next letters is covered. */
button { position: fixed; margin: 0; padding: 0; border: 0; background: none; color: transparent; border-radius: 2px;
  outline: 2px solid #0b4f48; outline-offset: 0; box-shadow: 0 0 0 3px #fff }
@media (forced-colors: active) { button { outline-color: Highlight } }
@media print { :host { display: none !important } }`;

/** The ring stands so far out from the letters, CSS px. */
const ROOM = 1;

interface Before {
  focus: Element | null;
  x: number;
  y: number;
}

export class TermRing {
  readonly #press: () => void;
  readonly #left: () => void;
  #host: HTMLElement | undefined;
  #button: HTMLButtonElement | undefined;
  #line: () => Box | undefined = () => undefined;
  #before: Before | undefined;

  /** @param press somebody pressed the button. @param left the focus went on to the page, and the ring is gone. */
  constructor(press: () => void, left: () => void, signal: AbortSignal) {
    this.#press = press;
    this.#left = left;
    addEventListener('scroll', () => this.#place(), { capture: true, passive: true, signal });
    addEventListener('resize', () => this.#place(), { passive: true, signal });
    signal.addEventListener('abort', () => this.#remove());
  }

  get isShown(): boolean {
    return this.#host !== undefined;
  }

  owns(node: unknown): boolean {
    return this.#host !== undefined && node === this.#host;
  }

  /** To be called before the page is scrolled for a first step: remembers where the reader was. */
  begin(): void {
    this.#before ??= { focus: document.activeElement, x: scrollX, y: scrollY };
  }

  /**
   * @param name what a screen reader says. @param line box of the word, asked again when the page moves. @param near the
   * element the word is in.
   */
  show(name: string, line: () => Box | undefined, near: Element): void {
    this.#line = line;
    const home = homeOf(near);
    // Outside of an open modal dialog it could not be stood on.
    if (this.#host?.parentElement !== home) this.#build(home);
    this.#button?.setAttribute('aria-label', name);
    this.#place();
    this.focus();
  }

  focus(): void {
    this.#button?.focus({ preventScroll: true });
  }

  /** Takes the ring away and the reader back to where the first step was made from. */
  end(): void {
    const before = this.#before;
    this.#remove();
    if (!before) return;
    scrollTo({ left: before.x, top: before.y, behavior: 'instant' });
    if (before.focus instanceof HTMLElement) before.focus.focus({ preventScroll: true });
  }

  /** The focus is neither here nor in `others`: it went on. */
  leaveUnless(others: (node: unknown) => boolean): void {
    const { activeElement } = document;
    if (!this.#host || this.owns(activeElement) || others(activeElement)) return;
    this.#remove();
    this.#left();
  }

  #build(home: Element): void {
    this.#host?.remove();
    const host = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
    host.setAttribute(HOST_MARKER, 'ring');
    host.setAttribute('popover', 'manual');
    const root = host.attachShadow({ mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.type = 'button';
    button.lang = 'en';
    button.setAttribute('aria-haspopup', 'dialog');
    button.addEventListener('click', () => this.#press());
    root.append(button);
    home.append(host);
    host.showPopover();
    this.#host = host;
    this.#button = button;
  }

  #place(): void {
    const line = this.#line();
    if (!this.#button || !line) return;
    const { style } = this.#button;
    // `zoom` of the page reaches the ring; client px are without it.
    style.setProperty('zoom', String(1 / (this.#host?.currentCSSZoom ?? 1)));
    style.left = `${line.left - ROOM}px`;
    style.top = `${line.top - ROOM}px`;
    style.width = `${line.right - line.left + 2 * ROOM}px`;
    style.height = `${line.bottom - line.top + 2 * ROOM}px`;
  }

  #remove(): void {
    this.#host?.remove();
    this.#host = undefined;
    this.#button = undefined;
    this.#before = undefined;
  }
}
