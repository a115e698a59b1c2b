import { expect, test } from 'vitest';
import { buildFolder, isCardOpen, marks, pointAt, sleep, start, waitForCard } from './start.ts';

const started = start();

test('an update leaves no card behind, and the page goes on with the new version without a reload', async () => {
  const page = await started.open('<p>People with rosacea had raised zonulin.</p>');
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await marks(page, 2);
  await pointAt(page, 'zonulin');
  await waitForCard(page);

  await started.browser.installExtension(buildFolder('e2e'));
  await page.bringToFront();
  await page.mouse.move(900, 740, { steps: 3 });
  await sleep(1000);
  expect(await isCardOpen(page)).toBe(false);
  expect(await page.evaluate(() => document.querySelectorAll('[data-underskin]').length)).toBe(0);

  expect(await marks(page, 2)).toEqual(['rosacea', 'zonulin']);
  await pointAt(page, 'zonulin');
  await waitForCard(page);
  expect(await page.evaluate(() => document.querySelectorAll('[data-underskin]').length)).toBe(1);
  expect(errors).toEqual([]);
});
