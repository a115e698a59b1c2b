/** Reads the annotated sample: a line is a page, mentions stand as `[[words|term]]`, lines with # name what is tested. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Annotated {
  /** `sample-1.txt:12`. */
  place: string;
  text: string;
  spans: { start: number; end: number; term: string }[];
}

/** @throws Error that names the line when its brackets do not match. */
export async function readSample(): Promise<Annotated[]> {
  const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.txt')).sort();
  const pages: Annotated[] = [];
  for (const file of files) {
    const lines = (await readFile(join(import.meta.dirname, file), 'utf8')).split('\n');
    lines.forEach((line, i) => {
      if (line.trim() === '' || line.startsWith('#')) return;
      pages.push({ place: `${file}:${i + 1}`, ...annotated(line, `${file}:${i + 1}`) });
    });
  }
  return pages;
}

function annotated(line: string, place: string): Pick<Annotated, 'text' | 'spans'> {
  const spans: Annotated['spans'] = [];
  let text = '';
  let at = 0;
  for (const match of line.matchAll(/\[\[([^[\]|]+)\|([a-z0-9-]+)\]\]/g)) {
    text += line.slice(at, match.index);
    const words = match[1] ?? '';
    spans.push({ start: text.length, end: text.length + words.length, term: match[2] ?? '' });
    text += words;
    at = match.index + match[0].length;
  }
  text += line.slice(at);
  if (/\[\[|\]\]/.test(text))
    throw new Error(`${place} has a [[ or ]] that belongs to no mention; write [[words|term]].`);
  return { text, spans };
}
