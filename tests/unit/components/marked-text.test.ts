import { expect, test } from 'vitest';
import { readMarked } from '../../../components/marked-text.tsx';

test.each([
  ['An article on [rosacea].', 'An article on rosacea.', [[14, 21]]],
  [
    '[One] and [two]',
    'One and two',
    [
      [0, 3],
      [8, 11],
    ],
  ],
  ['None', 'None', []],
  ['', '', []],
])('%s: words in brackets are marked, and the brackets are gone', (text, plain, marks) => {
  expect(readMarked(text)).toEqual({ plain, marks });
});
