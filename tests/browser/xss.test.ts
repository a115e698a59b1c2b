/** Text stays text: whatever stands in the glossary, in the search field or in an address never becomes markup. */
import { readdir } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Launched, launch, openOwnPage, openPopupOn } from '../../scripts/launch.ts';
import { type Served, serve } from '../../scripts/serve.ts';
import { browserName, marks, pointAt, waitForCard } from './start.ts';
import { buildXss, STUDY_URL, type XssBuild } from './xss-build.ts';
import { XSS_STRINGS } from './xss-strings.ts';

/** Each costs a page that is opened, so one for each way to become code: as an element, out of an attribute, as an address. */
const IN_ADDRESSES = ['<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', 'javascript:alert(1)'];

/** In how many places at least a card says the text of its term: most fields are there more than once. */
const FIELDS = 9;

let built: XssBuild;
let served: Served;
let launched: Launched;
const dialogs: string[] = [];
const pages = new Map<string, string>();

beforeAll(async () => {
  built = await buildXss(browserName === 'firefox' ? 'firefox' : 'chrome');
  served = await serve((path) => pages.get(path));
  launched = await launch({ name: browserName, extension: built.folder, headless: true });
}, 120_000);
afterAll(async () => {
  await launched?.browser.close();
  await served?.close();
  await built?.remove();
});

async function open(html: string): Promise<Page> {
  const path = `/${pages.size}`;
  pages.set(path, `<!doctype html><html lang="en"><title>Gut and skin</title><body>${html}`);
  const page = watched(await launched.browser.newPage());
  await page.goto(`${served.origin}${path}`);
  return page;
}

