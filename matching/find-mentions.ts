/** The whole of spotting for one text that is a page of its own. A web page goes block by block (see `page/`). */
import { findCandidates, type Mention } from './find-candidates.ts';
import type { LabelIndex } from './label-index.ts';
import { PageContext } from './page-context.ts';

/** @returns mentions in order, not overlapping, offsets in UTF-16 units of `text`. */
export function findMentions(text: string, index: LabelIndex): Mention[] {
  const candidates = findCandidates(text, index);
  const context = new PageContext();
  context.learn(candidates);
  return candidates
    .filter((candidate) => context.accepts(candidate))
    .map(({ start, end, term, label }) => ({ start, end, term, label }));
}
