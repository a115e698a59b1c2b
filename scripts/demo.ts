/**
 * Builds the extension and opens a browser with it on the sample article, or on what is given:
 *
 *   npm run demo
 *   npm run demo -- https://example.org/article
 *   npm run demo -- page.html
 *   npm run demo -- --term rosacea    the card of one term, by the id of its file
 *
 * `--firefox` takes Firefox, `--dark` a dark page and system. Without a display (or with `--headless`) it prints what
 * was spotted, hovers one term and saves a picture of the card.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { build } from 'wxt';
import { compileGlossary } from '../data/compile.ts';
import { type BrowserName, findBrowser, hasDisplay } from './browsers.ts';
import { closeFirstRunPage, type Launched, launch, openPopupOn } from './launch.ts';
import { serve } from './serve.ts';

const root = join(import.meta.dirname, '..');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    firefox: { type: 'boolean' },
    dark: { type: 'boolean' },
    headless: { type: 'boolean' },
    term: { type: 'string' },
  },
});
const target = positionals[0];
const headless = options.headless ?? !hasDisplay();
const dark = options.dark ?? false;
const name: BrowserName = options.firefox ? 'firefox' : await preferredBrowser();

await build({ root, browser: name === 'firefox' ? 'firefox' : 'chrome' });
const extension = join(root, '.output', name === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');

const article = options.term === undefined ? await articleAt(target) : await pageOf(options.term);
const launched = await launch({ name, extension, headless, dark });
const { browser } = launched;
await closeFirstRunPage(launched);
const page = await browser.newPage();
await page.goto(article.url);

if (headless) {
  try {
    await report(launched, page);
  } finally {
    await browser.close();
    await article.close();
  }
} else {
  console.log('Rest the pointer on an underlined word. Close the browser to end.');
  const [blank] = await browser.pages();
  if (blank && blank !== page) await blank.close();
  await new Promise((resolve) => browser.once('disconnected', resolve));
  await article.close();
}

/** Chromium or one of its family where there is one, else Firefox, else Chromium, which is then installed. */
async function preferredBrowser(): Promise<BrowserName> {
  if ((await findBrowser('chromium')) !== undefined) return 'chromium';
  return (await findBrowser('firefox')) === undefined ? 'chromium' : 'firefox';
}

/** A file is served from this machine, because browsers keep extensions out of files until they are told otherwise. */
async function articleAt(where: string | undefined): Promise<{ url: string; close: () => Promise<void> }> {
  if (where !== undefined && /^https?:/.test(where)) return { url: where, close: async () => undefined };
  const path = where ?? join(import.meta.dirname, 'sample-article.html');
  const html = await readFile(path, 'utf8').catch((error: Error) => {
    console.error(
      `demo: ${path} can't be read (${error.message}). Give an address that starts with http, or an HTML file.`,
    );
    process.exit(1);
  });
  const { origin, close } = await serve((asked) => (asked === '/' ? html : undefined));
  return { url: `${origin}/`, close };
}

/** @returns a page that says the term's name where it counts, even when it is an everyday word. */
async function pageOf(term: string): Promise<{ url: string; close: () => Promise<void> }> {
  const { glossary } = await compileGlossary(join(root, 'data'));
  const entry = glossary[term];
  if (!entry) {
    console.error(`demo: there is no term "${term}". Give the name of a file in data/terms without .yaml.`);
    process.exit(1);
  }
  const style =
    'body { font: 20px/1.6 Georgia, serif; max-width: 40rem; margin: 9rem auto } @media (prefers-color-scheme: dark) { body { background: #161616; color: #ddd } }';
  const names = [entry.name, ...entry.also].map((name) => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const html = `<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><style>${style}</style><title>${term}</title>
    <p>Here we look at this and what it has to do with the skin: ${names.join(', ')}.</p><p>It is a page on the skin barrier and the gut microbiome of people with eczema, psoriasis and acne.</p></html>`;
  const { origin, close } = await serve((asked) => (asked === '/' ? html : undefined));
  return { url: `${origin}/`, close };
}

async function report(launched: Launched, page: Page): Promise<void> {
  const { glossary } = await compileGlossary(join(root, 'data'));
  const entries = new Map(Object.values(glossary).map((entry) => [entry.name, entry]));
  const rows = await settledRows(launched, page);
  const places = rows.reduce((sum, row) => sum + row.places, 0);
  console.log(`\n${rows.length} terms in ${places} places:\n`);
  for (const { name: term, places: count } of rows) {
    console.log(`  ${term.padEnd(28)} ${String(count).padStart(3)}  ${entries.get(term)?.inShort.slice(0, 70) ?? ''}…`);
  }
  if (rows.length === 0) return;

  const folder = join(root, '.output', 'demo');
  await mkdir(folder, { recursive: true });
  const path = join(
    folder,
    `card-${options.term === undefined ? '' : `${options.term}-`}${name}${dark ? '-dark' : ''}.png`,
  );
  await page.bringToFront();
  await hoverOne(page);
  await page.screenshot({ path: path as `${string}.png` });
  console.log(`\nA card, as it opens on the page: ${relative(process.cwd(), path)}`);
}

/** @returns what the popup lists as on this page, once the page has been read: asked until two answers are alike. */
async function settledRows(
  { browser, extensionUrl }: Launched,
  page: Page,
): Promise<{ name: string; places: number }[]> {
  let last = '';
  for (let turn = 0; turn < 20; turn++) {
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, 700));
    const popup = await openPopupOn({ browser, extensionUrl }, page);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const rows = await popup.evaluate(() =>
      [...document.querySelectorAll('.row')].flatMap((row) => {
        const places = Number.parseInt(row.querySelector('.places')?.textContent ?? '', 10);
        return Number.isNaN(places) ? [] : [{ name: row.querySelector('.name')?.textContent ?? '', places }];
      }),
    );
    await popup.close();
    if (JSON.stringify(rows) === last) return rows;
    last = JSON.stringify(rows);
  }
  return [];
}

/** Moves the pointer to a mark as a hand would, and waits for its card. */
async function hoverOne(page: Page): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const at = await page.evaluate((first) => {
    const boxes = Array.from((CSS.highlights.get('term-mark-dotted') ?? []) as Iterable<StaticRange>, (range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.getClientRects()[0];
    });
    const seen = boxes.filter((box) => box !== undefined && box.top > 120 && box.bottom < innerHeight / 2);
    const [top] = seen.toSorted((a, b) => (a?.top ?? 0) - (b?.top ?? 0) || (a?.left ?? 0) - (b?.left ?? 0));
    const box = (first ? top : seen[Math.floor(seen.length / 2)]) ?? boxes[0];
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, options.term !== undefined);
  if (!at) return;
  await page.mouse.move(at.x - 40, at.y - 30);
  await page.mouse.move(at.x, at.y, { steps: 8 });
  await page.waitForFunction(() => document.documentElement.lastElementChild?.matches(':popover-open'), {
    timeout: 5000,
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
}
