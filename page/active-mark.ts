/** Shows which mention the card is about, in the same way as `mark-painter.ts`. */
import { staticRangeOf } from './mark-painter.ts';
import type { PageMention } from './page-mentions.ts';

const NAME = 'term-mark-active';

export class ActiveMark {
  #highlight: Highlight | undefined;

  /** @param mention nothing takes the mark away. */
  show(mention: PageMention | undefined): void {
    // A newer copy of us may have taken the name over.
    if (this.#highlight && CSS.highlights.get(NAME) === this.#highlight) CSS.highlights.delete(NAME);
    this.#highlight = mention && new Highlight(staticRangeOf(mention));
    if (!this.#highlight) return;
    this.#highlight.priority = 1;
    CSS.highlights.set(NAME, this.#highlight);
  }
}
