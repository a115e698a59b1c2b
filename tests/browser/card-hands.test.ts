/** What the reader can do with a card, by pointer and by key, alone on a stage. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { entryWith } from '../unit/components/entries.ts';
import { calls, callsOf, focused, focusIn, press, seen, startStage, waitForStatus } from './stage.ts';
import { inCard } from './start.ts';

const { card } = startStage();

/** Waits until the card asked for so many things by this name. */
const waitForCalls = (page: Page, name: string, count: number) =>
  page.waitForFunction(
    (wanted, least) => window.calls.filter(([one]) => one === wanted).length >= least,
    { timeout: 3000 },
    name,
    count,
  );

async function hold(
  page: Page,
  held: 'Alt' | 'Shift' | 'Control' | 'Meta',
  key: 'ArrowLeft' | 'ArrowRight' | 'KeyN' | 'KeyP',
): Promise<void> {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
}

describe('pressing', () => {
  test('places, voice, pin, close and the ways to and fro', async () => {
    const page = await card('zonulin');
    expect(await seen(page)).toMatch(/2 of 5 on this page/);
    for (const name of ['Previous place', 'Next place', 'Hear it', 'Keep open', 'Back', 'Forward', 'Close'])
      await press(page, name);
    expect(await calls(page)).toEqual([
      ['place', -1],
      ['place', 1],
      ['speak'],
      ['pin', true],
      ['back'],
      ['forward'],
      ['close'],
    ]);
  });

  test('of a single place there is no next', async () => {
    const page = await card('zonulin', { place: 1, places: 1 });
    expect(await seen(page)).toMatch(/1 of 1 on this page/);
    await expect(press(page, 'Next place')).rejects.toThrow('no button');
  });

  test('related terms stand by what they have to do with this one, four at first, all with More', async () => {
    const related = (['made-by', 'see-also', 'made-by', 'studied-for', 'see-also', 'see-also'] as const).map(
      (as, i) => ({
        id: `t${i}`,
        name: `T${i}`,
        as,
      }),
    );
    const groups = (page: Page) =>
      inCard(page, (root) =>
        [...root.querySelectorAll('.related dl > div')].map((one) =>
          (one as HTMLElement).innerText.split(/\s*\n\s*/).join(' '),
        ),
      );
    const page = await card(entryWith({ related }));
    expect(await groups(page)).toEqual(['Made by T0 T2', 'See also T1', 'Studied for T3']);
    await press(page, 'More');
    expect(await groups(page)).toEqual(['Made by T0 T2', 'See also T1 T4 T5', 'Studied for T3']);
    await press(page, 'T5');
    await press(page, 'All about it in the glossary');
    expect(await calls(page)).toEqual([['open', 't5'], ['glossary']]);
  });

  test('what was left for More takes the focus when it is opened', async () => {
    const page = await card('rosacea');
    await press(page, '3 more findings');
    const claims = await inCard(page, (root) =>
      [...root.querySelectorAll('.claim')].map((one) => one.textContent ?? ''),
    );
    expect(claims.length).toBe(4);
    expect(await focused(page)).toBe(claims[1]);
  });
});

describe('the reader’s say', () => {
  test('I know this: said politely, and taken back', async () => {
    const page = await card('zonulin');
    await press(page, 'I know this');
    await waitForStatus(page, 'Will not be marked any more.');
    expect(await inCard(page, (root) => root.querySelector('[data-say="known"]')?.getAttribute('aria-pressed'))).toBe(
      'true',
    );
    await press(page, 'Undo');
    await waitForStatus(page, '');
    expect(await callsOf(page, 'say')).toEqual([
      ['known', true],
      ['known', false],
    ]);
    expect(await focused(page)).toBe('I know this');
  });

  test('not this meaning here, and save', async () => {
    const page = await card('zonulin');
    await press(page, 'More actions');
    await press(page, 'Save');
    await press(page, 'Not this meaning here');
    await waitForStatus(page, 'Will not be marked on this site.');
    expect(await callsOf(page, 'say')).toEqual([
      ['saved', true],
      ['not-here', true],
    ]);
  });

  test('where nothing is kept there is nothing to say', async () => {
    const page = await card('zonulin', { private: true });
    await press(page, 'More actions');
    for (const name of ['I know this', 'Save', 'Not this meaning here'])
      await expect(press(page, name)).rejects.toThrow('no button');
    await focusIn(page, '.card');
    await page.keyboard.type('ks');
    expect(await callsOf(page, 'say')).toEqual([]);
  });
});

