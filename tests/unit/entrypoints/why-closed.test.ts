import { expect, test } from 'vitest';
import { type TabFacts, whyClosed } from '../../../entrypoints/popup/why-closed.ts';
import type { TabReport } from '../../../page/on-this-page.ts';

const REPORT: TabReport = { terms: [], running: true, stopped: false, contentType: 'text/html' };
const PAGE: TabFacts = {
  url: 'https://example.org/a',
  title: 'A page',
  isLoading: false,
  isAllowed: true,
  mayReadFiles: true,
  ownBase: 'chrome-extension://abc/',
  report: REPORT,
};
const silent = { report: undefined };
const unread = (contentType: string) => ({ report: { ...REPORT, running: undefined, contentType } });

test.each<[string, Partial<TabFacts>, ReturnType<typeof whyClosed>]>([
  ['a page', {}, undefined],
  ['a page where marks are off', { report: { ...REPORT, running: false } }, undefined],
  ['a file that may be read', { url: 'file:///a.html' }, undefined],
  ['a page of plain text', { report: { ...REPORT, contentType: 'text/plain' } }, undefined],
  ['a page of the browser, its address kept back', { url: undefined, ...silent }, 'browser'],
  ['a page of the browser', { url: 'about:newtab', ...silent }, 'browser'],
  ['the source of a page', { url: 'view-source:https://example.org/', ...silent }, 'browser'],
  ['the store', { url: 'https://chromewebstore.google.com/', ...silent }, 'browser'],
  ['a page of ours', { url: 'chrome-extension://abc/glossary.html', ...silent }, 'own'],
  ['a page of another extension', { url: 'chrome-extension://def/', ...silent }, 'browser'],
  ['a PDF in Chromium', { report: { ...REPORT, contentType: 'application/pdf' } }, 'pdf'],
  ['a PDF in Firefox, by its address', { url: 'https://example.org/a.PDF?x#page=2', ...silent }, 'pdf'],
  ['a PDF in Firefox, by its name', { title: 'paper.pdf', ...silent }, 'pdf'],
  ['a file without consent', { url: 'file:///a.html', mayReadFiles: false, ...silent }, 'file'],
  ['a site without access', { isAllowed: false, ...silent }, 'access'],
  ['no access, and the address kept back', { url: undefined, isAllowed: false, ...silent }, 'access'],
  ['a page that is loading', { isLoading: true, ...unread('text/html') }, 'loading'],
  ['a page that was there before', unread('text/html'), 'reload'],
  ['a picture', unread('image/svg+xml'), 'data'],
])('%s', (_, facts, why) => {
  expect(whyClosed({ ...PAGE, ...facts })).toBe(why);
});
