/** Search over names, other names and hidden spellings, with typing mistakes forgiven. Runs in the popup. */
import MiniSearch from 'minisearch';
import type { Entry, Glossary } from './entry.ts';

/** @returns a function that gives the best matches first, ten at most. */
export function searchOf(glossary: Glossary): (query: string) => Entry[] {
  const index = new MiniSearch<Entry>({
    fields: ['name', 'also', 'old', 'hidden', 'inShort'],
    extractField: (entry, field) => {
      const value = entry[field as keyof Entry];
      return Array.isArray(value) ? value.join(' ') : String(value ?? '');
    },
    processTerm: plain,
    searchOptions: {
      boost: { name: 6, also: 4, old: 4, hidden: 3 },
      prefix: (term) => term.length > 1,
      // One mistake in a short word, two in a long one; none where any word would do.
      fuzzy: (term) => (term.length < 4 ? false : term.length < 7 ? 1 : 2),
      weights: { prefix: 0.7, fuzzy: 0.4 },
      combineWith: 'AND',
    },
  });
  index.addAll(Object.values(glossary));
  return (query) => {
    const every = index.search(query);
    const found = every.length > 0 ? every : index.search(query, { combineWith: 'OR' });
    return found.slice(0, 10).flatMap(({ id }) => glossary[id as string] ?? []);
  };
}

/** Case and accents do not matter; one-letter words ("T" in T cells) do. */
function plain(term: string): string | null {
  return term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() || null;
}