describe('a pinned card', () => {
  test('is moved by its head, by as much as the hand moves', async () => {
    const page = await card('zonulin');
    const box = await inCard(page, (root) => {
      const { left, top } = (root.querySelector('.kind') as HTMLElement).getBoundingClientRect();
      return { x: left + 90, y: top + 8 };
    });
    const drag = async () => {
      await page.mouse.move(box.x, box.y);
      await page.mouse.down();
      await page.mouse.move(box.x + 300, box.y + 40, { steps: 4 });
      await page.mouse.up();
      await page.mouse.move(box.x, box.y, { steps: 3 });
    };
    await drag();
    expect(await callsOf(page, 'move')).toEqual([]);
    await press(page, 'Keep open');
    await drag();
    await waitForCalls(page, 'move', 1);
    const moves = (await callsOf(page, 'move')) as [number, number][];
    expect(moves.reduce(([x, y], [dx, dy]) => [x + dx, y + dy], [0, 0])).toEqual([300, 40]);
  });

  test('is moved by arrow keys, in long steps with Shift', async () => {
    const page = await card('zonulin');
    await press(page, 'Keep open');
    await focusIn(page, '.grip');
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowDown'] as const) await page.keyboard.press(key);
    await hold(page, 'Shift', 'ArrowRight');
    expect(await callsOf(page, 'move')).toEqual([
      [-8, 0],
      [0, -8],
      [0, 8],
      [32, 0],
    ]);
  });

  test('its buttons still take their press', async () => {
    const page = await card('zonulin');
    await press(page, 'Keep open');
    await press(page, 'Keep open');
    expect(await callsOf(page, 'pin')).toEqual([[true], [false]]);
    expect(await callsOf(page, 'move')).toEqual([]);
  });
});

describe('keys in the card', () => {
  test('each does what its button does', async () => {
    const page = await card(entryWith());
    await focusIn(page, '.card');
    await page.keyboard.type('pksn');
    await hold(page, 'Shift', 'KeyN');
    await hold(page, 'Alt', 'ArrowLeft');
    await hold(page, 'Alt', 'ArrowRight');
    expect(await calls(page)).toEqual([
      ['pin', true],
      ['say', 'known', true],
      ['say', 'saved', true],
      ['place', 1],
      ['place', -1],
      ['back'],
      ['forward'],
    ]);
    for (const [key, text] of [
      [
        'c',
        'A term\nWhat it is in one line.\nIt may make little difference to the skin. (Limited confidence. Seen in people (trials).)\nFirst 2020: https://doi.org/10.1000/first',
      ],
      ['b', 'bibtex first-2020'],
      ['r', 'ris first-2020'],
    ] as const) {
      await page.keyboard.type(key);
      await waitForStatus(page, 'Copied');
      await page.waitForFunction(
        (wanted) => window.calls.some(([name, one]) => name === 'copy' && one === wanted),
        { timeout: 3000 },
        text,
      );
    }
  });

  test('outside the card, and with Ctrl, they are the page’s', async () => {
    const page = await card('zonulin');
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
    });
    await page.keyboard.type('pcbrksn?');
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('pcbrksn?');
    await focusIn(page, '.card');
    await hold(page, 'Control', 'KeyN');
    expect(await calls(page)).toEqual([]);
  });

  test('the page’s own keys rest while one of the card’s is pressed', async () => {
    const page = await card('zonulin');
    await page.evaluate(() => {
      window.addEventListener('keydown', ({ key }) => window.calls.push(['page', key]));
    });
    await focusIn(page, '.card');
    await page.keyboard.type('kx');
    expect(await calls(page)).toEqual([
      ['say', 'known', true],
      ['page', 'x'],
    ]);
  });

  test('one without anything to do does nothing', async () => {
    const page = await card('zonulin', { bare: true });
    await focusIn(page, '.card');
    await page.keyboard.type('pcbrksn');
    expect(await calls(page)).toEqual([]);
  });
});

test('what a page makes up does nothing that the reader should do', async () => {
  const page = await card(entryWith());
  await press(page, 'More');
  await press(page, 'More actions');
  await press(page, 'Copy First 2020');
  await press(page, 'Keep open');
  const before = (await calls(page)).length;
  await inCard(page, (root) => {
    for (const button of root.querySelectorAll('button')) {
      // What goes to and fro or shuts the card does no harm, and More hides what is to be tried.
      if (/^(Back|Forward|Close)$/.test(button.ariaLabel ?? '') || button.textContent === 'Less') continue;
      button.click();
      button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
      for (const key of ['ArrowLeft', 'p', 'c', 'b', 'r', 'k', 's', 'n'])
        button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect((await calls(page)).slice(before)).toEqual([]);
});
