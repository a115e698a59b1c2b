import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPageMessage } from '../../../page/messages.ts';

test('messages of the right shape are read, and only their own fields', () => {
  expect(readPageMessage({ type: 'prepare', term: 'acne', withCard: true, more: 1 })).toEqual({
    type: 'prepare',
    term: 'acne',
    withCard: true,
  });
  expect(readPageMessage({ type: 'site', host: 'x' })).toEqual({ type: 'site' });
  expect(readPageMessage({ type: 'changed' })).toEqual({ type: 'changed' });
});

test('anything else is refused', () => {
  const odd = [
    null,
    1,
    'site',
    [],
    {},
    { type: 'switch', on: false },
    { type: 'prepare' },
    { type: 'prepare', term: 1, withCard: true },
  ];
  for (const message of [...odd, { type: 'prepare', term: 'a'.repeat(101), withCard: true }])
    expect(readPageMessage(message)).toBeUndefined();
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(['prepare', 'hover', 'site', 'changed', 'cite', 'said', 'seen', 'say', 'glossary', undefined]).toContain(
        readPageMessage(message)?.type,
      );
    }),
    { numRuns: 5000 },
  );
});
