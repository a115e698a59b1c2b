/**
 * Paints marks with the CSS Custom Highlight API: nothing of the page is touched.
 * The rules for its name and that of `active-mark.ts` are in `public/marks.css`, which the manifest adds to every page.
 *
 * The registry is shared with the page, which can list and clear it; so the names say nothing, and what is cleared is
 * set again, a few times. A Highlight is never iterated: Firefox forbids that to content scripts.
 */
import type { MarkStyle } from '../settings/choices.ts';
import type { PageMention } from './page-mentions.ts';

/** In Chromium every registered range is paid for in each frame with a DOM change, wherever it is. */
const MOST_RANGES = 200;

export class MarkPainter {
  readonly #style: MarkStyle;
  /**
   * Set when marks have to be washes, whatever was chosen. With a line among them Chromium works out again, in every frame in which they
   * change, how far anything on the page reaches out of its box: 0.1 s on a page of 10 MB.
   */
  wash: '' | '-wash' = '';
  /** What they are registered as. */
  #name = '';
  readonly #quiet = new Highlight();
  readonly #ranges = new Map<PageMention, StaticRange>();

  constructor(style: MarkStyle) {
    this.#style = style;
  }

  /** Marks these and no others. Mentions beyond `MOST_RANGES` are left out, so pass the nearest ones first. */
  paint(mentions: readonly PageMention[]): void {
    const wanted = new Set(mentions.slice(0, MOST_RANGES));
    for (const [mention, range] of this.#ranges) {
      if (wanted.has(mention)) continue;
      this.#quiet.delete(range);
      this.#ranges.delete(mention);
    }
    for (const mention of wanted) {
      if (this.#ranges.has(mention)) continue;
      const range = staticRangeOf(mention);
      this.#ranges.set(mention, range);
      this.#quiet.add(range);
    }
    const name = `term-mark-${this.#style}${this.wash}`;
    // Nothing is registered on a page that has no term.
    if (wanted.size === 0 || name === this.#name) return;
    this.#unregister();
    this.#name = name;
    this.register();
  }

  /** Whether the reader can see that there is a card. */
  isMarked(mention: PageMention): boolean {
    return this.#ranges.has(mention);
  }

  /** Whether the page has taken the marks away. */
  get isCleared(): boolean {
    return this.#ranges.size > 0 && !this.#isRegistered();
  }

  register(): void {
    CSS.highlights.set(this.#name, this.#quiet);
  }

  clear(): void {
    this.paint([]);
    this.#unregister();
  }

  #isRegistered(): boolean {
    return CSS.highlights.get(this.#name) === this.#quiet;
  }

  #unregister(): void {
    // A newer copy of us may have taken the name over.
    if (this.#isRegistered()) CSS.highlights.delete(this.#name);
  }
}

export function staticRangeOf({ startNode, start, endNode, end }: PageMention): StaticRange {
  return new StaticRange({ startContainer: startNode, startOffset: start, endContainer: endNode, endOffset: end });
}
