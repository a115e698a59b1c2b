import { expect, test } from 'vitest';
import { cardText } from '../../../components/card-text.ts';
import { joinCitations } from '../../../components/copy-as.tsx';
import { entryWith } from './entries.ts';

test('a card as text says how sure it is, in whom it was seen, and where that is from', () => {
  expect(cardText(entryWith())).toBe(
    [
      'A term',
      'What it is in one line.',
      'It may make little difference to the skin. (Limited confidence. Seen in people (trials).)',
      'First 2020: https://doi.org/10.1000/first',
    ].join('\n'),
  );
});

test('without a study it says that there is none', () => {
  expect(cardText(entryWith({ claims: [], studies: [], noStudy: 'We found no study.' }))).toBe(
    'A term\nWhat it is in one line.\nWe found no study.',
  );
});

test('citations are joined as their formats want it', () => {
  const citations = ['a', 'b'].map((id) => ({ id, text: `text ${id}`, bibtex: `@article{${id}}`, ris: `ID  - ${id}` }));
  expect(joinCitations(citations, 'text')).toBe('text a\ntext b');
  expect(joinCitations(citations, 'bibtex')).toBe('@article{a}\n\n@article{b}');
  expect(joinCitations(citations, 'ris')).toBe('ID  - a\n\nID  - b');
});
