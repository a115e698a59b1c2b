import { describe, expect, test } from 'vitest';
import { focused, keys, openPopup, PAGE, rows, waitForText } from './popup-page.ts';
import { type Site, start } from './start.ts';

declare const browser: typeof import('wxt/browser').browser;

const started = start();
const popupOn = (html: string, site?: Site) => openPopup(started, html, site);

describe('search', () => {
  test('forgives typing mistakes, and Enter opens the first', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.type('input', 'soriasys');
    expect((await rows(popup))[0]).toBe('Psoriasis');
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'What it is');
    expect(await popup.evaluate(() => document.querySelector('.card .name')?.textContent)).toBe('Psoriasis');
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(() => document.activeElement?.tagName === 'INPUT', { timeout: 3000 });
    await popup.evaluate(() => browser.storage.local.clear());
  });

  test('says plainly when it has no card', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.type('input', 'qqqqqq');
    await waitForText(popup, 'No card for “qqqqqq” yet');
  });

  test('takes whatever is pasted or typed for text', async () => {
    const { popup } = await popupOn(PAGE);
    const html = '<img src=x onerror="document.title=1">';
    for (const odd of [
      html,
      '.*+?^()|[]\\',
      '%_',
      '\ud83d\ude42',
      'الجلد',
      'z\u0301onulin',
      '\u200bzonulin',
      'a'.repeat(10_000),
    ]) {
      await popup.evaluate((text) => {
        const input = document.querySelector('input') as HTMLInputElement;
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }, odd);
      await popup.waitForFunction(() => document.querySelector('.list-head'), { timeout: 3000 });
    }
    expect(await popup.evaluate(() => document.querySelectorAll('img').length)).toBe(0);
    expect(await popup.title()).toBe('Underskin');
  });
});

describe('by keyboard alone', () => {
  test('down to the list, along it, into a term, and back to where it was', async () => {
    const { popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    await keys(popup, 'ArrowDown');
    expect(await focused(popup)).toBe('Rosacea');
    await keys(popup, 'ArrowDown');
    expect(await focused(popup)).toBe('Zonulin');
    await keys(popup, 'End');
    expect(await focused(popup)).toBe('Psoriasis');
    await keys(popup, 'ArrowDown');
    expect(await focused(popup)).toBe('Psoriasis');
    await keys(popup, 'Home');
    expect(await focused(popup)).toBe('Rosacea');
    await keys(popup, 'ArrowDown', 'Enter');
    await waitForText(popup, 'What it is');
    expect(await popup.evaluate(() => document.querySelector('.card .name')?.textContent)).toBe('Zonulin');
    await keys(popup, 'Escape');
    await popup.waitForFunction(() => document.querySelector('.card') === null, { timeout: 3000 });
    expect(await focused(popup)).toBe('Zonulin');
    await keys(popup, 'ArrowUp', 'ArrowUp');
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await popup.evaluate(() => browser.storage.local.clear());
  });

  test('from term to term and back one by one', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.type('input', 'zonulin');
    await keys(popup, 'Enter');
    await waitForText(popup, 'What it is');
    const name = () => popup.evaluate(() => document.querySelector('.card .name')?.textContent);
    await popup.focus('.related button');
    await keys(popup, 'Enter');
    await popup.waitForFunction(() => document.querySelector('.card .name')?.textContent !== 'Zonulin', {
      timeout: 3000,
    });
    await keys(popup, 'Escape');
    await popup.waitForFunction(() => document.querySelector('.card .name')?.textContent === 'Zonulin', {
      timeout: 3000,
    });
    expect(await name()).toBe('Zonulin');
    await popup.evaluate(() => browser.storage.local.clear());
  });

  test('Escape empties the search, and then closes', async () => {
    const { popup } = await popupOn(PAGE);
    await popup.evaluate(() => {
      window.close = () => {
        document.title = 'closed';
      };
    });
    await popup.type('input', 'kefir');
    await keys(popup, 'Escape');
    await popup.waitForFunction(() => document.querySelector('input')?.value === '', { timeout: 3000 });
    expect(await popup.title()).toBe('Underskin');
    await keys(popup, 'Escape');
    expect(await popup.title()).toBe('closed');
  });

  test('everything is reached by Tab, in the order it is seen', async () => {
    const { popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    const reached: string[] = [];
    for (let i = 0; i < 18; i++) {
      await popup.keyboard.press('Tab');
      reached.push(
        await popup.evaluate(() => {
          const element = document.activeElement;
          return element?.getAttribute('aria-label') ?? element?.getAttribute('role') ?? element?.textContent ?? '';
        }),
      );
    }
    for (const name of [
      'switch',
      'Off on this page only',
      'Next Zonulin on the page',
      'Pause for 1 hour',
      'Options',
      'Glossary',
      'Map',
    ])
      expect(reached, name).toContain(name);
  });

  test('the switch, a jump, the pause and the order work by keys', async () => {
    const { page, popup } = await popupOn(PAGE);
    await waitForText(popup, 'On this page');
    await popup.focus('[role=switch]');
    await keys(popup, ' ');
    await waitForText(popup, 'Marks are off here.');
    await keys(popup, ' ');
    await waitForText(popup, 'On this page');
    await popup.focus('[aria-label="Previous Zonulin on the page"]');
    await keys(popup, 'Enter');
    await page.waitForFunction(() => scrollY > 1000, { timeout: 5000, polling: 100 });
    await popup.focus('footer button');
    await keys(popup, 'Enter');
    await waitForText(popup, 'Paused everywhere until');
    expect(await focused(popup)).toBe('Resume');
    await keys(popup, 'Enter');
    await waitForText(popup, 'Marks are on.');
  });
});
