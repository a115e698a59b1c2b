import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonFault, readJson } from '../../../settings/json-text.ts';

const DEEP = 1000;

/** @returns what reads it, or nothing when it is refused. */
function parsed(parse: () => unknown): { value: unknown } | undefined {
  try {
    return { value: parse() };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof JsonFault) return undefined;
    throw error;
  }
}

describe('reading JSON', () => {
  test('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (text, indent) => {
        const pretty = JSON.stringify(JSON.parse(text), null, indent);
        for (const one of [text, pretty]) expect(readJson(one, DEEP).value).toEqual(JSON.parse(one));
      }),
      { numRuns: 2000 },
    );
  });

  test('takes and refuses the same texts as JSON.parse', () => {
    const sign = fc.constantFrom(
      ...'{}[]:,"\\ \n\t\r-+.019eEuax',
      'true',
      'null',
      '"a"',
      '\u0001',
      '\u2028',
      '\ufeff',
      '💧',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const text = signs.join('');
        const ours = parsed(() => readJson(text, DEEP).value);
        expect(ours).toEqual(parsed(() => JSON.parse(text)));
      }),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(3), sign, (text, from, length, put) => {
        const at = from % (text.length + 1);
        const damaged = text.slice(0, at) + put + text.slice(at + length);
        const ours = parsed(() => readJson(damaged, DEEP).value);
        expect(ours).toEqual(parsed(() => JSON.parse(damaged)));
      }),
      { numRuns: 5000 },
    );
  });

  test('knows the line of each name, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n']) {
      const text = ['{', '"a": 1, "b": {', '', '"c": [', '{ "d": "x\\ny" }', ']', '}', '}'].join(end);
      const { value, lineOf } = readJson(text, DEEP);
      const { b } = value as { b: { c: object[] } };
      expect(['a', 'b'].map((name) => lineOf(value as object, name))).toEqual([2, 2]);
      expect(lineOf(b, 'c')).toBe(4);
      expect(lineOf(b.c[0] as object, 'd')).toBe(5);
      expect(lineOf(b, 'd')).toBe(undefined);
    }
  });

  test('notices names that are there twice, also when they are written otherwise', () => {
    const { value, twice } = readJson('{"a": {"b": 1,\n"\\u0062": 2}, "c": 1,\n"a": 3, "a": 4}', DEEP);
    expect(value).toEqual({ a: 4, c: 1 });
    expect(twice).toEqual([
      { line: 2, path: ['a', 'b'] },
      { line: 3, path: ['a'] },
      { line: 3, path: ['a'] },
    ]);
  });

  test('__proto__ is a name like any other', () => {
    const { value } = readJson('{"__proto__": {"polluted": true}}', DEEP);
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect('polluted' in (value as object)).toBe(false);
  });

  test('stops where it goes too deep, and only there', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(readJson(deep(5), 5).value).toEqual([[[[[]]]]]);
    expect(readJson('[[],[[]],{},[{}]]', 3).value).toEqual([[], [[]], {}, [{}]]);
    expect(() => readJson(deep(6), 5)).toThrow(new JsonFault('flatter', 1, ['0', '0', '0', '0', '0']));
    expect(() => readJson('['.repeat(1_000_000), 5)).toThrow(JsonFault);
  });

  test.each([
    ['an open text of 2 MB', `{"a": "${'x\\n'.repeat(700_000)}`, 'text'],
    ['2 MB of quotes', `{"a": ${'"'.repeat(2_000_000)}`, 'comma'],
    ['2 MB of backslashes', `{"a": "${'\\'.repeat(2_000_000)}"`, 'end'],
    ['a number of 2 MB', `{"a": ${'9'.repeat(2_000_000)}`, 'end'],
    ['2 MB of blanks', `{"a": ${' '.repeat(2_000_000)}`, 'end'],
  ])('%s is no harm', (_, text, expected) => {
    expect(() => readJson(text, DEEP)).toThrow(expect.objectContaining({ expected }));
  });
});
