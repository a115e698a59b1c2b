/**
 * The verb of a claim has to say as much certainty as its level does, and no more. GRADE's own wording
 * (Santesso et al. 2020, GRADE guidelines 26): a plain verb when certainty is high, "probably" when moderate, "may"
 * when low, and for very low that we can't tell.
 */
import type { Claim } from './schema.ts';

const hedges = /\b(may|might|could|probably|likely)\b/i;

/** What limits a very-low claim to what was seen: whom it was seen in, told as something past. */
const limited =
  /\bcannot (?:yet )?tell\b|\b(?:in|of) (?:mice|rats|animals|cells|dishes)\b|\bin (?:a |lab )?dish(?:es)?\b|\bin (?:one|two|three|a few|a small|small|a|this|the) (?:[\w-]+ ){0,3}(?:study|studies|trial|trials|survey)\b|\b(?:one|two|a few|some|small) (?:[\w-]+ ){0,2}(?:study|studies|trial|trials)\b|\bin \d+\b|\bno (?:[\w-]+ ){0,4}(?:study|studies|trial|trials)\b/i;

const bareEffect =
  /\b(?:causes|cures|heals|improves|reduces|lowers|raises|increases|prevents|treats|triggers|worsens|protects|helps)\b/i;

const beforeWhether = (text: string) => text.replace(/\b(?:whether|if|that|how)\b[^.]*/gi, '');

/**
 * @returns what is wrong with the words of `claim` at its certainty and how to mend it, or `undefined` when they fit.
 */
export function misfitOfWords({ text, certainty, subjects }: Claim): string | undefined {
  const inPeople = subjects.some((subject) => subject.startsWith('people'));
  const trials = subjects.includes('people-trials');
  switch (certainty) {
    case 'high':
      if (hedges.test(text)) return 'is rated high but hedges; write a plain verb, or rate it lower';
      break;
    case 'moderate':
      if (!/\bprobably\b/i.test(text)) return 'is rated moderate; say "probably"';
      if (/\b(?:proves?|proven|always|certainly)\b/i.test(text))
        return 'is rated moderate; drop proves, proven, always, certainly';
      break;
    case 'low':
      if (!/\bmay\b/i.test(text)) return 'is rated low; say "may"';
      if (/\b(?:probably|shown|proves?|proven|always)\b/i.test(text))
        return 'is rated low; drop probably, shown, proven, always';
      break;
    case 'very-low': {
      if (!limited.test(text))
        return 'is rated very low; say "We cannot tell yet whether …", or in whom it was seen, such as "In mice, …" or "In one small study, …"';
      const effect = bareEffect.exec(beforeWhether(text));
      if (effect)
        return `is rated very low but says "${effect[0]}" as a fact; tell what was seen, in the past tense, or put it behind "whether"`;
      break;
    }
    case 'not-rated':
      return 'is not rated; a claim needs a certainty, and a meaning belongs in explain';
  }
  if (/\b(?:proves?|proven|cures?|miracle|detox)\b/i.test(text))
    return 'promises too much; drop prove, cure, miracle, detox';
  if (inPeople && !trials && /\b(?:causes|leads to|results in)\b/i.test(beforeWhether(text)))
    return 'tells a link as a cause; observed people only show that two things go together';
  return undefined;
}
