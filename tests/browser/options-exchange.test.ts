import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { control, LISTS, openedForATest, press, store, stored, waitForChecked, waitForText, wipe } from './own-page.ts';
import { start } from './start.ts';

const started = start();
const { open: options } = openedForATest(started, 'options.html', { width: 900, height: 760 });
const OPENING = 'How a card opens';

describe('export and import', () => {
  /** Presses the button and catches the file that the browser would save. */
  const saved = async (page: Page): Promise<{ name: string; text: string }> => {
    await page.evaluate(() => {
      const caught = globalThis as unknown as { file?: Promise<{ name: string; text: string }> };
      let blob: Blob;
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (made) => {
        blob = made as Blob;
        return make(made);
      };
      HTMLAnchorElement.prototype.click = function () {
        caught.file = blob.text().then((text) => ({ name: this.download, text }));
      };
    });
    await press(page, 'Save file');
    await page.waitForFunction(() => 'file' in globalThis, { timeout: 5000 });
    return page.evaluate(() => (globalThis as unknown as { file: Promise<{ name: string; text: string }> }).file);
  };
  /** Chooses a file with this text in it. */
  const choose = async (page: Page, name: string, text: string): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'underskin-import-'));
    const file = join(folder, name);
    await writeFile(file, text);
    const field = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(file);
    await page.waitForFunction(() => document.activeElement?.classList.contains('report'), { timeout: 5000 });
    await rm(folder, { recursive: true });
  };

  test('a saved file brings back choices and words; sites are in it only when asked for', async () => {
    const page = await options();
    const { recent, ...lists } = LISTS;
    const kept = { ...lists, opening: { version: 1, opening: 'calm' } };
    await store(page, { ...kept, recent });
    await waitForChecked(page, OPENING, 'calm');
    const without = await saved(page);
    expect(without.name).toMatch(/^underskin-settings-\d{4}-\d\d-\d\d\.json$/);
    expect(without.text).not.toContain('news.example');
    expect(without.text).toContain('zonulin');
    await press(page, 'Put the names of my sites in, too');
    const { text } = await saved(page);
    expect(text).toContain('news.example');

    await wipe(page);
    await waitForChecked(page, OPENING, 'normal');
    await choose(page, 'mine.json', text);
    await waitForText(page, 'Settings were read from mine.json.');
    await waitForChecked(page, OPENING, 'calm');
    await control(page, 'news.example');
    const report = await page.$$eval('.report li', (items) => items.map(({ textContent }) => textContent));
    expect(report).toEqual(expect.arrayContaining(['2 words you know', '1 site with a setting of its own']));
    expect(await stored(page)).toMatchObject(kept);
  });

  test('a bad file changes nothing, and what to mend is listed and gets the focus', async () => {
    const page = await options();
    await store(page, LISTS);
    await choose(page, 'not-mine.json', 'Dear diary,\nno settings today.');
    await waitForText(page, 'Nothing was changed. 1 thing in not-mine.json has to be mended:');
    expect(await page.evaluate(() => document.activeElement?.querySelectorAll('li').length)).toBe(1);
    expect(await stored(page)).toEqual(LISTS);
    // Once mended, the same file can be chosen again.
    expect(await page.$eval('input[type=file]', (field) => field.value)).toBe('');
  });

  test('a file that is far too large is not even read', async () => {
    const page = await options();
    await choose(page, 'film.json', 'x'.repeat(2_000_001));
    await waitForText(page, 'A file of settings is smaller than 2 MB. Choose another one.');
  });
});
