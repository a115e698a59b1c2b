import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  boxOf,
  browserName,
  clickInCard,
  inCard,
  isCardOpen,
  marks,
  pointAt,
  sleep,
  start,
  waitForCard,
  waitForNoCard,
} from './start.ts';

const { open } = start();
const ARTICLE = `<p style="max-width:600px">People with rosacea had raised zonulin. Bacteria make butyrate, and
  <a href="#there">kefir in a link</a> is a drink. A “leaky gut” is another matter, and eczema yet another.</p>`;

const cardBox = (page: Page) =>
  inCard(page, (root) => {
    const { left, top, right, bottom } = (root.querySelector('.frame') as HTMLElement).getBoundingClientRect();
    return { left, top, right, bottom } as Box;
  });
const cardText = (page: Page) => inCard(page, (root) => (root.querySelector('.card') as HTMLElement).innerText);

async function hovering(word: string, html = ARTICLE, count?: number): Promise<Page> {
  const page = await open(html);
  await marks(page, count ?? 6);
  await pointAt(page, word);
  await waitForCard(page);
  return page;
}

describe('the card', () => {
  test('says what the word is, what it has to do with gut and skin, how sure that is, and in whom it was seen', async () => {
    const page = await hovering('zonulin');
    const text = await cardText(page);
    expect(text).toMatch(/^Molecule\s+Zonulin/);
    expect(text).toMatch(/ZON-yoo-lin/);
    expect(text).toMatch(/Gut and skin[\s\S]*rosacea/);
    expect(text).toMatch(/Very unsure/);
    expect(text).toMatch(/Seen in people \(observed\)\./);
    expect(text).toMatch(/1 of 1 on this page/);
    expect(text).toMatch(/Information, not medical advice · checked/);
  });

  test('links each study to its DOI, in a tab of its own that learns nothing of this page', async () => {
    const page = await hovering('zonulin');
    await clickInCard(page, 'footer .link');
    expect(await cardText(page)).toMatch(/Yüksel 2022[\s\S]*61 people/);
    const links = await inCard(page, (root) =>
      [...root.querySelectorAll('a')].map(({ href, target, rel }) => ({ href, target, rel })),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link).toEqual({
        href: expect.stringMatching(/^https:\/\/(doi\.org\/10\.|pubmed\.|pmc\.)/),
        target: '_blank',
        rel: 'noopener noreferrer',
      });
    }
  });

  test('keeps off the line that is read and off the pointer, inside the window', async () => {
    const page = await open(
      `<style>p{margin:0 0 8px}</style>${Array.from({ length: 18 }, (_, i) => `<p role="heading" aria-level="3" style="text-align:${['left', 'center', 'right'][i % 3]}">Line ${i} on rosacea.</p>`).join('')}`,
    );
    await marks(page, 18);
    for (const nth of [0, 4, 8, 11, 14, 17]) {
      const pointer = await pointAt(page, 'rosacea', nth);
      await waitForCard(page);
      const line = await boxOf(page, 'rosacea', nth);
      const card = await cardBox(page);
      expect(
        card.bottom <= line.top || card.top >= line.bottom || card.right <= line.left || card.left >= line.right,
        `line ${nth} ${JSON.stringify({ line, card, pointer })}`,
      ).toBe(true);
      expect(pointer.x > card.left && pointer.x < card.right && pointer.y > card.top && pointer.y < card.bottom).toBe(
        false,
      );
      expect(Math.min(card.left, card.top, 1000 - card.right, 760 - card.bottom), `line ${nth}`).toBeGreaterThanOrEqual(
        0,
      );
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      await page.mouse.move(2, 755);
    }
  });

  test('a narrow window gets a sheet that fits', async () => {
    const page = await open('<p>rosacea</p>');
    await page.setViewport({ width: 320, height: 600 });
    await marks(page, 1);
    await pointAt(page, 'rosacea');
    await waitForCard(page);
    const card = await cardBox(page);
    expect(card.left).toBeGreaterThanOrEqual(0);
    expect(card.right).toBeLessThanOrEqual(320);
    expect(card.bottom).toBeLessThanOrEqual(600);
    expect(card.top).toBeGreaterThan((await boxOf(page, 'rosacea')).bottom);
  });

  test('a related term takes its place, and Back returns', async () => {
    const page = await hovering('zonulin');
    const first = await inCard(page, (root) => root.querySelector('.chip')?.textContent ?? '');
    await clickInCard(page, '.chip');
    await page.waitForFunction(
      (name) =>
        document.querySelector('div[data-underskin]')?.shadowRoot?.querySelector('.card .name')?.textContent === name,
      { timeout: 3000 },
      first,
    );
    expect(await page.evaluate(() => document.querySelectorAll('div[data-underskin]').length)).toBe(1);
    await clickInCard(page, '[aria-label="Back"]');
    await page.waitForFunction(
      () =>
        document.querySelector('div[data-underskin]')?.shadowRoot?.querySelector('.card .name')?.textContent ===
        'Zonulin',
      { timeout: 3000 },
    );
  });

  test('More shows the rest, and the card stays in the window', async () => {
    const page = await hovering('zonulin');
    const before = (await cardText(page)).length;
    await clickInCard(page, 'footer .link');
    await sleep(200);
    expect((await cardText(page)).length).toBeGreaterThan(before * 1.5);
    expect((await cardBox(page)).bottom).toBeLessThanOrEqual(760);
  });

  test('a disputed term has its own layout', async () => {
    const page = await hovering('leaky gut');
    const text = await cardText(page);
    expect(text).toMatch(/Disputed term[\s\S]*What is agreed[\s\S]*What is not shown/);
  });

  test('fits the ground it stands on, whatever the system prefers', async () => {
    const paper = (page: Page) =>
      inCard(page, (root) => getComputedStyle(root.querySelector('.card') as Element).backgroundColor);
    expect(await paper(await hovering('zonulin'))).toBe('rgb(255, 255, 255)');
    const dark = await hovering('zonulin', `<div style="background:#111;color:#ddd">${ARTICLE}</div>`);
    expect(await paper(dark)).toBe('rgb(26, 29, 35)');
  });

  test('a page that resets and hides everything does not reach it', async () => {
    const page = await hovering(
      'zonulin',
      `<style>* { all: unset !important } div { display: none !important; opacity: 0 !important } p { display: block !important }</style>${ARTICLE}`,
    );
    const card = await cardBox(page);
    expect(card.right - card.left).toBe(360);
    const inside = await page.evaluate(
      ({ left, top }) => document.elementFromPoint(left + 20, top + 20)?.hasAttribute('data-underskin'),
      card,
    );
    expect(inside).toBe(true);
  });

  test('works inside an open modal dialog', async () => {
    const page = await open('<p>outside</p><dialog><p>About zonulin and rosacea.</p></dialog>');
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await marks(page, 2);
    await pointAt(page, 'zonulin');
    await waitForCard(page);
    await clickInCard(page, 'footer .link');
    expect(await inCard(page, (root) => root.querySelector('footer .link')?.textContent)).toBe('Less');
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await page.evaluate(() => document.querySelector('dialog')?.open), 'Esc closed the dialog as well').toBe(
      true,
    );
  });
});

