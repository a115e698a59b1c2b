import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, waitForText } from './popup-page.ts';
import { browserName, sleep, start } from './start.ts';

declare const browser: typeof import('wxt/browser').browser;

const started = start();

describe('where it cannot run it says why, and search still works', () => {
  let server: Server;
  let origin: string;
  const TYPES: Record<string, [type: string, body: string]> = {
    '/paper.pdf': [
      'application/pdf',
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    ],
    '/drawing.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    '/plain.txt': ['text/plain', 'zonulin and rosacea'],
  };
  beforeAll(async () => {
    server = createServer((request, response) => {
      const [type, body] = TYPES[request.url ?? ''] ?? ['text/html', ''];
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** The popup over a page at any address. */
  async function popupAt(url: string): Promise<Page> {
    const own = await started.openOwn('popup.html');
    const tabs = () => own.evaluate(async () => (await browser.tabs.query({})).map(({ id }) => id));
    const before = await tabs();
    const page = await started.browser.newPage();
    // Firefox's viewer and error pages tell nobody that they have loaded.
    const loaded = page.goto(url, { timeout: 3000 }).catch((error: unknown) => error);
    await Promise.race([loaded, sleep(3000)]);
    const id = (await tabs()).find((tab) => !before.includes(tab));
    const popup = await started.openOwn(`popup.html?tab=${id}`);
    await own.close();
    return popup;
  }

  test.each([
    ['a page of its own', 'about:blank', 'Not on this page'],
    ['an error message', 'http://127.0.0.1:9/', 'Not on this page'],
    ['a PDF', '/paper.pdf', 'A PDF document'],
    ['a picture', '/drawing.svg', 'No text to mark'],
  ])('%s', async (_, address, title) => {
    const popup = await popupAt(address.startsWith('/') ? `${origin}${address}` : address);
    await waitForText(popup, title);
    await popup.type('input', 'kefir');
    expect((await rows(popup))[0]).toBe('Kefir');
  });

  test('a page of ours', async () => {
    const popup = await started.openOwn('popup.html');
    await waitForText(popup, 'A page of Underskin');
    await popup.type('input', 'kefir');
    expect((await rows(popup))[0]).toBe('Kefir');
  });

  test('plain text is a page like any other', async () => {
    const popup = await popupAt(`${origin}/plain.txt`);
    await waitForText(popup, 'Marks are on.');
  });

  test(`a file ${browserName === 'firefox' ? 'without consent' : 'with consent'}`, async () => {
    const popup = await popupAt(`file://${join(import.meta.dirname, '../../scripts/sample-article.html')}`);
    await waitForText(popup, browserName === 'firefox' ? 'allow access to files' : 'Files on this computer');
  });

  test.each([
    'tab=<img src=x onerror=alert(1)>',
    'tab=99999999',
    'tab=-1',
    'tab=1e9',
    'tab=__proto__',
    `tab=${'9'.repeat(5000)}`,
    '%ZZ#%00',
  ])('an odd address: popup.html?%s', async (query) => {
    const popup = await started.openOwn(`popup.html?${query}`);
    await waitForText(popup, 'A page of Underskin');
    expect(await popup.evaluate(() => document.querySelectorAll('img').length)).toBe(0);
  });
});
