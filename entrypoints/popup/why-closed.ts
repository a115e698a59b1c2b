/** Why there is nothing to mark in a tab, as far as the browser tells. */
import type { TabReport } from '../../page/on-this-page.ts';

export type Why =
  /** A page of the browser's own, its store, an error message: no extension is let in. */
  | 'browser'
  /** A page of this extension. */
  | 'own'
  | 'pdf'
  /** A file, and the reader has not let the extension read files. */
  | 'file'
  /** The reader has not let the extension read this site, or any. */
  | 'access'
  /** A picture or data: there is no text that is read. */
  | 'data'
  | 'loading'
  /** The page was there before the extension was let in. */
  | 'reload';

export interface TabFacts {
  /** Left out by the browser when the extension may not know it. */
  url: string | undefined;
  title: string | undefined;
  isLoading: boolean;
  /** Whether the reader lets the extension read this site; all sites, where the address is not known. */
  isAllowed: boolean;
  /** Whether the reader lets the extension read files. */
  mayReadFiles: boolean;
  /** Such as `chrome-extension://abc/`. */
  ownBase: string;
  /** What the page answered; nothing when the browser let nobody ask. */
  report: TabReport | undefined;
}

/** @returns nothing when marks can be on here. */
export function whyClosed(facts: TabFacts): Why | undefined {
  const { url, isAllowed, ownBase, report } = facts;
  if (url === undefined) return isAllowed ? 'browser' : 'access';
  if (url.startsWith(ownBase)) return 'own';
  if (!isReadable(url)) return 'browser';
  if (report) return whyUnread(report, facts.isLoading);
  if (url.startsWith('file:') && !facts.mayReadFiles) return 'file';
  if (!isAllowed) return 'access';
  // Firefox shows PDFs in a page of its own and says so nowhere.
  return [new URL(url).pathname, facts.title ?? ''].some((name) => /\.pdf$/i.test(name)) ? 'pdf' : 'browser';
}

/** Whether the page script is meant for such an address. */
export function isReadable(url: string): boolean {
  return /^(?:https?|file):/.test(url);
}

function whyUnread({ contentType, running }: TabReport, isLoading: boolean): Why | undefined {
  // Chromium's viewer is an HTML page that holds the document.
  if (contentType === 'application/pdf') return 'pdf';
  if (running !== undefined) return undefined;
  if (isLoading) return 'loading';
  return contentType === 'text/html' ? 'reload' : 'data';
}
