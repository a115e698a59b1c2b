import type { Entry } from '../data/entry.ts';
import { claimStudies } from './first-view.ts';
import { certaintyWords, seenIn } from './words.ts';

/** @returns a card as plain text to copy, a line each: name, meaning, the first claim with how sure it is, its first study. */
export function cardText(entry: Entry): string {
  const [claim] = entry.claims;
  const [study] = claimStudies(entry);
  return [
    entry.name,
    entry.inShort,
    claim
      ? `${claim.text} (${certaintyWords(claim.certainty, claim.subjects)}. ${seenIn(claim.subjects)}.)`
      : entry.noStudy,
    study && `${study.cite}: ${study.url}`,
  ]
    .filter(Boolean)
    .join('\n');
}
