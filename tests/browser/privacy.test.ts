/** Nothing leaves: asked of a proxy that all requests go through, of the browser, and of what is built. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Launched, launch, openOwnPage, openPopupOn } from '../../scripts/launch.ts';
import { type Served, serve } from '../../scripts/serve.ts';
import { type CountingProxy, startProxy } from './counting-proxy.ts';
import { browserName, buildFolder, isCardOpen, marks, pointAt, waitForCard } from './start.ts';

const article = await readFile(join(import.meta.dirname, '../../scripts/sample-article.html'), 'utf8');
/** What has no address on a network. */
const LOCAL = /^(?:chrome-extension|moz-extension|data|blob|about|chrome):/;
/** What browsers ask for on their own account: updates, time, accounts, lists. All of it at their makers'. */
const BROWSERS_OWN =
  /^(?:https?:\/\/)?[\w.-]*\b(?:google|googleapis|gvt1|gstatic|mozilla|mozilla\.net|firefox)\.(?:com|org|net)\b/;
/** Far more than any page has. */
const MOST_PRESSED = 100;

let proxy: CountingProxy;
let served: Served;
let launched: Launched;
/** Addresses asked for by any page or worker, as the browser tells. */
const asked: string[] = [];

beforeAll(async () => {
  proxy = await startProxy();
  served = await serve((path) => (path === '/' ? article : undefined));
  launched = await launch({
    name: browserName,
    extension: buildFolder('e2e'),
    headless: true,
    proxy: proxy.port,
  });
  launched.browser.on('targetcreated', (target) => void listenTo(target));
  for (const target of launched.browser.targets()) await listenTo(target);
});
afterAll(async () => {
  await launched?.browser.close();
  await served?.close();
  await proxy?.close();
});

/** Pages in both browsers; in Chromium the background as well. */
async function listenTo(target: Target): Promise<void> {
  if (target.type() === 'page') {
    (await target.page())?.on('request', (request) => asked.push(request.url()));
  } else if (target.type() === 'service_worker') {
    const session = await target.createCDPSession();
    session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
    await session.send('Network.enable');
  }
}

const refused = () => proxy.refused.filter((url) => !BROWSERS_OWN.test(url));
const fromElsewhere = () => asked.filter((url) => !LOCAL.test(url) && !url.startsWith(served.origin));

