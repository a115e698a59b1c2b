import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { axisOf, REGIONS } from '../../data/axis.ts';
import { compileGlossary } from '../../data/compile.ts';
import { focused, forceColours, NARROW, openAt, sideways, tabTo, WIDE, ZOOMED } from './glossary-page.ts';
import { violations, waitForText } from './own-page.ts';
import { browserName, start } from './start.ts';

const started = start();
const { glossary } = await compileGlossary(join(import.meta.dirname, '../../data'));
const axis = axisOf(glossary);

const open = (hash = '#map', size = WIDE) => openAt(started, `glossary.html${hash}`, size);
const regionNames = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.drawing a')].map((one) => one.getAttribute('aria-label') ?? one.textContent),
  );
const beside = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.region-terms a')].map((one) => one.getAttribute('href')));

describe('the map', () => {
  test('names each region with how many terms it has, from the gut to the skin', async () => {
    const page = await open();
    const names = await regionNames(page);
    expect(names).toHaveLength(REGIONS.length);
    expect(names[0]).toBe(`Inside the gut: ${axis['gut-contents'].length} terms`);
    expect(names[3]).toBe(`Metabolites: ${axis.metabolites.length} terms`);
    expect(names[9]).toBe(`Skin: ${axis.skin.length} terms`);
    await waitForText(page, 'It does not say that each path is proven');
  });

  test('a region shows its terms beside it, each with its certainty and a way to it', async () => {
    const page = await open();
    await page.click('.drawing [href="#map=metabolites"] .path');
    await page.waitForFunction(() => location.hash === '#map=metabolites');
    await waitForText(page, 'Small substances that microbes');
    expect((await beside(page)).sort()).toEqual(axis.metabolites.map(({ id }) => `#${id}`).sort());
    const bars = await page.evaluate(() => document.querySelectorAll('.region-terms .bar').length);
    expect(bars).toBe(axis.metabolites.filter(({ claims, disputed }) => claims.length > 0 && !disputed).length);
    await page.evaluate(() => document.querySelector<HTMLElement>('.region-terms [href="#butyrate"]')?.click());
    await page.waitForFunction(() => document.querySelector('.card .name')?.textContent === 'Butyrate');
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.querySelector('.region-terms h2') !== null);
    expect(await page.evaluate(() => document.querySelector('.chosen')?.getAttribute('aria-current'))).toBe('true');
  });

  test('all of it is a list, too', async () => {
    const page = await open();
    const listed = await page.evaluate(() =>
      [...document.querySelectorAll('.as-list section')].map((section) => ({
        heading: section.querySelector('h3')?.textContent,
        terms: [...section.querySelectorAll('a')].filter((one) => one.checkVisibility()).length,
      })),
    );
    expect(listed.map(({ terms }) => terms)).toEqual(REGIONS.map((region) => axis[region].length));
    expect(listed[4]?.heading).toBe(`Blood: ${axis.blood.length} terms`);
  });

  test('by keyboard: each region in turn, Enter goes to its terms, and on to one of them', async () => {
    const page = await open();
    await page.bringToFront();
    const names = (await regionNames(page)).slice(0, 10);
    await tabTo(page, '.drawing a', 10);
    for (const name of names) {
      expect(await focused(page)).toBe(name);
      await page.keyboard.press('Tab');
    }
    await page.evaluate(() => document.querySelector<SVGAElement>('.drawing [href="#map=nerves"]')?.focus());
    const ring = await page.evaluate(() => {
      const shape = document.querySelector('.drawing [href="#map=nerves"] .shape');
      return shape ? getComputedStyle(shape).strokeWidth : '';
    });
    expect(ring).toBe('4px');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Nerves and brain: '));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.region-terms') !== null)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.classList.contains('card'));
  });

  test.each(['#map', '#map=gut-lining'])('%s has no fault that axe can see: light, narrow, zoomed', async (hash) => {
    const page = await open(hash);
    for (const size of [WIDE, NARROW, ZOOMED]) {
      await page.setViewport(size);
      expect(await violations(page), `${size.width} × ${size.height}`).toEqual([]);
      expect(await sideways(page), `${size.width} × ${size.height}`).toBe(0);
    }
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    expect(await violations(page), 'dark').toEqual([]);
  });

  test.runIf(browserName === 'chromium')(
    'in forced colours it is drawn in the system’s, and axe finds nothing',
    async () => {
      const page = await open('#map=blood');
      await forceColours(page, true);
      expect(await violations(page)).toEqual([]);
      const { shape, ground } = await page.evaluate(() => {
        const one = document.querySelector('.drawing [href="#map=skin"] .shape');
        const style = one && getComputedStyle(one);
        return { shape: style?.stroke, ground: style?.fill };
      });
      expect(shape).not.toBe(ground);
      expect(ground).toBe(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    },
  );

  test('words stay inside their places in the narrowest window', async () => {
    const page = await open('#map', NARROW);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.region')].flatMap((region) => {
        const shape = region.querySelector('.shape')?.getBoundingClientRect();
        const label = region.querySelector('.label')?.getBoundingClientRect();
        if (!shape || !label) return ['nothing drawn'];
        const fits =
          label.left >= shape.left - 1 &&
          label.right <= shape.right + 1 &&
          label.top >= shape.top - 1 &&
          label.bottom <= shape.bottom + 1;
        return fits && label.height > 0 ? [] : [region.getAttribute('aria-label')];
      }),
    );
    expect(outside).toEqual([]);
  });
});
