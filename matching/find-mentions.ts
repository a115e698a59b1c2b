/** The whole of spotting for one text that is a page of its own. A web page goes block by block (see `page/`). */
import { type Candidate, findCandidates, type Mention, type Refusal } from './find-candidates.ts';
import type { LabelIndex } from './label-index.ts';
import { isEnglish } from './language.ts';
import { PageContext } from './page-context.ts';

/** A candidate with what became of it. */
export interface Decision extends Mention {
  /** Why it is not marked; `undefined` when it is. */
  refused: Refusal | undefined;
}

/** @returns every candidate of `text` in order, each with whether it counts and if not why. */
export function decideMentions(text: string, index: LabelIndex): Decision[] {
  const candidates = findCandidates(text, index);
  if (candidates.length === 0) return [];
  const foreign = isEnglish(text, undefined) ? undefined : 'language';
  const context = new PageContext(index);
  context.learn(text, candidates);
  const decide = (candidate: Candidate): Decision => {
    const { start, end, term, label } = candidate;
    return { start, end, term, label, refused: foreign ?? context.refuses(candidate) };
  };
  return candidates.map(decide);
}

/** @returns mentions in order, not overlapping, offsets in UTF-16 units of `text`. */
export function findMentions(text: string, index: LabelIndex): Mention[] {
  return decideMentions(text, index)
    .filter(({ refused }) => refused === undefined)
    .map(({ start, end, term, label }) => ({ start, end, term, label }));
}
