/**
 * Paints marks with the CSS Custom Highlight API: nothing of the page is touched.
 * The rules for the two names are in `public/marks.css`, which the manifest adds to every page.
 *
 * The registry is shared with the page, which can list and clear it; so the names say nothing, and what is cleared is
 * set again, a few times. A Highlight is never iterated: Firefox forbids that to content scripts.
 */
import type { PageMention } from './page-mentions.ts';

const QUIET = 'term-mark';
const ACTIVE = 'term-mark-active';

/** In Chromium every registered range is paid for in each frame with a DOM change, wherever it is. */
const MOST_RANGES = 200;
/** A page that clears our marks more often than this means it. */
const MOST_REPAIRS = 3;

export class MarkPainter {
  readonly #quiet = new Highlight();
  readonly #active = new Highlight();
  readonly #ranges = new Map<PageMention, StaticRange>();
  #activeRange: StaticRange | undefined;
  #registered = false;
  #repairs = 0;

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

  /** Shows which mention the card is about, or none. */
  activate(mention: PageMention | undefined): void {
    if (this.#activeRange) this.#active.delete(this.#activeRange);
    this.#activeRange = mention && staticRangeOf(mention);
    if (!this.#activeRange) return;
    this.#active.add(this.#activeRange);
    this.#active.priority = 1;
  }

  /** Sets marks again that the page has cleared. */
  repair(): void {
    if (this.#ranges.size === 0 || this.#repairs >= MOST_REPAIRS || CSS.highlights.get(QUIET) === this.#quiet) return;
    this.#repairs++;
    this.#register();
  }

  clear(): void {
    this.paint([]);
    this.activate(undefined);
    // A newer copy of us may have taken the names over.
    if (CSS.highlights.get(QUIET) === this.#quiet) CSS.highlights.delete(QUIET);
    if (CSS.highlights.get(ACTIVE) === this.#active) CSS.highlights.delete(ACTIVE);
  }

  #register(): void {
    this.#registered = true;
    CSS.highlights.set(QUIET, this.#quiet);
    CSS.highlights.set(ACTIVE, this.#active);
  }
}

function staticRangeOf({ startNode, start, endNode, end }: PageMention): StaticRange {
  return new StaticRange({ startContainer: startNode, startOffset: start, endContainer: endNode, endOffset: end });
}
