/** What a card says, alone on a stage. What the reader can do with it is in `card-hands.test.ts`. */
import { describe, expect, test } from 'vitest';
import { CLAIM, entryWith, STUDY } from '../unit/components/entries.ts';
import { calls, callsOf, focused, focusIn, keysOf, press, seen, startStage, waitForStatus } from './stage.ts';
import { inCard } from './start.ts';

const { card } = startStage();

describe('each kind of card', () => {
  test('a disputed term: what is agreed and what is not shown come before the findings', async () => {
    const page = await card('leaky-gut');
    expect(await seen(page)).toMatch(/^Disputed term\s+Leaky gut[\s\S]*What is agreed[\s\S]*What is not shown/);
    await press(page, 'More');
    expect(await seen(page)).toMatch(/What is not shown[\s\S]*Often used to sell[\s\S]*Gut and skin[\s\S]*Very unsure/);
  });

  test('a method: how to read it, and no bar', async () => {
    const page = await card('16s-rrna-sequencing');
    expect(await seen(page)).toMatch(/When you read “more of X was found”[\s\S]*Not good for/);
    expect(await inCard(page, (root) => root.querySelector('.bar'))).toBe(null);
  });

  test('a treatment: a way to its harms, and a word of warning', async () => {
    const page = await card('antibiotics');
    expect(await seen(page)).toMatch(/Do not stop or start a treatment because of this card\./);
    await press(page, 'Harms, and who should ask first');
    expect(await focused(page)).toBe('Harms');
    expect(await seen(page)).toMatch(/Harms[\s\S]*Ask a doctor first/);
  });

  test('a microbe: its old name, and where it lives', async () => {
    const page = await card(
      entryWith({ kind: 'microbe', old: ['Old name one', 'Old name two'], livesIn: 'On the skin.' }),
    );
    expect(await seen(page)).toMatch(/Old name: Old name one\s[\s\S]*Where it lives: On the skin\./);
    await press(page, 'More');
    expect(await seen(page)).toMatch(/Old name: Old name one, Old name two/);
  });

  test('without a study it says so, and shows no certainty', async () => {
    const page = await card('tempeh');
    expect(await seen(page)).toMatch(/Gut and skin\s+We found no study/);
    expect(await inCard(page, (root) => root.querySelector('.bar'))).toBe(null);
  });

  test('a withdrawn study says so', async () => {
    const page = await card(entryWith({ studies: [{ ...STUDY, retracted: '2026-01-02' }] }));
    expect(await seen(page)).toMatch(/First 2020 trial, 61 people Withdrawn\. We no longer count it\./);
  });

  test('a sample that can do nothing shows nothing to press for it', async () => {
    const page = await card('zonulin', { bare: true });
    await press(page, 'More');
    expect(
      await inCard(page, (root) => [...root.querySelectorAll('button')].map((one) => one.textContent)),
    ).not.toEqual(expect.arrayContaining(['Copy']));
    for (const name of ['Keep open', 'Close', 'Back', 'Forward', 'I know this', 'Hear it', 'Next place'])
      await expect(press(page, name), name).rejects.toThrow('no button');
  });

  test('markup in a text stays text', async () => {
    const bad = '<img src=x onerror="window.calls.push([`ran`])">';
    const page = await card(
      entryWith({
        name: bad,
        inShort: bad,
        say: bad,
        old: [bad],
        claims: [{ ...CLAIM, text: bad, reason: bad }],
        studies: [{ ...STUDY, cite: bad, title: bad, finding: bad }],
        related: [{ id: 'x', name: bad, as: 'see-also' }],
        harms: bad,
        misreading: bad,
      }),
      { whole: true },
    );
    expect(await inCard(page, (root) => root.querySelectorAll('img').length)).toBe(0);
    expect((await seen(page)).split(bad).length).toBeGreaterThan(9);
    expect(await calls(page)).toEqual([]);
  });
});