describe('hovering', () => {
  test('passing over opens nothing', async () => {
    const page = await open(ARTICLE);
    await marks(page, 6);
    const box = await boxOf(page, 'zonulin');
    await page.mouse.move(box.left - 100, box.top + 5);
    await page.mouse.move(box.right + 20, box.bottom + 300, { steps: 12 });
    await sleep(900);
    expect(await isCardOpen(page)).toBe(false);
  });

  test('leaving closes, after a grace', async () => {
    const page = await hovering('zonulin');
    await page.mouse.move(5, 740, { steps: 3 });
    await waitForNoCard(page);
  });

  test('the pointer can go into the card and stay there', async () => {
    const page = await hovering('zonulin');
    const card = await cardBox(page);
    await page.mouse.move(card.right - 30, card.bottom - 100, { steps: 15 });
    await sleep(1200);
    expect(await isCardOpen(page)).toBe(true);
  });

  test('Esc closes from anywhere, and the word stays quiet until the pointer has left it', async () => {
    const page = await hovering('zonulin');
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    const box = await boxOf(page, 'zonulin');
    await page.mouse.move(box.left + 8, box.top + 8, { steps: 3 });
    await sleep(900);
    expect(await isCardOpen(page)).toBe(false);
    await page.mouse.move(5, 600, { steps: 3 });
    await pointAt(page, 'zonulin');
    await waitForCard(page);
  });

  test('a marked link still takes its click', async () => {
    const page = await open(ARTICLE);
    await marks(page, 6);
    const { x, y } = await pointAt(page, 'kefir');
    await page.mouse.click(x, y);
    await sleep(100);
    expect(await page.evaluate(() => location.hash)).toBe('#there');
    await sleep(1000);
    expect(await isCardOpen(page)).toBe(false);
  });

  test('keys typed while hovering all reach the page', async () => {
    const page = await open(`${ARTICLE}<input autofocus>`);
    await marks(page, 6);
    await page.focus('input');
    await pointAt(page, 'zonulin');
    const typed = 'the quick brown fox jumps over the lazy dog';
    await page.keyboard.type(typed, { delay: 20 });
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe(typed);
    expect(await isCardOpen(page)).toBe(false);
  });

  test('selecting text is left to the page', async () => {
    const page = await open(ARTICLE);
    await marks(page, 6);
    const from = await boxOf(page, 'People');
    const to = await boxOf(page, 'zonulin');
    await page.mouse.move(from.left + 1, from.top + 10);
    await page.mouse.down();
    await page.mouse.move(to.right - 1, to.top + 10, { steps: 8 });
    await sleep(700);
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('rosacea had raised');
  });

  test('words that go away take their card along', async () => {
    const page = await hovering('zonulin');
    await page.evaluate(() => document.querySelector('p')?.remove());
    await waitForNoCard(page);
  });

  test('a page that comes back from the cache comes back without a card', async () => {
    const page = await hovering('zonulin');
    const url = page.url();
    await page.evaluate(() => location.assign('/elsewhere'));
    await page.waitForFunction((before) => location.href !== before, {}, url);
    await page.evaluate(() => history.back());
    await page.waitForFunction((before) => location.href === before, {}, url);
    await sleep(300);
    expect(await isCardOpen(page)).toBe(false);
  });

  test.skipIf(browserName === 'firefox')('the system’s wish for less motion is kept', async () => {
    const page = await open(ARTICLE);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await marks(page, 6);
    await pointAt(page, 'zonulin');
    await waitForCard(page);
    expect(await inCard(page, (root) => getComputedStyle(root.querySelector('.frame') as Element).animationName)).toBe(
      'none',
    );
  });
});