/** Presses, with the pointer, whatever the card of `word` has, and closes it last. @returns the names of what was pressed. */
async function pressAllInCard(page: Page, word: string): Promise<string[]> {
  const pressed: string[] = [];
  while (pressed.length < MOST_PRESSED) {
    await page.bringToFront();
    if (!(await isCardOpen(page))) {
      await page.mouse.move(5, 740, { steps: 3 });
      await pointAt(page, word);
      await waitForCard(page);
    }
    const next = await page.evaluate((before) => {
      const root = document.querySelector('div[data-underskin]')?.shadowRoot;
      const all = [...(root?.querySelectorAll<HTMLElement>('button, summary') ?? [])]
        .map((button) => {
          const name = button.getAttribute('aria-label') ?? button.innerText;
          return { button, name: button.closest('li, dd') ? `in a list: ${button.className}` : name };
        })
        .filter(
          // What was said of the word is taken back each time, or it would have no card any more.
          ({ button, name }) =>
            (name === 'Undo' || !before.includes(name)) && !button.matches(':disabled') && button.checkVisibility(),
        );
      // What takes the reader elsewhere comes when nothing else is left.
      const { button, name } =
        all.find((one) => one.name === 'Undo') ?? all.find((one) => !/close|glossary/i.test(one.name)) ?? all[0] ?? {};
      button?.scrollIntoView({ block: 'nearest' });
      const box = button?.getBoundingClientRect();
      return name !== undefined && box && { name, x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, pressed);
    if (!next) break;
    pressed.push(next.name);
    await page.mouse.move(next.x, next.y, { steps: 4 });
    await page.mouse.click(next.x, next.y);
  }
  return pressed;
}

/**
 * Presses whatever a page of the extension shows, first as it opens and then with a search in its fields. What closes the
 * page is pressed too, and the page opened again.
 * @returns the names of what was pressed.
 */
async function pressAllIn(open: () => Promise<Page>): Promise<string[]> {
  const pressed: string[] = [];
  const there = await launched.browser.pages();
  for (const query of ['', 'zonulin']) {
    let page = await open();
    await page.evaluate(fill, query);
    while (pressed.length < MOST_PRESSED) {
      const name = await page.evaluate(pressNext, pressed).catch(ifClosed);
      if (name === undefined) break;
      if (name !== 'closed') pressed.push(name);
      // What it opened goes at once: a page that lies behind another waits a second for each of its timers.
      await closeAllBut([...there, page]);
      if (name === 'closed') {
        page = await open();
        await page.evaluate(fill, query);
      }
    }
    await closeAllBut(there);
  }
  expect(pressed.length).toBeLessThan(MOST_PRESSED);
  return pressed;
}

async function closeAllBut(pages: readonly Page[]): Promise<void> {
  for (const other of await launched.browser.pages()) if (!pages.includes(other)) await other.close().catch(ifClosed);
}

/** Firefox tells of no page of the extension that closed itself, but only that it is gone. @throws any other error. */
function ifClosed(error: unknown): 'closed' {
  if (!/no such frame|closed|detached|destroyed/i.test(String(error))) throw error;
  return 'closed';
}

function fill(text: string): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type=search], input[type=text]')) {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

/**
 * Runs in the page. From the end to the start, because what leads away from a card stands above it.
 * @returns the name of what it presses, of things that are alike in a list once; nothing when all was.
 */
async function pressNext(before: readonly string[]): Promise<string | undefined> {
  // What the last press changed may be shown only now.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const wanted = 'button, summary, input[type=checkbox], input[type=radio]';
  for (const one of [...document.querySelectorAll<HTMLInputElement>(wanted)].reverse()) {
    const own = one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent;
    const name = one.closest('ul, dl, table') ? `in a list: ${one.className}` : own;
    if (before.includes(name) || one.disabled || !one.checkVisibility()) continue;
    // Later, because it may take the page away before the name is told.
    setTimeout(() => one.click());
    return name;
  }
  return undefined;
}

describe('over a day with the product', () => {
  test('on a page: marks, a card, and all that a card has', async () => {
    const page = await launched.browser.newPage();
    await page.goto(`${served.origin}/`);
    expect((await marks(page)).length).toBeGreaterThan(5);
    await pointAt(page, 'rosacea');
    await waitForCard(page);
    const inCard = await pressAllInCard(page, 'rosacea');
    expect(inCard).toEqual(expect.arrayContaining(['More', 'Close']));
    const inPopup = await pressAllIn(() => openPopupOn(launched, page));
    expect(inPopup).toEqual(expect.arrayContaining(['Options', 'Map', 'in a list: term', 'Back']));
  });

  test('every page of the extension, and all that is in it', async () => {
    const files = (await readdir(buildFolder('e2e'))).filter((name) => name.endsWith('.html'));
    expect(files).toContain('popup.html');
    expect(files).toContain('privacy.html');
    const pressed: string[] = [];
    for (const path of [...files, 'glossary.html#zonulin', 'glossary.html#map']) {
      pressed.push(...(await pressAllIn(() => openOwnPage(launched, path))));
    }
    // Of the glossary, of the options and of the first-run page, of which the last one closes it.
    expect(pressed).toEqual(expect.arrayContaining(['What changed', 'Save file', 'Start reading']));
  }, 60_000);

  test('no request was made but for the page itself', async () => {
    expect(asked).toContain(`${served.origin}/`);
    expect(fromElsewhere()).toEqual([]);
    expect(proxy.passed()).toBeGreaterThan(0);
    expect(refused()).toEqual([]);
    console.log(
      `${browserName}: ${asked.length} requests seen in pages and background, ${fromElsewhere().length} of them to the network; ` +
        `${proxy.passed()} passed the proxy, ${proxy.refused.length - refused().length} were the browser's own, ${refused().length} ours`,
    );
  });

  test('one would have been seen: of a page', async () => {
    const page = await launched.browser.newPage();
    await page.goto(`${served.origin}/`);
    await page.evaluate(() => fetch('http://elsewhere.example/seen', { mode: 'no-cors' }).catch(() => undefined));
    expect(refused()).toEqual(['http://elsewhere.example/seen']);
    expect(fromElsewhere()).toContain('http://elsewhere.example/seen');
  });

  test('a page of the extension is let fetch, load and connect to nothing', async () => {
    const page = await openOwnPage(launched, 'privacy.html');
    const got = await page.evaluate(async () => {
      const at = (path: string) => `http://elsewhere.example/${path}`;
      const loads = (element: HTMLElement) =>
        new Promise<string>((resolve) => {
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('refused');
          document.body.append(element);
        });
      const outcome = (promise: Promise<unknown>) =>
        promise.then(
          () => 'fetched',
          () => 'refused',
        );
      return [
        await outcome(fetch(at('fetch'))),
        await loads(Object.assign(new Image(), { src: at('image') })),
        await loads(Object.assign(document.createElement('script'), { src: at('script') })),
        await loads(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: at('style') })),
      ];
    });
    expect(got).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(refused()).toEqual(['http://elsewhere.example/seen']);
  });

  test.runIf(browserName === 'chromium')('nor is the background', async () => {
    const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
    const worker = await target.worker();
    const got = await worker?.evaluate(() =>
      fetch('http://elsewhere.example/background').then(
        () => 'fetched',
        () => 'refused',
      ),
    );
    expect(got).toBe('refused');
    expect(refused()).toEqual(['http://elsewhere.example/seen']);
  });
});

test('no file of the build names the folder it was built in', async () => {
  const folder = buildFolder('production');
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(?:css|html|js|json)$/.test(name));
  const here = join(import.meta.dirname, '../..');
  const found = await Promise.all(
    names.map(async (name) => ((await readFile(join(folder, name), 'utf8')).includes(here) ? [name] : [])),
  );
  expect(found.flat()).toEqual([]);
});

test('no sheet and no page of the build names an address', async () => {
  const folder = buildFolder('production');
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(?:css|html|js)$/.test(name));
  const found: string[] = [];
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    const banned = name.endsWith('.html')
      ? [/https?:/, /<(?:iframe|img|object|embed)/, /\bon\w+=/]
      : name.endsWith('.css')
        ? [/url\(/, /@import/, /@font-face/]
        : // Sheets travel in scripts as well; a script may import its own neighbours only.
          [/:\s*url\(/, /@import\s/, /@font-face/, /\bimport\(\s*(?!["'`]\.{0,2}\/)/, /\bnew (?:Shared)?Worker\(/];
    found.push(...banned.filter((one) => one.test(text)).map((one) => `${name}: ${one.source}`));
  }
  expect(names.length).toBeGreaterThan(5);
  expect(found).toEqual([]);
});
