import { describe, expect, test } from 'vitest';
import {
  control,
  LISTS,
  type Look,
  lookAt,
  openedForATest,
  press,
  radio,
  smallTargets,
  sticksOut,
  store,
  stored,
  tabTo,
  tabToElement,
  violations,
  waitForStored,
  waitForText,
} from './own-page.ts';
import { browserName, start } from './start.ts';

const started = start();
const inDark = start({ dark: true });
const { open: options } = openedForATest(started, 'options.html', { width: 900, height: 760 });
const OPENING = 'How a card opens';

describe('by keyboard alone', () => {
  test('search, choose, add and remove a site, take back a word, save a file, delete everything', async () => {
    const page = await options();
    await store(page, { known: LISTS.known });
    await control(page, 'Mark again Rosacea');
    await tabTo(page, 'Find a setting');
    await page.keyboard.type('wavy');
    await waitForText(page, '1 section found');
    for (let i = 0; i < 4; i++) await page.keyboard.press('Backspace');

    await tabToElement(page, await radio(page, OPENING, 'normal'), OPENING);
    await page.keyboard.press('ArrowDown');
    await waitForStored(page, 'opening', { version: 1, opening: 'calm' });
    await tabTo(page, 'Back to defaults: Opening');
    await page.keyboard.press('Enter');
    await waitForStored(page, 'opening', { version: 1, opening: 'normal' });

    await tabTo(page, 'Add a site');
    await page.keyboard.type('example.org');
    await page.keyboard.press('Enter');
    await waitForStored(page, 'site:example.org', { version: 1, marks: 'off' });
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Remove example.org');
    await page.keyboard.press('Enter');
    await waitForStored(page, 'site:example.org', undefined);

    await tabTo(page, 'Mark again Rosacea');
    await page.keyboard.press(' ');
    await waitForStored(page, 'known', { version: 1, terms: { zonulin: 1 } });

    await tabTo(page, 'Put the names of my sites in, too');
    await page.keyboard.press(' ');
    await tabTo(page, 'Choose a file');
    await tabTo(page, 'Delete everything…');
    await page.keyboard.press('Enter');
    // The harmless button comes first, and Esc is as good.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep everything');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Delete everything…');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Delete everything');
    await page.keyboard.press('Enter');
    await waitForText(page, 'Everything was deleted.');
    expect(await stored(page)).toEqual({});
    await tabTo(page, 'Change keys');
    await tabTo(page, 'Open the glossary');
  });

  test('what has the focus can be seen to have it', async () => {
    const page = await options();
    await tabTo(page, 'Back to defaults: Opening');
    const ring = await page.evaluate(() => {
      const { outlineWidth, outlineStyle } = getComputedStyle(document.activeElement as Element);
      return [Number.parseFloat(outlineWidth) >= 2, outlineStyle];
    });
    expect(ring).toEqual([true, 'solid']);
  });
});

const LOOKS: Look[] = ['as it is', '320 px', '400 %'];
if (browserName === 'chromium') LOOKS.push('forced colours');

describe.each(LOOKS)('looked at: %s', (look) => {
  test('axe finds no fault, also with lists, an error, a report and the question before deleting', async () => {
    const page = await options();
    await lookAt(page, look);
    await store(page, LISTS);
    await control(page, 'Mark again Rosacea');
    await press(page, 'Add');
    await waitForText(page, 'There is no name.');
    expect(await violations(page)).toEqual([]);
    await press(page, 'Delete everything…');
    expect(await violations(page)).toEqual([]);
  });

  test('nothing sticks out sideways, also with wide text, and nothing is too small to hit', async () => {
    const page = await options();
    await lookAt(page, look);
    await store(page, { ...LISTS, [`site:${'very-long-name-'.repeat(4)}x.example`]: { version: 1, marks: 'on' } });
    await control(page, 'Mark again Rosacea');
    expect(await sticksOut(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await sticksOut(page, true)).toEqual([]);
  });
});

test('looked at in the dark: axe finds no fault', async () => {
  const page = await inDark.openOwn('options.html');
  await store(page, LISTS);
  await control(page, 'Mark again Rosacea');
  await press(page, 'Add');
  await waitForText(page, 'There is no name.');
  expect(await violations(page)).toEqual([]);
});
