/** Once before the browser suites: a browser to run, and the builds they look at, each made anew. */
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from 'wxt';
import { ensureBrowser } from '../../scripts/browsers.ts';
import { buildPseudo } from './pseudo-locale.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: 'chromium' | 'firefox';
  }
}

const root = join(import.meta.dirname, '../..');

export default async function setUp(project: TestProject): Promise<void> {
  const name = project.name.startsWith('firefox') ? 'firefox' : 'chromium';
  await ensureBrowser(name);
  const browser = name === 'firefox' ? 'firefox' : 'chrome';
  // Vitest says "test", and views would be built as for developing, with the paths of this machine in them.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({ root, browser });
  // The same but for one word: the card's root is open, so that a test can look inside.
  await build({ root, browser, mode: 'e2e' });
  await buildPseudo(browser);
  process.env.NODE_ENV = NODE_ENV;
}
