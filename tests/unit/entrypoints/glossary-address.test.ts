import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileGlossary } from '../../../data/compile.ts';
import { isNamed, readAddress } from '../../../entrypoints/glossary/address.ts';

const { glossary } = await compileGlossary(join(import.meta.dirname, '../../../data'));
const read = (hash: string) => readAddress(hash, glossary);

test.each([
  ['#zonulin', { name: 'term', term: 'zonulin' }],
  ['#map', { name: 'map', region: undefined }],
  ['#map=blood', { name: 'map', region: 'blood' }],
  ['#q=leaky%20gut', { name: 'search', query: 'leaky gut' }],
  ['#q=leaky+gut', { name: 'search', query: 'leaky gut' }],
  ['#q=%20TNF-%CE%B1%20', { name: 'search', query: 'TNF-α' }],
  ['#q=<img src=x onerror=alert(1)>', { name: 'search', query: '<img src=x onerror=alert(1)>' }],
])('%s is understood', (hash, address) => {
  expect(read(hash)).toEqual(address);
});

test.each([
  '',
  '#',
  '#list',
  '#nobody-knows-this',
  '#Zonulin',
  '#zonulin=1',
  '#zonulin&zonulin',
  '#zonulin&q=kefir',
  '#q=',
  '#q=%20',
  '#q=%00',
  '#q=a&q=b',
  '#map=',
  '#map=nowhere',
  '#map=__proto__',
  '#__proto__',
  '#__proto__=1',
  '#constructor',
  '#../popup.html',
  '#javascript:alert(1)',
  '#<script>alert(1)</script>',
  '#%00',
  '#%ZZ',
  '#%257A',
  '#🙂',
  `#${'z'.repeat(1_000_000)}`,
])('%j shows the list, or the map without a region', (hash) => {
  expect(read(hash)).toEqual(hash === '#map=' ? { name: 'map', region: undefined } : { name: 'list' });
});

test('a long query is cut to the length of a name, and by whole characters', () => {
  const address = read(`#q=${encodeURIComponent('🙂'.repeat(500_000))}`);
  expect(address).toEqual({ name: 'search', query: '🙂'.repeat(80) });
  expect(read('#q=%ZZ')).toEqual({ name: 'search', query: '%ZZ' });
});

test('no term has an address that means something else', () => {
  for (const id of ['map', 'q', 'list']) expect(Object.hasOwn(glossary, id), id).toBe(false);
});

test.each([
  ['leaky gut', 'leaky-gut', true],
  ['Leaky-Gut', 'leaky-gut', true],
  ['“leaky gut”', 'leaky-gut', true],
  ['leaky', 'leaky-gut', false],
  ['TNFα', 'tnf-alpha', true],
  ['tnf alpha', 'tnf-alpha', true],
  ['yoghurt', 'yogurt', true],
  ['Crohn’s disease', 'crohns-disease', true],
])('%s is a name of %s: %s', (query, id, is) => {
  const entry = glossary[id];
  if (!entry) throw new Error(`no ${id}`);
  expect(isNamed(query, entry)).toBe(is);
});
