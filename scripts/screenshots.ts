/**
 * Takes the stores' pictures from the built extension in Chromium, on the sample article, and writes them to
 * docs/store/screenshots/:
 *
 *   npm run screenshots
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { build } from 'wxt';
import { type Launched, launch, openPopupOn } from './launch.ts';
import { serve } from './serve.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/store/screenshots');
/** What the stores ask for. CSS px, one to one. */
const SIZE = { width: 1280, height: 800 };
const POPUP = { width: 360, height: 560 };
/** From the corner where a browser opens it. */
const POPUP_AT = { top: 30, left: SIZE.width - POPUP.width - 24 };

await build({ root, browser: 'chrome' });
await mkdir(folder, { recursive: true });
const html = await readFile(join(import.meta.dirname, 'sample-article.html'), 'utf8');
const served = await serve((path) => (path === '/' ? html : undefined));
try {
  await inBrowser({ dark: false }, async (launched) => {
    const page = await articleIn(launched);
    await save('1-marks', await page.screenshot());
    await hover(page, 'Zonulin is a protein');
    await save('2-card', await page.screenshot());
    await leave(page);
    await save('3-popup', await withPopup(launched, page));
    await page.bringToFront();
    await hover(page, 'leaky gut');
    await save('5-disputed', await page.screenshot());
  });
  await inBrowser({ dark: true }, async (launched) => {
    const page = await articleIn(launched);
    await hover(page, 'butyrate');
    await save('4-dark', await page.screenshot());
  });
} finally {
  await served.close();
}

async function inBrowser({ dark }: { dark: boolean }, use: (launched: Launched) => Promise<void>): Promise<void> {
  const extension = join(root, '.output/chrome-mv3');
  const launched = await launch({ name: 'chromium', extension, headless: true, dark });
  try {
    await use(launched);
  } finally {
    await launched.browser.close();
  }
}

async function articleIn({ browser }: Launched): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  // A name of this machine that reads like a site.
  await page.goto(`${served.origin.replace('127.0.0.1', 'magazine.localhost')}/`);
  await page.waitForFunction(() => (CSS.highlights.get('term-mark-dotted')?.size ?? 0) > 10);
  return page;
}

/** Brings the first place where the article says `words` to the upper part of the window and rests the pointer there. */
async function hover(page: Page, words: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const start = node.data.replaceAll(/\s/g, ' ').indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + 1);
      scrollBy(0, range.getBoundingClientRect().top - 200);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 20, y: top + height / 2 };
    }
    throw new Error(`The sample article no longer says "${wanted}"`);
  }, words);
  // Right after scrolling nothing opens.
  await page.waitForFunction(() => CSS.highlights.size > 0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await page.mouse.move(at.x - 60, at.y - 40);
  await page.mouse.move(at.x, at.y, { steps: 8 });
  await page.waitForFunction(() => document.querySelector('div[data-underskin]:popover-open'), { timeout: 5000 });
  await new Promise((resolve) => setTimeout(resolve, 400));
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(5, SIZE.height - 5);
  await page.waitForFunction(() => !document.querySelector('div[data-underskin]'));
}

/** A popup is a window of the browser's own, so it is taken by itself and laid over the page as the browser does. */
async function withPopup(launched: Launched, page: Page): Promise<Uint8Array> {
  const behind = await page.screenshot();
  const popup = await openPopupOn(launched, page);
  await popup.setViewport(POPUP);
  await popup.waitForFunction(() => document.body.innerText.includes('On this page'));
  const front = await popup.screenshot();
  await popup.close();
  const { width, height } = POPUP;
  const edge = `<svg width="${width + 60}" height="${height + 60}" xmlns="http://www.w3.org/2000/svg">
    <filter id="blur"><feGaussianBlur stdDeviation="10"/></filter>
    <rect x="30" y="34" width="${width}" height="${height}" rx="8" opacity="0.35" filter="url(#blur)"/>
    <rect x="29" y="29" width="${width + 2}" height="${height + 2}" rx="9" fill="#bbb"/></svg>`;
  return sharp(behind)
    .composite([
      { input: Buffer.from(edge), top: POPUP_AT.top - 30, left: POPUP_AT.left - 30 },
      { input: front as Buffer, top: POPUP_AT.top, left: POPUP_AT.left },
    ])
    .png()
    .toBuffer();
}

async function save(name: string, picture: Uint8Array): Promise<void> {
  const path = join(folder, `${name}.png`);
  const { size } = await sharp(picture).png({ palette: true, quality: 95, effort: 10 }).toFile(path);
  console.log(`${relative(process.cwd(), path)}  ${Math.round(size / 1024)} KB`);
}
