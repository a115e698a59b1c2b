/** Whether everybody can read and use a card: axe, the focus, sizes of text and window, directions of writing, forced colours. */
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { compileGlossary } from '../../data/compile.ts';
import { KINDS } from '../../data/schema.ts';
import { entryWith } from '../unit/components/entries.ts';
import type { StageOptions } from './card-stage.tsx';
import { differingPixels, picture } from './pixels.ts';
import { press, startStage, waitForStatus } from './stage.ts';
import { browserName, inCard } from './start.ts';

const { card } = startStage();

/** @returns what axe has to say of the card, a line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      // The stage round the card is none.
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 150)}`));
  });
}

const { glossary } = await compileGlossary(join(import.meta.dirname, '../../data'));
const ONE_OF_EACH_KIND = KINDS.map((kind) => Object.values(glossary).find((entry) => entry.kind === kind)?.id ?? kind);
const LOOKS: [string, StageOptions, { name: string; value: string }[]][] = [
  ['light', { style: ':host { color-scheme: light }' }, []],
  ['dark', { style: ':host { color-scheme: dark }' }, []],
  ['forced colours', {}, [{ name: 'forced-colors', value: 'active' }]],
  ['from right to left', { dir: 'rtl' }, []],
];

/** Opens all there is to open. */
async function openAll(page: Page): Promise<void> {
  for (const name of ['What does this mean?', 'More', 'More actions', 'Keep open', 'I know this'])
    await press(page, name);
  await waitForStatus(page, 'Will not be marked any more.');
}

/** @returns what of the card sticks out of its box, or is cut, and what can be pressed but is too small. */
function faults(page: Page): Promise<string[]> {
  return inCard(page, (root) => {
    const found: string[] = [];
    const frame = (root.querySelector('.frame') as HTMLElement).getBoundingClientRect();
    const name = (one: Element) => `${one.tagName}.${one.className} ${(one.textContent ?? '').slice(0, 30)}`;
    for (const one of root.querySelectorAll<HTMLElement>('.card, .card *')) {
      if (!one.checkVisibility() || one.closest('.hidden, svg')) continue;
      const box = one.getBoundingClientRect();
      if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5) found.push(`out: ${name(one)}`);
      if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
        found.push(`cut: ${name(one)}`);
      const pressed = one.matches('button, a');
      // Links in a line of text may be as high as the line.
      if (one.matches('button') && (box.width < 24 || box.height < 24))
        found.push(`small: ${box.width} × ${box.height} ${name(one)}`);
      if (pressed && !(one.getAttribute('aria-label') ?? one.textContent ?? '').trim())
        found.push(`nameless: ${name(one)}`);
    }
    return found;
  });
}

describe('axe finds nothing to say', () => {
  for (const [what, options] of [
    ['in a page', {}],
    ['on a page of its own', { whole: true }],
    ['from right to left', { dir: 'rtl' }],
    ['large', { text: '20px' }],
  ] as [string, StageOptions][]) {
    test(what, async () => {
      for (const term of ['zonulin', 'leaky-gut', '16s-rrna-sequencing', 'antibiotics']) {
        const page = await card(term, options);
        expect(await violations(page), term).toEqual([]);
      }
    });
  }

  // What axe makes of a tree is the same in both browsers; only Chromium can be told to force colours.
  test.skipIf(browserName === 'firefox').each(LOOKS)('each kind, %s', async (_, options, features) => {
    for (const term of ONE_OF_EACH_KIND) {
      const page = await card(term, options);
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [...features] });
      expect(await violations(page), term).toEqual([]);
      await page.close();
    }
  });

  for (const scheme of ['light', 'dark']) {
    test(`with all open, ${scheme}`, async () => {
      const page = await card(
        'zonulin',
        { style: `:host { color-scheme: ${scheme} }`, maxHeight: 2000 },
        { width: 1000, height: 2100 },
      );
      await openAll(page);
      await press(page, 'Copy all');
      expect(await violations(page)).toEqual([]);
    });
  }

  test('with text to copy by hand', async () => {
    const page = await card(entryWith(), { copyFails: true });
    await press(page, 'More actions');
    await press(page, 'Copy text');
    await waitForStatus(page, 'Could not copy. Select the text below.');
    expect(await violations(page)).toEqual([]);
  });
});

test('a dialog with a name and a description in a page, an article with the first heading on its own', async () => {
  const said = (page: Page) =>
    inCard(page, (root) => {
      const shown = root.querySelector('.card') as HTMLElement;
      const text = (attribute: string) => root.getElementById(shown.getAttribute(attribute) ?? '')?.textContent;
      return [
        shown.getAttribute('role'),
        text('aria-labelledby'),
        text('aria-describedby'),
        root.querySelector('.name')?.tagName,
      ];
    });
  const entry = entryWith();
  expect(await said(await card(entry))).toEqual(['dialog', 'A term', 'What it is in one line.', 'H2']);
  expect(await said(await card(entry, { whole: true }))).toEqual([
    'article',
    'A term',
    'What it is in one line.',
    'H1',
  ]);
});

