/**
 * The matcher against a reference that is slow and plain: every label as a regular expression of its own, all their
 * matches, leftmost and then longest. Folding is shared, it has its own table; what follows it is not.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCandidates } from '../../../matching/find-candidates.ts';
import { fold, sourceRange } from '../../../matching/fold.ts';
import { exactKey, type Label, readLabels, writeLabels } from '../../../matching/label-index.ts';

const label = (text: string, term: string, caseExact = false): Label => ({
  text,
  term,
  when: 'always',
  sisters: [],
  caseExact,
});

const LABELS = [
  label('acne', 'a'),
  label('acne vulgaris', 'b'),
  label('acne inversa', ''),
  label('gut', 'c'),
  label('gut barrier', 'd'),
  label('gut-skin axis', 'e'),
  label('skin', 'f'),
  label('skin barrier', 'g'),
  label('short-chain fatty acids', 'h'),
  label('fatty acids', 'i'),
  label('IL-17', 'j', true),
  label('IL-17A', 'k', true),
  label('TNF-alpha', 'l'),
  label('T cells', 'm'),
  label('regulatory T cells', 'n'),
  label('FOXP3+ T cells', 'o'),
  label('GABA', 'p', true),
  label('café', 'q'),
  label('F/B ratio', 'r', true),
  label('25(OH)D', 's', true),
];
const index = readLabels(writeLabels(LABELS));

interface Found {
  start: number;
  end: number;
  term: string;
}

function reference(text: string): Found[] {
  const folded = fold(text);
  const all = LABELS.flatMap(({ text: written, term, caseExact }) => {
    const tokens = fold(written).text.match(/\p{L}+(?:'\p{L}+)*|\p{N}+/gu) ?? [];
    // Nothing stands between two tokens only where letters meet digits. Of an exact label the whole is compared below.
    const signs = caseExact ? '[^\\p{L}\\p{N}]+' : '\\+?[\\s\\u2060]*-[\\s\\u2060]*|\\+?[\\s\\u2060]+|\\+';
    const between = `(?:${signs}|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L}))`;
    // Words are taken whole: letters end where digits begin, and an apostrophe between letters belongs to the word.
    const body = tokens.join(between);
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}_]\\u2060*)(?<!\\p{L}')${body}(?=(?:'s)?(?:[^\\p{L}\\p{N}_'\\u2060]|\\u2060+(?![\\p{L}\\p{N}_])|'(?!\\p{L})|$))`,
      'gu',
    );
    return [...folded.text.matchAll(pattern)].flatMap((match) => {
      const range = sourceRange(folded, match.index, match.index + match[0].length);
      if (caseExact && exactKey(text.slice(range.start, range.end)) !== exactKey(written)) return [];
      return [{ ...range, term, from: match.index, tokens: tokens.length, to: match.index + match[0].length }];
    });
  });
  all.sort((a, b) => a.from - b.from || b.tokens - a.tokens);
  let end = 0;
  return all.flatMap(({ start, end: last, term, from, to }) => {
    if (from < end) return [];
    end = to;
    return [{ start, end: last, term }];
  });
}

test('finds what a plain reference finds, in 20,000 generated texts', () => {
  // A number on its own may go on a numbered label (coordination.ts), which this reference knows nothing of.
  const words = LABELS.flatMap(({ text }) => [
    text,
    text.toUpperCase(),
    text.toLowerCase(),
    ...text.split(/[- ]/).filter((part) => !/^\d/.test(part)),
  ]);
  const glue = [
    ' ',
    '  ',
    '\n',
    '-',
    '(',
    ')',
    '–',
    '\u00a0',
    '\u00ad',
    '',
    '’s ',
    ', ',
    '. ',
    '+ ',
    '_',
    'α',
    '1',
    'x',
    '\u0301',
  ];
  const text = fc.array(fc.tuple(fc.constantFrom(...words, 'of', 'the', 'cell'), fc.constantFrom(...glue)), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(text, (pieces) => {
      const written = pieces.flat().join('');
      const found = findCandidates(written, index).filter(({ refused }) => refused !== 'address');
      expect(
        found.map(({ start, end, term }) => ({ start, end, term })),
        JSON.stringify(written),
      ).toEqual(reference(written));
    }),
    { numRuns: 20_000 },
  );
});
