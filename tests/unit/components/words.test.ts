import { expect, test } from 'vitest';
import { certaintyWords, monthOf, seenIn, studyWords } from '../../../components/words.ts';
import type { EntryStudy } from '../../../data/entry.ts';

test('in whom it was seen, and when it was not in people', () => {
  expect(seenIn(['people-trials'])).toBe('Seen in people (trials)');
  expect(seenIn(['people-observed', 'animals'])).toBe('Seen in people (observed) and animals');
  expect(seenIn(['people-trials', 'people-observed', 'cells'])).toBe(
    'Seen in people (trials), people (observed) and cells in a dish',
  );
  expect(seenIn(['animals'])).toBe('Seen in animals only');
  expect(seenIn(['animals', 'cells'])).toBe('Seen in animals and cells in a dish only');
  expect(certaintyWords('very-low', ['animals'])).toBe('Very unsure for people');
  expect(certaintyWords('low', ['people-observed', 'cells'])).toBe('Limited confidence');
});

test('what kind of study and who took part, in words', () => {
  const study = { design: 'animal', subjects: 'mice', n: 12 } as EntryStudy;
  expect(studyWords(study)).toBe('mouse study');
  expect(studyWords({ ...study, design: 'randomised-trial', subjects: 'people', n: 2522422 })).toBe(
    'trial, 2,522,422 people',
  );
  expect(studyWords({ ...study, design: 'cohort', subjects: 'people', n: 1 })).toBe(
    'people followed over time, 1 person',
  );
  expect(studyWords({ design: 'in-vitro', subjects: 'cells' } as EntryStudy)).toBe('laboratory study, in cells');
  expect(studyWords({ ...study, design: 'narrative-review', subjects: 'mixed' })).toBe(
    'experts’ overview, in people, animals or cells',
  );
});

test('the month it was checked', () => {
  expect(monthOf('2026-11-22')).toBe('Nov 2026');
});
