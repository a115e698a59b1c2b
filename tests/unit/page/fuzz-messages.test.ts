/** The reader of messages: whatever comes, it answers with a message of a known shape or with nothing, and never throws. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPageMessage, SAYS } from '../../../page/messages.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 10_000);

const odd = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
  withNullPrototype: true,
});
const word = fc.oneof(fc.string({ maxLength: 120 }), fc.constantFrom('acne', '__proto__', 'constructor', ''));
const either = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: odd });
/** Half right: a known type with fields that may be missing, of another kind, or too long. */
const nearly = fc.record(
  {
    type: either(
      fc.constantFrom(
        'prepare',
        'hover',
        'site',
        'changed',
        'cite',
        'said',
        'seen',
        'say',
        'glossary',
        'toString',
        '__proto__',
      ),
    ),
    term: either(word),
    withCard: either(fc.boolean()),
    studies: either(
      fc.oneof(
        fc.array(either(word), { maxLength: 3 }),
        fc.integer({ min: 199, max: 202 }).map((length) => Array.from({ length }, () => 'a')),
      ),
    ),
    what: either(fc.constantFrom(...SAYS, 'toString')),
    on: either(fc.boolean()),
    more: odd,
  },
  { requiredKeys: [] },
);

const isWord = (value: unknown) => typeof value === 'string' && value.length <= 100;
const isSwitch = (value: unknown) => typeof value === 'boolean';
/** The fields each type has, and what each has to be. */
const SHAPES: Record<string, Record<string, (value: unknown) => boolean>> = {
  prepare: { term: isWord, withCard: isSwitch },
  hover: {},
  site: {},
  changed: {},
  cite: { studies: (value) => Array.isArray(value) && value.length <= 200 && value.every(isWord) },
  said: { term: isWord },
  seen: { term: isWord },
  say: { what: (value) => SAYS.some((one) => one === value), term: isWord, on: isSwitch },
  glossary: { term: isWord },
};

test(`of ${RUNS} messages those of a known shape are read, with their own fields only, and no others`, {
  timeout: RUNS * 20,
}, () => {
  const read = new Map<string, number>();
  fc.assert(
    fc.property(fc.oneof({ weight: 1, arbitrary: odd }, { weight: 4, arbitrary: nearly }), (given) => {
      const message = readPageMessage(given);
      const fields = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
      const shape =
        typeof fields.type === 'string' && Object.hasOwn(SHAPES, fields.type) ? SHAPES[fields.type] : undefined;
      const isKnown = shape !== undefined && Object.entries(shape).every(([name, holds]) => holds(fields[name]));
      expect(message !== undefined).toBe(isKnown);
      if (!message || !shape) return;
      expect(Object.keys(message).sort()).toEqual(['type', ...Object.keys(shape)].sort());
      for (const name of Object.keys(shape)) expect(Reflect.get(message, name)).toBe(fields[name]);
      read.set(message.type, (read.get(message.type) ?? 0) + 1);
    }),
    { numRuns: RUNS },
  );
  expect([...read.keys()].sort(), 'each type was among them').toEqual(Object.keys(SHAPES).sort());
});
