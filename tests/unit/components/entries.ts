/** Entries made up for tests. */
import type { Entry, EntryStudy } from '../../../data/entry.ts';
import type { Claim } from '../../../data/schema.ts';

export const STUDY: EntryStudy = {
  id: 'first-2020',
  cite: 'First 2020',
  title: 'A trial',
  journal: 'A journal',
  url: 'https://doi.org/10.1000/first',
  design: 'randomised-trial',
  subjects: 'people',
  n: 61,
  finding: 'It made no difference.',
};

export const CLAIM: Claim = {
  text: 'It may make little difference to the skin.',
  certainty: 'low',
  subjects: ['people-trials'],
  reason: 'One small trial.',
  studies: ['first-2020'],
};

/** @returns a small condition with one claim and one study, and what is given in place of its parts. */
export function entryWith(parts: Partial<Entry> = {}): Entry {
  return {
    id: 'a-term',
    name: 'A term',
    kind: 'condition',
    also: [],
    old: [],
    hidden: [],
    inShort: 'What it is in one line.',
    explain: 'What it is, at length.',
    claims: [CLAIM],
    studies: [STUDY],
    related: [],
    reviewed: '2026-11-22',
    ...parts,
  };
}

/** @returns a text of so many words. */
export function text(words: number): string {
  return Array.from({ length: words }, (_, i) => `word${i}`).join(' ');
}
