/** Editors that are written in pages: what is typed into them is not marked, and comes out as it would without us. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { type AppName, bundle } from './pages/bundle.ts';
import { PARAGRAPH, pageOf } from './pages/fixture.ts';
import { startPair } from './pages/pair.ts';
import { waitUntil } from './pages/run-fixture.ts';
import { sleep } from './start.ts';

const pair = startPair();
const EDITS = 200;

interface Editor {
  app: { mount(element: Element): void; read(): { content: unknown; caret: unknown } };
}

/** Words of the glossary letter by letter, and every so often something else than a letter. */
function keys(): string[] {
  const text = 'zonulin and rosacea in short-chain fatty acids of the gut. ';
  const others = ['Backspace', 'ArrowLeft', 'Enter', 'ArrowRight', 'ArrowUp', 'Home', 'Delete', 'End', 'ArrowDown'];
  return Array.from({ length: EDITS }, (_, i) =>
    i % 9 === 8 ? (others[((i / 9) | 0) % others.length] as string) : (text[i % text.length] as string),
  );
}

async function type(page: Page): Promise<unknown> {
  for (const [i, key] of keys().entries()) {
    await page.keyboard.press(key as 'Enter');
    // Pauses in which what was typed would be read and marked.
    if (i % 50 === 49) await sleep(450);
  }
  return page.evaluate(() => (window as unknown as Editor).app.read());
}

test.each<AppName>(['prosemirror', 'lexical', 'codemirror', 'quill'])('%s: two hundred edits', async (name) => {
  const script = await bundle(name);
  const url = pair.put({ body: pageOf(`${PARAGRAPH}<div id="editor"></div>`) });
  const written: unknown[] = [];
  for (const where of ['bare', 'withUs'] as const) {
    const { page, troubles } = await pair.open(where, url);
    await page.bringToFront();
    await page.evaluate(script);
    await page.evaluate(() => (window as unknown as Editor).app.mount(document.querySelector('#editor') as Element));
    if (where === 'withUs')
      await waitUntil(async () => (await pair.markedWords(url)).length === 2, 'the marks beside it');
    written.push(await type(page));
    if (where === 'withUs') expect(await pair.markedWords(url)).toEqual(['zonulin', 'rosacea']);
    expect(troubles).toEqual([]);
    await page.close();
  }
  expect(JSON.stringify(written[0]).length, 'what was written').toBeGreaterThan(200);
  expect(written[1]).toEqual(written[0]);
});
