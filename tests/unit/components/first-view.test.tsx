import { join } from 'node:path';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { Card } from '../../../components/card.tsx';
import { firstView } from '../../../components/first-view.ts';
import { compileGlossary } from '../../../data/compile.ts';
import type { Entry } from '../../../data/entry.ts';
import { CLAIM, entryWith, STUDY, text } from './entries.ts';

/** @returns how many words of the head and body of a card can be seen. */
function wordsSeen(entry: Entry): number {
  const root = document.createElement('div');
  render(<Card entry={entry} place={1} places={2} onOpen={() => undefined} onSpeak={() => undefined} />, root);
  for (const unseen of root.querySelectorAll('.hidden, footer, [hidden]')) unseen.remove();
  const texts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.textContent ?? '');
  render(null, root);
  return texts
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

test('no card of the glossary shows more than 90 words before More, and each shows what its layout needs', async () => {
  const { glossary } = await compileGlossary(join(import.meta.dirname, '../../../data'));
  const entries = Object.values(glossary);
  expect(entries.length).toBeGreaterThan(300);
  const tooLong = entries.map((entry) => ({ id: entry.id, words: wordsSeen(entry) })).filter(({ words }) => words > 90);
  expect(tooLong).toEqual([]);
  for (const entry of entries) {
    const { parts } = firstView(entry);
    const needed = entry.disputed ? 'notShown' : entry.howToRead ? 'itMeans' : 'claim';
    expect(parts.has(needed), entry.id).toBe(true);
  }
}, 60_000);

test('a small entry is shown whole', () => {
  const related = [{ id: 'other', name: 'Other', as: 'see-also' as const }];
  const { parts, studies, related: terms } = firstView(entryWith({ say: 'ay-term', livesIn: 'On the skin.', related }));
  expect([...parts].sort()).toEqual(['claim', 'livesIn', 'reason', 'say']);
  expect({ studies, terms }).toEqual({ studies: 1, terms: 1 });
});

test('what does not fit waits, the lighter first, and nothing is cut', () => {
  const long = { ...CLAIM, text: text(45), reason: text(12) };
  const { parts, studies, related } = firstView(
    entryWith({ inShort: text(25), claims: [long], related: [{ id: 'o', name: 'Other', as: 'made-by' }] }),
  );
  expect(parts.has('claim')).toBe(true);
  expect(parts.has('reason')).toBe(false);
  expect({ studies, related }).toEqual({ studies: 0, related: 0 });
});

test('a claim that waits takes its reason and its studies along', () => {
  const disputed = { agreed: text(20), notShown: text(20) };
  const { parts, studies } = firstView(
    entryWith({ inShort: text(20), disputed, claims: [{ ...CLAIM, text: text(30), reason: 'Few.' }] }),
  );
  expect([...parts].sort()).toEqual(['agreed', 'notShown']);
  expect(studies).toBe(0);
});

test('never more than three studies and four related terms', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f'];
  const { studies, related } = firstView(
    entryWith({
      claims: [{ ...CLAIM, studies: many }],
      studies: many.map((id) => ({ ...STUDY, id })),
      related: many.map((id) => ({ id, name: id, as: 'see-also' })),
    }),
  );
  expect({ studies, related }).toEqual({ studies: 3, related: 4 });
});

test('a method says first how to read it; its findings wait', () => {
  const howToRead = { goodFor: 'Groups.', notFor: 'One person.', itMeans: 'A larger share.' };
  expect([...firstView(entryWith({ kind: 'method', howToRead })).parts]).toEqual(['itMeans', 'notFor', 'goodFor']);
});