function watched(page: Page): Page {
  page.on('dialog', (dialog) => {
    dialogs.push(`${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return page;
}

/**
 * Runs in the page, on the content of our views.
 * @returns what is there that only markup from a text could have brought.
 */
function strangers(root: ParentNode, studyUrl: string): string[] {
  // No form and no dialog: our pages have some, and those of the texts have attributes that tell them.
  const tags =
    /^(?:script|style|link|meta|base|img|image|iframe|object|embed|video|audio|source|marquee|math|template|slot|body|html|title|textarea|animate|foreignobject|x-y|mglyph)$/i;
  const ours = (url: string) =>
    url === studyUrl || /^#|^[a-z]+\.html$/.test(url) || url.startsWith(`${location.origin}/`);
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const found = tags.test(element.localName) ? [`<${element.localName}>`] : [];
    for (const { name, value } of element.attributes) {
      if (/^on|^srcdoc$|^formaction$|^action$/i.test(name)) found.push(`${element.localName} ${name}`);
      if (/^(?:href|src|xlink:href|data)$/i.test(name) && !ours(value))
        found.push(`${element.localName} ${name}=${value}`);
      if (name === 'style' && /url\(|expression/i.test(value)) found.push(`${element.localName} style=${value}`);
    }
    return found;
  });
}

/** Makes `strangers` known as `strange` to what runs in a page of the extension. */
const lend = (page: Page) => page.evaluate(`globalThis.strange = ${strangers.toString()}`);
declare const strange: typeof strangers;

const strangersIn = (page: Page) =>
  page.evaluate((url) => strange(document.querySelector('main') as Element, url), STUDY_URL);

interface Seen {
  text: string;
  /** How often the card says it. */
  times: number;
  strangers: string[];
}

/**
 * Goes from card to card by the first related term, and opens all that each holds.
 * @param root what the card is in, as an expression.
 * @returns what was seen in as many cards as there are texts.
 */
async function walk(page: Page, root: string): Promise<Seen[]> {
  await lend(page);
  return page.evaluate(`(${walkThere.toString()})(${root}, ${built.texts.size}, '${STUDY_URL}')`) as Promise<Seen[]>;
}

/** Runs in the page. */
async function walkThere(root: ParentNode, count: number, studyUrl: string): Promise<Seen[]> {
  const find = (selector: string) => root.querySelector<HTMLElement>(`.card ${selector}`);
  const until = async (is: () => boolean) => {
    for (let turn = 0; turn < 500 && !is(); turn++) await new Promise((resolve) => setTimeout(resolve, 4));
  };
  const seen: Seen[] = [];
  while (seen.length < count) {
    find('[aria-expanded=false].link')?.click();
    await until(() => find('.chip') !== null);
    const card = root.querySelector('.card') as HTMLElement;
    const text = find('.name')?.textContent ?? '';
    seen.push({ text, times: card.textContent.split(text).length - 1, strangers: strange(card, studyUrl) });
    find('.chip')?.click();
    await until(() => (find('.name')?.textContent ?? text) !== text);
  }
  return seen;
}

/** Every text was shown, in at least so many fields, and as text. */
function expectAllAsText(seen: readonly Seen[], fields: number): void {
  expect(seen.filter(({ strangers, times }) => strangers.length > 0 || times < fields)).toEqual([]);
  expect(XSS_STRINGS.filter((text) => !seen.some((one) => one.text === text))).toEqual([]);
}

test('there are at least 200', () => {
  expect(new Set(XSS_STRINGS).size).toBe(XSS_STRINGS.length);
  expect(XSS_STRINGS.length).toBeGreaterThanOrEqual(200);
});

describe('texts that would be code', () => {
  test('in every field of a term, in the popup', async () => {
    const page = await open([...built.texts.keys()].map((name) => `<p>${name}`).join(''));
    await marks(page);
    const popup = watched(await openPopupOn(launched, page));
    await popup.waitForSelector('.row .term');
    await lend(popup);
    const rows = await popup.evaluate(() => [...document.querySelectorAll('.row .name')].map((one) => one.textContent));
    expect(XSS_STRINGS.filter((text) => !rows.includes(text)).length).toBeLessThan(XSS_STRINGS.length / 10);
    expect(await strangersIn(popup)).toEqual([]);
    await popup.evaluate(() => document.querySelector<HTMLElement>('.row .term')?.click());
    await popup.waitForSelector('.card');
    expectAllAsText(await walk(popup, 'document'), FIELDS);
    expect(await strangersIn(popup)).toEqual([]);
  }, 60_000);

  test('in every field of a term, in the card on a page', async () => {
    const page = await open('<p>About zonulin, the gut and the skin.</p>');
    await marks(page, 1);
    await pointAt(page, 'zonulin');
    await waitForCard(page);
    expectAllAsText(await walk(page, "document.querySelector('div[data-underskin]').shadowRoot"), FIELDS);
  }, 60_000);

  test('in every field of a term, in the glossary', async () => {
    const page = watched(await openOwnPage(launched, 'glossary.html#zonulin'));
    expectAllAsText(await walk(page, 'document'), FIELDS);
    expect(await strangersIn(page)).toEqual([]);
  }, 60_000);

  test('typed into the search field', async () => {
    const popup = watched(await openOwnPage(launched, 'popup.html'));
    await lend(popup);
    const found = await popup.evaluate(
      async (texts, url) => {
        const field = document.querySelector('input[type=search]') as HTMLInputElement;
        const all: string[] = [];
        for (const text of texts) {
          field.value = text;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve));
          all.push(...strange(document.querySelector('main') as Element, url).map((one) => `${text}: ${one}`));
        }
        return all;
      },
      XSS_STRINGS,
      STUDY_URL,
    );
    expect(found).toEqual([]);
    await popup.evaluate(() => {
      const field = document.querySelector('input[type=search]') as HTMLInputElement;
      field.value = '<b>qqqqqq</b>';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await popup.waitForFunction(() => document.body.innerText.includes('<b>qqqqqq</b>'), { timeout: 5000 });
  }, 60_000);

  test('in the address of every page of the extension', async () => {
    const files = (await readdir(built.folder)).filter((name) => name.endsWith('.html'));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      // The plain address as well: most pages show terms on their own account.
      for (const text of ['', ...IN_ADDRESSES]) {
        const value = encodeURIComponent(text);
        const address = text === '' ? file : `${file}?tab=${value}&q=${value}&${value}=1#${value}`;
        const page = watched(await openOwnPage(launched, address));
        await lend(page);
        expect(await strangersIn(page), address).toEqual([]);
        await page.close();
      }
    }
  }, 60_000);

  test('behind the # of the glossary, as they are and encoded', async () => {
    const page = watched(await openOwnPage(launched, 'glossary.html'));
    await lend(page);
    const found = await page.evaluate(
      async (texts, url) => {
        const all: string[] = [];
        const encoded = texts.map(encodeURIComponent);
        // One sort after the other: a list in place of a search is drawn anew.
        const hashes = [...texts, ...encoded, ...[...texts, ...encoded].map((query) => `q=${query}`)];
        for (const hash of hashes) {
          location.hash = hash;
          await new Promise((resolve) => setTimeout(resolve));
          all.push(...strange(document.querySelector('main') as Element, url).map((one) => `${hash}: ${one}`));
        }
        return all;
      },
      XSS_STRINGS,
      STUDY_URL,
    );
    expect(found).toEqual([]);
  }, 60_000);

  test('opened no dialog', () => {
    expect(dialogs).toEqual([]);
    console.log(`${browserName}: ${XSS_STRINGS.length} texts, ${dialogs.length} dialogs`);
  });
});
