/** What the part behind the # of the glossary page's address asks for. Anything that is not known asks for the list, `#list` too. */
import { REGIONS, type Region } from '../../data/axis.ts';
import type { Glossary } from '../../data/entry.ts';
import { fold } from '../../matching/fold.ts';

export type Address =
  | { name: 'list' }
  | { name: 'search'; query: string }
  | { name: 'term'; term: string }
  | { name: 'map'; region: Region | undefined };

/** No name of a term is longer, so the rest of a long selection would find nothing more. */
const LONGEST_QUERY = 80;

/**
 * @param hash `location.hash`: `#zonulin`, `#map`, `#map=blood`, `#q=leaky%20gut`. Escapes that are broken stay as they
 * are; nothing is thrown.
 */
export function readAddress(hash: string, glossary: Glossary): Address {
  const [[key, value] = ['', ''], ...more] = new URLSearchParams(hash.slice(1));
  if (more.length > 0) return { name: 'list' };
  if (key === 'map') {
    const region = REGIONS.find((one) => one === value);
    return region || value === '' ? { name: 'map', region } : { name: 'list' };
  }
  if (key === 'q') {
    const query = [...value.replace(/\p{Cc}+/gu, ' ')].slice(0, LONGEST_QUERY).join('').trim();
    return query === '' ? { name: 'list' } : { name: 'search', query };
  }
  return value === '' && Object.hasOwn(glossary, key) ? { name: 'term', term: key } : { name: 'list' };
}

/** @returns whether `query` is one of the term's own names, however it is written: "TNFα" is TNF-α. */
export function isNamed(query: string, term: Glossary[string]): boolean {
  const wanted = plain(query);
  return [term.name, ...term.also, ...term.old, ...term.hidden].some((name) => plain(name) === wanted);
}

function plain(name: string): string {
  return fold(name).text.replace(/[^\p{L}\p{N}]+/gu, '');
}
