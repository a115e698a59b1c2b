/** Text stays text: whatever stands in the glossary, in the search field or in an address never becomes markup. */
import { readdir } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Launched, launch, openOwnPage, openPopupOn } from '../../scripts/launch.ts';
import { type Served, serve } from '../../scripts/serve.ts';
import { browserName, clickInCard, marks, pointAt, waitForCard } from './start.ts';
import { buildXss, STUDY_URL, type XssBuild } from './xss-build.ts';
import { XSS_STRINGS } from './xss-strings.ts';

/** Terms shown one after the other in the card of a page, each by a click on a related one. */
const IN_CARD = 40;
/** Each costs a page that is opened. */
const IN_ADDRESSES = XSS_STRINGS.filter((_, i) => i % 30 === 0);

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
  const tags =
    /^(?:script|style|link|meta|base|img|image|iframe|object|embed|video|audio|source|form|marquee|math|template|slot|dialog|body|html|title|textarea|animate|foreignobject|x-y|mglyph)$/i;
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const found = tags.test(element.localName) ? [`<${element.localName}>`] : [];
    for (const { name, value } of element.attributes) {
      if (/^on|^srcdoc$|^formaction$|^action$/i.test(name)) found.push(`${element.localName} ${name}`);
      if (/^(?:href|src|xlink:href|data)$/i.test(name) && value !== studyUrl && !/^(?:#|\w[\w-]*\.html\b)/.test(value))
        found.push(`${element.localName} ${name}=${value}`);
      if (name === 'style' && /url\(|expression/i.test(value)) found.push(`${element.localName} style=${value}`);
    }
    return found;
  });
}

/** Makes `strangers` known as `strange` to what runs in a page of the extension. */
const lend = (page: Page) => page.evaluate(`globalThis.strange = ${strangers.toString()}`);
declare const strange: typeof strangers;

/** How often a text can be read below an element. */
const timesSaid = (page: Page, root: string, text: string) =>
  page.evaluate(`${root}.textContent.split(${JSON.stringify(text)}).length - 1`) as Promise<number>;

const strangersIn = (page: Page, root = "document.querySelector('main')") =>
  page.evaluate(`(${strangers.toString()})(${root}, ${JSON.stringify(STUDY_URL)})`) as Promise<string[]>;

const IN_PAGE_CARD = "document.querySelector('div[data-underskin]').shadowRoot";

test('there are at least 200', () => {
  expect(new Set(XSS_STRINGS).size).toBe(XSS_STRINGS.length);
  expect(XSS_STRINGS.length).toBeGreaterThanOrEqual(200);
});

describe('texts that would be code', () => {
  test('in every field of a term, in the popup', async () => {
    const page = await open(
      `<h1>Gut, skin, microbiome</h1>${[...built.texts.keys()].map((name) => `<p>${name}`).join('')}`,
    );
    await marks(page);
    const popup = watched(await openPopupOn(launched, page));
    expect(await strangersIn(popup)).toEqual([]);
    await lend(popup);
    await popup.evaluate(() => document.querySelector<HTMLElement>('.row .term')?.click());
    await popup.waitForSelector('.card');
    // From one to the next by its related term, through as many as there are texts.
    const shown = await popup.evaluate(
      async (count, url) => {
        const card = () => document.querySelector('.card') as HTMLElement;
        const name = () => card().querySelector('.name')?.textContent ?? '';
        const seen: { text: string; times: number; strangers: string[] }[] = [];
        for (let i = 0; i < count; i++) {
          const text = name();
          const times = card().textContent.split(text).length - 1;
          seen.push({ text, times, strangers: strange(document.querySelector('main') as Element, url) });
          card().querySelector<HTMLElement>('.chip')?.click();
          for (let turn = 0; turn < 200 && name() === text; turn++)
            await new Promise((resolve) => setTimeout(resolve, 5));
        }
        return seen;
      },
      built.texts.size,
      STUDY_URL,
    );
    expect(XSS_STRINGS.filter((text) => !shown.some((one) => one.text === text))).toEqual([]);
    expect(shown.filter((one) => one.strangers.length > 0 || one.times < 9)).toEqual([]);
  }, 60_000);

  test('in every field of a term, in the card on a page', async () => {
    const page = await open('<p>About zonulin, the gut and the skin.</p>');
    await marks(page);
    await pointAt(page, 'zonulin');
    await waitForCard(page);
    const texts = [...built.texts.values()];
    let term = [...built.texts.keys()].indexOf('Zonulin');
    for (let i = 0; i < IN_CARD; i++) {
      const text = texts[term] ?? '';
      await page.waitForFunction(
        (wanted) =>
          document.querySelector('div[data-underskin]')?.shadowRoot?.querySelector('.card .name')?.textContent ===
          wanted,
        { timeout: 5000 },
        text,
      );
      expect(await strangersIn(page, IN_PAGE_CARD), text).toEqual([]);
      expect(await timesSaid(page, IN_PAGE_CARD, text), text).toBeGreaterThan(4);
      await clickInCard(page, '.chip');
      term = (term + 1) % texts.length;
    }
  }, 120_000);

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
      for (const text of IN_ADDRESSES) {
        const value = encodeURIComponent(text);
        const page = watched(await openOwnPage(launched, `${file}?tab=${value}&q=${value}&${value}=1#${value}`));
        expect(await strangersIn(page), `${file} ${text}`).toEqual([]);
        await page.close();
      }
    }
  }, 120_000);

  test('behind the # of the glossary, as they are and encoded', async () => {
    const page = watched(await openOwnPage(launched, 'glossary.html'));
    await lend(page);
    const found = await page.evaluate(
      async (texts, url) => {
        const all: string[] = [];
        for (const text of texts) {
          for (const hash of [text, encodeURIComponent(text), `q=${text}`, `q=${encodeURIComponent(text)}`]) {
            location.hash = hash;
            await new Promise((resolve) => setTimeout(resolve));
            const there = strange(document.querySelector('main') as Element, url);
            all.push(...there.map((one) => `${hash}: ${one}`));
          }
        }
        return all;
      },
      XSS_STRINGS,
      STUDY_URL,
    );
    expect(found).toEqual([]);
  }, 120_000);

  test('opened no dialog', () => {
    expect(dialogs).toEqual([]);
    console.log(`${browserName}: ${XSS_STRINGS.length} texts, ${dialogs.length} dialogs`);
  });
});
