/** Shows which mention the card is about, in the same way as `mark-painter.ts`. */
import { type MarkPainter, staticRangeOf } from './mark-painter.ts';
import type { PageMention } from './page-mentions.ts';

export class ActiveMark {
  readonly #painter: MarkPainter;
  #highlight: Highlight | undefined;
  #name = '';

  /** @param painter of the other marks. */
  constructor(painter: MarkPainter) {
    this.#painter = painter;
  }

  /** @param mention nothing takes the mark away. */
  show(mention: PageMention | undefined): void {
    // A newer copy of us may have taken the name over.
    if (this.#highlight && CSS.highlights.get(this.#name) === this.#highlight) CSS.highlights.delete(this.#name);
    this.#highlight = mention && new Highlight(staticRangeOf(mention));
    if (!this.#highlight) return;
    this.#highlight.priority = 1;
    this.#name = `term-mark-active${this.#painter.wash}`;
    CSS.highlights.set(this.#name, this.#highlight);
  }
}