describe('how sure', () => {
  test('name, meaning, gut and skin and how sure are in the first 300 px', async () => {
    const page = await card('vitiligo', { maxHeight: 440 });
    const below = await inCard(page, (root) => {
      const top = (root.querySelector('.card') as HTMLElement).getBoundingClientRect().top;
      return (root.querySelector('.level') as HTMLElement).getBoundingClientRect().bottom - top;
    });
    expect(below).toBeLessThanOrEqual(300);
  });

  test('the legend opens in place and is closed by the same button, or by its key', async () => {
    const page = await card('zonulin');
    await press(page, 'What does this mean?');
    expect(await seen(page)).toMatch(
      /What does this mean\?[\s\S]*Fairly confident[\s\S]*people \(trials\)[\s\S]*cells in a dish/,
    );
    expect(await inCard(page, (root) => root.querySelector('.ask')?.getAttribute('aria-expanded'))).toBe('true');
    await press(page, 'What does this mean?');
    expect(await inCard(page, (root) => root.querySelector('.legend'))).toBe(null);
    await page.keyboard.type('?');
    expect(await inCard(page, (root) => root.querySelector('.legend') !== null)).toBe(true);
    await page.keyboard.type('?');
    expect(await inCard(page, (root) => root.querySelector('.legend'))).toBe(null);
  });

  test('it lists the keys of what this card can do, and no others', async () => {
    const page = await card('zonulin');
    await press(page, 'What does this mean?');
    expect(await keysOf(page)).toEqual(['P', 'C', 'B', 'R', 'K', 'S', 'N', 'Shift+N', 'Alt+←', 'Alt+→', '?', 'Esc']);
    const sample = await card('zonulin', { bare: true });
    await press(sample, 'What does this mean?');
    expect(await keysOf(sample)).toEqual(['?']);
  });
});

describe('copying', () => {
  test('one study, in each format', async () => {
    const page = await card(entryWith());
    await press(page, 'More');
    await press(page, 'Copy First 2020');
    for (const [name, text] of [
      ['Text', 'text first-2020'],
      ['BibTeX', 'bibtex first-2020'],
      ['RIS', 'ris first-2020'],
    ] as const) {
      await press(page, name);
      await waitForStatus(page, 'Copied');
      expect((await callsOf(page, 'copy')).at(-1)).toEqual([text]);
    }
  });

  test('all studies at once', async () => {
    const two = [STUDY, { ...STUDY, id: 'second-2021', cite: 'Second 2021' }];
    const page = await card(entryWith({ studies: two }));
    await press(page, 'More');
    await expect(press(page, 'BibTeX'), 'before it is asked for').rejects.toThrow('no button');
    await press(page, 'Copy all');
    await press(page, 'BibTeX');
    await waitForStatus(page, 'Copied');
    expect(await callsOf(page, 'copy')).toEqual([['bibtex first-2020\n\nbibtex second-2021']]);
  });

  test('where the clipboard is shut, the text is shown to be selected', async () => {
    const page = await card(entryWith(), { copyFails: true });
    await press(page, 'More actions');
    await press(page, 'Copy text');
    await waitForStatus(page, 'Could not copy. Select the text below.');
    await focusIn(page, '.text-to-copy');
    expect(await focused(page)).toMatch(/^A term\nWhat it is in one line\.\n/);
    expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^A term\nWhat it is in one line\.\n/);
    expect(await inCard(page, (root) => root.querySelectorAll('input, textarea, [contenteditable]').length)).toBe(0);
  });

  test('says so when the studies cannot be read', async () => {
    const page = await card(entryWith(), { citeFails: true });
    await press(page, 'More');
    await press(page, 'Copy First 2020');
    await press(page, 'RIS');
    await waitForStatus(page, 'The studies could not be read. Close the card, open it again and try once more.');
    expect(await callsOf(page, 'copy')).toEqual([]);
  });
});
