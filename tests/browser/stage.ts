/** The stage that a card is tested on, alone, without a page and an extension round it, and hands to use it with. */
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeAll } from 'vitest';
import { compileGlossary } from '../../data/compile.ts';
import type { Entry, Glossary } from '../../data/entry.ts';
import type { StageOptions } from './card-stage.tsx';
import { stagePage } from './stage-page.ts';
import { buildFolder, inCard, start } from './start.ts';

const root = join(import.meta.dirname, '../..');

interface Stage {
  /** Opens a card of a term, by id, or of an entry made up. */
  card: (entry: Entry | string, options?: StageOptions, size?: { width: number; height: number }) => Promise<Page>;
}

/** Starts a browser for this file and ends it after. */
export function startStage(): Stage {
  const started = start({ extension: 'none' });
  let stage: string;
  let glossary: Glossary;
  beforeAll(async () => {
    stage = await stagePage(join(buildFolder('e2e'), '_locales'));
    ({ glossary } = await compileGlossary(join(root, 'data')));
  }, 60_000);
  return {
    async card(entry, options = {}, size = { width: 1000, height: 760 }) {
      const page = await started.open(stage);
      await page.setViewport(size);
      const shown = typeof entry === 'string' ? glossary[entry] : entry;
      if (!shown) throw new Error(`There is no term "${entry}"`);
      await page.evaluate((one, how) => window.showCard(one, how), shown, options);
      return page;
    },
  };
}

/** @returns what can be read on the card. */
export const seen = (page: Page) => inCard(page, (card) => (card.querySelector('.card') as HTMLElement).innerText);

/** @returns what the card asked for, in order, each with its name first. */
export const calls = (page: Page) => page.evaluate(() => window.calls);

/** @returns what the card asked for by this name, without the name. */
export async function callsOf(page: Page, name: string): Promise<unknown[][]> {
  return (await calls(page)).filter(([one]) => one === name).map(([, ...rest]) => rest);
}

/** @returns the text of what has the focus in the card. */
export const focused = (page: Page) => inCard(page, (card) => card.activeElement?.textContent ?? '');

/** @returns the keys that the open legend lists. */
export const keysOf = (page: Page) =>
  inCard(page, (card) => [...card.querySelectorAll('kbd')].map((one) => one.textContent));

export async function focusIn(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const found = document.querySelector('div[data-underskin]')?.shadowRoot?.querySelector<HTMLElement>(wanted);
    if (!found) throw new Error(`The card has no ${wanted}`);
    found.focus();
  }, selector);
}

/** Presses the button with this name, by hand. */
export async function press(page: Page, name: string): Promise<void> {
  const found = await page.evaluateHandle((wanted) => {
    const card = document.querySelector('div[data-underskin]')?.shadowRoot;
    const all = [...(card?.querySelectorAll('button') ?? [])].filter((one) => one.checkVisibility());
    return all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === wanted) ?? null;
  }, name);
  const button = found.asElement() as ElementHandle<HTMLButtonElement> | null;
  if (!button) throw new Error(`The card has no button "${name}" to be seen`);
  await button.evaluate((one) => one.scrollIntoView({ block: 'nearest' }));
  await button.click();
}

/** Waits until the card says this of the last press. */
export async function waitForStatus(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('div[data-underskin]')?.shadowRoot?.querySelector('[role="status"]')?.textContent ===
      wanted,
    { timeout: 3000 },
    text,
  );
}