test('Tab stops at what can be pressed and at what scrolls, in the order of reading, and each stop can be seen', async () => {
  const page = await card('zonulin');
  const stops: string[] = [];
  for (let turn = 0; turn < 30; turn++) {
    await page.keyboard.press('Tab');
    const stop = await inCard(page, (root) => {
      const one = root.activeElement;
      if (!one) return undefined;
      return {
        is: one.matches('.body') ? 'body' : (one.getAttribute('aria-label') ?? one.textContent ?? ''),
        line: getComputedStyle(one).outlineStyle,
      };
    });
    if (!stop) break;
    expect(stop.line, stop.is).toBe('solid');
    stops.push(stop.is);
  }
  expect(stops).toEqual([
    'Back',
    'Forward',
    'Keep open',
    'Close',
    'body',
    'Hear it',
    'What does this mean?',
    '3 more findings',
    'Tight junctions',
    'Previous place',
    'Next place',
    'I know this',
    'More actions',
    'More',
  ]);
});

describe('nothing is cut, sticks out or is too small to press', () => {
  const SPACING =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';
  for (const [what, options] of [
    ['at the smallest text', { text: '13.5px' }],
    ['at 15 px', {}],
    ['at 17 px', { text: '17px' }],
    ['at 20 px', { text: '20px' }],
    ['with wide text spacing', { style: SPACING }],
    ['in 288 px', { width: 288 }],
    ['in 288 px, at 20 px, with wide text spacing', { width: 288, text: '20px', style: SPACING }],
    ['from right to left', { dir: 'rtl' }],
  ] as [string, StageOptions][]) {
    test(what, async () => {
      for (const term of ['zonulin', 'firmicutes-bacteroidetes-ratio']) {
        const page = await card(term, options);
        expect(await faults(page), term).toEqual([]);
        for (const name of ['More', 'More actions', 'I know this', 'Keep open', 'What the card’s words mean'])
          await press(page, name);
        expect(await faults(page), `${term}, all open`).toEqual([]);
      }
    });
  }
});

test('text grows with its one variable', async () => {
  const size = (page: Page) =>
    inCard(page, (root) => Number.parseFloat(getComputedStyle(root.querySelector('.in-short') as Element).fontSize));
  expect((await size(await card('zonulin', { text: '20px' }))) / (await size(await card('zonulin')))).toBeCloseTo(
    20 / 15,
    2,
  );
});

test('from right to left the ways to and fro turn round, and an English sentence still ends at its end', async () => {
  const page = await card('zonulin', { dir: 'rtl' });
  const found = await inCard(page, (root) => {
    const box = (selector: string) => (root.querySelector(selector) as Element).getBoundingClientRect();
    const text = (root.querySelector('.in-short') as Element).firstChild as Text;
    const at = (offset: number) => {
      const range = document.createRange();
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      return range.getBoundingClientRect();
    };
    return {
      turned: getComputedStyle(root.querySelector('.turns') as Element).scale,
      closeIsLeft: box('[aria-label="Close"]').left < box('.kind').left,
      stopIsLast: at(text.data.length - 1).left > at(text.data.length - 2).left,
    };
  });
  expect(found).toEqual({ turned: '-1 1', closeIsLeft: true, stopIsLast: true });
});

test('in a window as low as 256 px the card scrolls as a whole, under its head', async () => {
  const page = await card('zonulin', { width: 304, maxHeight: 140 }, { width: 320, height: 256 });
  const found = await inCard(page, (root) => {
    const shown = root.querySelector('.card') as HTMLElement;
    shown.scrollTop = shown.scrollHeight;
    const frame = (root.querySelector('.frame') as HTMLElement).getBoundingClientRect();
    const note = (root.querySelector('.note') as HTMLElement).getBoundingClientRect();
    const close = (root.querySelector('[aria-label="Close"]') as HTMLElement).getBoundingClientRect();
    return { scrolls: shown.scrollTop > 0, note: note.bottom <= frame.bottom, close: close.top >= frame.top };
  });
  expect(found).toEqual({ scrolls: true, note: true, close: true });
});

test.skipIf(browserName === 'firefox')(
  'in forced colours the bar is still filled by amount, and what is pressed is told',
  async () => {
    const page = await card('zonulin');
    await page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
    await press(page, 'I know this');
    const pictureOf = async (selector: string) => {
      const box = await page.evaluate((wanted) => {
        const found = document.querySelector('div[data-underskin]')?.shadowRoot?.querySelector(wanted);
        const { left = 0, top = 0 } = found?.getBoundingClientRect() ?? {};
        return { left, top, right: left + 15, bottom: top + 5 };
      }, selector);
      return picture(page, box);
    };
    expect(await differingPixels(await pictureOf('.full'), await pictureOf('.box:not(.full)'))).toBeGreaterThan(50);
    const before = await pictureOf('[data-say="known"]');
    await page.mouse.move(1, 1);
    await press(page, 'Undo');
    expect(await differingPixels(before, await pictureOf('[data-say="known"]'))).toBeGreaterThan(50);
  },
);
