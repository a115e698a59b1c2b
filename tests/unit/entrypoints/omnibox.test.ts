import { expect, test } from 'vitest';
import type { Entry } from '../../../data/entry.ts';
import { searchOf } from '../../../data/search.ts';
import { glossaryPathFor, suggestionsFor } from '../../../entrypoints/background/omnibox.ts';

function entry(id: string, name: string, inShort: string): Entry {
  return {
    id,
    name,
    kind: 'molecule',
    also: [],
    old: [],
    hidden: [],
    inShort,
    explain: '',
    claims: [],
    studies: [],
    related: [],
    reviewed: '2026-01-01',
  };
}

const search = searchOf({
  zonulin: entry('zonulin', 'Zonulin', 'Loosens "seals" <between> cells & more.'),
  inulin: entry('inulin', 'Inulin', 'A fibre.'),
});

test('suggests the name and one line', () => {
  expect(suggestionsFor('zonolin', search, false)[0]).toEqual({
    content: 'Zonulin',
    description: 'Zonulin: Loosens "seals" <between> cells & more.',
  });
});

test('in Chromium nothing in a line is taken for markup', () => {
  expect(suggestionsFor('zonulin', search, true)[0]?.description).toBe(
    'Zonulin: Loosens &quot;seals&quot; &lt;between&gt; cells &amp; more.',
  );
});

test('suggests nothing for nothing', () => {
  for (const text of ['', ' ', 'qqqq', '<b>']) expect(suggestionsFor(text, search, true)).toEqual([]);
});

test('a name opens its term, anything else a search', () => {
  expect(glossaryPathFor('zonulin', search)).toBe('/glossary.html#zonulin');
  expect(glossaryPathFor(' ZONULIN ', search)).toBe('/glossary.html#zonulin');
  expect(glossaryPathFor('zonolin', search)).toBe('/glossary.html#q=zonolin');
  expect(glossaryPathFor('a b&c#d', search)).toBe('/glossary.html#q=a%20b%26c%23d');
});

test('odd text is no error', () => {
  for (const text of ['', '%', '\ud800', 'a'.repeat(10_000)])
    expect(glossaryPathFor(text, search)).toMatch(/^\/glossary\.html#q=/);
});
