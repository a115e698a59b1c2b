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
/** A page that clears our marks more often than this means it. */
const MOST_REPAIRS = 3;

export class MarkPainter {
  readonly #name: string;
  readonly #quiet = new Highlight();
  readonly #ranges = new Map<PageMention, StaticRange>();
  #registered = false;
  #repairs = 0;

  constructor(style: MarkStyle) {
    this.#name = `term-mark-${style}`;
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
    // Nothing is registered on a page that has no term.
    if (wanted.size > 0 && !this.#registered) this.#register();
  }

  /** Whether the reader can see that there is a card. */
  isMarked(mention: PageMention): boolean {
    return this.#ranges.has(mention);
  }

  /** Sets marks again that the page has cleared. */
  repair(): void {
    if (this.#ranges.size === 0 || this.#repairs >= MOST_REPAIRS || CSS.highlights.get(this.#name) === this.#quiet)
      return;
    this.#repairs++;
    this.#register();
  }

  clear(): void {
    this.paint([]);
    // A newer copy of us may have taken the names over.
    if (CSS.highlights.get(this.#name) === this.#quiet) CSS.highlights.delete(this.#name);
  }

  #register(): void {
    this.#registered = true;
    CSS.highlights.set(this.#name, this.#quiet);
  }
}

export function staticRangeOf({ startNode, start, endNode, end }: PageMention): StaticRange {
  return new StaticRange({ startContainer: startNode, startOffset: start, endContainer: endNode, endOffset: end });
}
