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
   * Set when marks have to be washes, whatever was chosen. With a line among them Chromium works out again, in every frame
   * in which they change, how far anything on the page reaches out of its box: 0.1 s on a page of 10 MB.
   */
  wash: '' | '-wash' = '';
  /** What they are registered as; empty before the first mark. */
  name = '';
  readonly highlight = new Highlight();
  readonly #ranges = new Map<PageMention, StaticRange>();

  constructor(style: MarkStyle) {
    this.#style = style;
  }

  /** Marks these and no others. Mentions beyond `MOST_RANGES` are left out, so pass the nearest ones first. */
  paint(mentions: readonly PageMention[]): void {
    const wanted = new Set(mentions.slice(0, MOST_RANGES));
    for (const [mention, range] of this.#ranges) {
      if (wanted.has(mention)) continue;
      this.highlight.delete(range);
      this.#ranges.delete(mention);
    }
    for (const mention of wanted) {
      if (this.#ranges.has(mention)) continue;
      const range = staticRangeOf(mention);
      this.#ranges.set(mention, range);
      this.highlight.add(range);
    }
    const name = `term-mark-${this.#style}${this.wash}`;
    // Nothing is registered on a page that has no term.
    if (wanted.size === 0 || name === this.name) return;
    this.clear();
    this.name = name;
    CSS.highlights.set(name, this.highlight);
  }

  /** Whether the reader can see that there is a card. */
  isMarked(mention: PageMention): boolean {
    return this.#ranges.has(mention);
  }

  /** Takes all marks away. */
  clear(): void {
    // A newer copy of us may have taken the name over.
    if (CSS.highlights.get(this.name) === this.highlight) CSS.highlights.delete(this.name);
  }
}

export function staticRangeOf({ startNode, start, endNode, end }: PageMention): StaticRange {
  return new StaticRange({ startContainer: startNode, startOffset: start, endContainer: endNode, endOffset: end });
}
