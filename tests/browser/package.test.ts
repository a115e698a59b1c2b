/** What is shipped: read from the production build of this browser. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileGlossary } from '../../data/compile.ts';
import { browserName, buildFolder } from './start.ts';

const folder = buildFolder('production');
const read = (file: string) => readFile(join(folder, file), 'utf8');
const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

const FORBIDDEN = [
  // A call of the browser's own fetch, not a method that happens to be named so.
  /(?<![.\w}])fetch\([^)]*\)(?!\{)/,
  /XMLHttpRequest/,
  /WebSocket/,
  /EventSource/,
  /sendBeacon/,
  /RTCPeer/,
  /\beval\(/,
  /new Function/,
  /mode:\s*["'`]open/,
  /\.innerHTML\s*=/,
];

describe('the manifest', () => {
  let manifest: Record<string, unknown>;
  beforeAll(async () => {
    manifest = JSON.parse(await read('manifest.json')) as Record<string, unknown>;
  });

  test('asks for what a feature here uses, and for nothing else', () => {
    expect(manifest.permissions).toEqual(['storage', 'scripting', 'contextMenus']);
    expect(manifest.host_permissions).toEqual(PAGES);
    for (const key of [
      'optional_permissions',
      'optional_host_permissions',
      'web_accessible_resources',
      'externally_connectable',
    ]) {
      expect(manifest, key).not.toHaveProperty(key);
    }
  });

  test('runs one small script on pages and files', () => {
    expect(manifest.content_scripts).toEqual([
      {
        matches: PAGES,
        js: ['page.js'],
        css: ['marks.css'],
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
        run_at: 'document_idle',
        ...(browserName === 'firefox' && { css_origin: 'user' }),
      },
    ]);
  });

  test('lets its pages load nothing from anywhere else', () => {
    expect(manifest.content_security_policy).toEqual({
      extension_pages: expect.stringContaining("connect-src 'none'"),
    });
  });

  test.runIf(browserName === 'firefox')('declares that no data is collected', () => {
    expect(manifest.browser_specific_settings).toMatchObject({
      gecko: { data_collection_permissions: { required: ['none'] } },
    });
  });
});

describe('the bytes', () => {
  test('always loaded in a page: at most 25 KB of code beside the labels', async () => {
    const script = await read('page.js');
    const { labelData } = await compileGlossary(join(import.meta.dirname, '../../data'));
    // The labels stand in the script as one template string, the same but for escapes.
    const [, first = ''] = labelData.split('\n');
    expect(script.includes(first)).toBe(true);
    expect(Buffer.byteLength(script) - Buffer.byteLength(labelData)).toBeLessThanOrEqual(25 * 1024);
  });

  test('no glossary text is loaded in a page before a card', async () => {
    for (const text of ['loosen the seals', 'doi.org']) {
      expect((await read('page.js')).includes(text)).toBe(false);
      expect((await read('background.js')).includes(text)).toBe(true);
    }
  });

  test('no file is over 4 MB', async () => {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile())
        expect((await readFile(join(entry.parentPath, entry.name))).length, entry.name).toBeLessThan(4_000_000);
    }
  });

  test('nothing in it goes to the network, runs text as code, or opens the card to the page', async () => {
    const scripts = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    for (const name of scripts) {
      const code = await read(name);
      // By name and not by text: a failing check would print the whole script.
      const found = FORBIDDEN.filter((word) => word.test(code)).map((word) => `${name}: ${word.source}`);
      expect(found).toEqual([]);
    }
    expect(/mode:\s*["'`]closed/.test(await read('card.js'))).toBe(true);
    expect(/content-script-started/.test(await read('page.js'))).toBe(false);
  });
});

test.runIf(browserName === 'firefox')(
  'the store’s linter finds nothing to say',
  async () => {
    const bin = join(import.meta.dirname, '../../node_modules/web-ext/bin/web-ext.js');
    const { stdout } = await promisify(execFile)(process.execPath, [
      bin,
      'lint',
      '--source-dir',
      folder,
      '--output',
      'json',
    ]);
    const { errors, warnings, notices } = JSON.parse(stdout) as Record<string, unknown[]>;
    expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
  },
  120_000,
);
