/** One odd page, and what we are expected to do on it. The tables of them are in the files beside this one. */
import type { Page } from 'puppeteer-core';
import type { Answer } from './site.ts';

export interface Fixture {
  name: string;
  /** Body of an ordinary page, a whole page when it starts with `<!doctype`, or an answer with its own headers. */
  page: string | Answer;
  /** Whether resting the pointer on `#word` opens a card. `none` also where there is no such element. */
  expect: 'card' | 'none';
  /** Done to the page once it is loaded, in the browser with us and in the bare one alike. */
  act?: (page: Page) => Promise<void>;
  /** Page whose tree is never twice the same, so that it can't be compared. */
  moves?: true;
  /** Source of an expression that is true in the page's own world at the end. */
  holds?: string;
}

/** A sentence about the word that the pointer is put on. English enough to be read anywhere. */
export const SENTENCE =
  'One study of the skin and the gut found that <span id="word">zonulin</span> was raised in rosacea.';
export const PARAGRAPH = `<p>${SENTENCE}</p>`;

const STYLE = 'body { margin: 40px; font: 18px/1.6 serif; background: #fff; color: #111 }';

/** @returns an ordinary page. @param head goes into its head, before anything else of it runs. */
export function pageOf(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}<style>${STYLE}</style></head><body>${body}</body></html>`;
}

/** @returns a page whose script runs before the parser goes on. */
export function scripted(script: string, body = PARAGRAPH): string {
  return pageOf(body, `<script>${script}</script>`);
}

/** @returns a page that a style sheet of its own makes odd. */
export function styled(css: string, body = PARAGRAPH): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>${STYLE} ${css}</style></head><body>${body}</body></html>`;
}

/** @returns the fixtures with the titles of their tests. */
export function titled(fixtures: readonly Fixture[]): [title: string, fixture: Fixture][] {
  return fixtures.map((fixture) => [`${fixture.name}: ${fixture.expect}`, fixture]);
}
