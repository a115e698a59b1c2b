/** Search in the address bar: "gs", a space and a word. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Entry } from '../../data/entry.ts';
import { isNamed } from '../../data/search.ts';

type Search = (query: string) => Entry[];

export interface Suggestion {
  /** What is put in the address bar when it is chosen. */
  content: string;
  description: string;
}

const MOST_SUGGESTIONS = 6;
/** Nobody means more. UTF-16 units. */
const MOST_TEXT = 100;

/** @returns the best matches, a line each. @param isXml whether the browser reads descriptions as XML; Chromium does. */
export function suggestionsFor(text: string, search: Search, isXml: boolean): Suggestion[] {
  const plain = (words: string) => (isXml ? escapeXml(words) : words);
  return search(text)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ name, inShort }) => ({ content: name, description: plain(`${name}: ${inShort}`) }));
}

/** @returns path of the glossary page for what was typed: of the term, when it is one, else of the search. */
export function glossaryPathFor(text: string, search: Search): `/glossary.html#${string}` {
  // Half a character, as left by a cut, is none that an address could hold.
  const query = text.trim().slice(0, MOST_TEXT).toWellFormed();
  const [first] = search(query);
  return `/glossary.html#${first && isNamed(first, query) ? first.id : `q=${encodeURIComponent(query)}`}`;
}

/** Control characters are in no name and are not allowed in XML at all. */
function escapeXml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  return text.replaceAll(/[&<>"']/g, (character) => names[character] ?? '').replaceAll(/\p{Cc}/gu, ' ');
}

/** Answers in the address bar. @param makeSearch called at the first key, because it takes a moment. */
export function startOmnibox(makeSearch: () => Search): void {
  // Firefox for Android has none.
  const { omnibox } = browser as { omnibox?: typeof browser.omnibox };
  let search: Search | undefined;
  const find: Search = (query) => {
    search ??= makeSearch();
    return search(query);
  };
  omnibox?.onInputStarted.addListener(() => omnibox.setDefaultSuggestion({ description: i18n.t('omnibox.hint') }));
  omnibox?.onInputChanged.addListener((text, suggest) => {
    suggest(suggestionsFor(text, find, !import.meta.env.FIREFOX));
  });
  omnibox?.onInputEntered.addListener((text, disposition) => {
    const url = browser.runtime.getURL(glossaryPathFor(text, find));
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
