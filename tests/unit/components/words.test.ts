import { expect, test } from 'vitest';
import { monthOf, seenIn, studyWords } from '../../../components/words.ts';
import type { EntryStudy } from '../../../data/entry.ts';

test('in whom it was seen, and when it was not in people', () => {
  expect(seenIn(['people-trials'])).toBe('Seen in people (trials)');
  expect(seenIn(['people-observed', 'animals'])).toBe('Seen in people (observed) and animals');
  expect(seenIn(['animals'])).toBe('Seen in animals only');
  expect(seenIn(['animals', 'cells'])).toBe('Seen in animals and cells in a dish only');
});

test('what kind of study, in words', () => {
  const study = { design: 'animal', subjects: 'mice', n: 12 } as EntryStudy;
  expect(studyWords(study)).toBe('mouse study');
  expect(studyWords({ ...study, design: 'randomised-trial', subjects: 'people', n: 2522422 })).toBe(
    'trial, 2,522,422 people',
  );
  expect(studyWords({ ...study, design: 'narrative-review', subjects: 'mixed' })).toBe('experts’ overview');
});

test('the month it was checked', () => {
  expect(monthOf('2026-11-22')).toBe('Nov 2026');
});
