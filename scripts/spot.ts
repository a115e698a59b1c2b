/**
 * Spots terms in text from standard input and prints `{"id","spans":[{"start","end","term"}]}`, a line each.
 * Input is JSON lines `{"id","text"}` (each line is a page of its own), an HTML file (its readable text is one page),
 * or plain text (one page). Offsets are UTF-16 units of the text.
 *
 *   npm run -s spot < pages.jsonl
 *   npm run -s spot -- --why < pages.jsonl     adds every candidate, and for those not marked the reason
 */

import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { compileGlossary } from '../data/compile.ts';
import type { Refusal } from '../matching/find-candidates.ts';
import { type Decision, decideMentions } from '../matching/find-mentions.ts';
import { readLabels } from '../matching/label-index.ts';
import { textOfHtml } from './text-of-html.ts';

const { labelData } = await compileGlossary(join(import.meta.dirname, '../data'));
const index = readLabels(labelData);

const WHY: Record<Refusal, string> = {
  'not-label': 'looks like a term and is none',
  address: 'inside an address, a file name or a tag',
  name: 'written like a name, and the page has no other term',
  defined: 'this page uses the abbreviation for something else',
  topic: 'an everyday word, and the page is not about gut or skin',
  sister: 'ambiguous, and the term is not written out here',
  language: 'the text is not in English',
};

const why = process.argv.includes('--why');

for (const page of pagesOf(await text(process.stdin))) {
  const decisions = decideMentions(page.text, index);
  const spans = decisions
    .filter(({ refused }) => refused === undefined)
    .map(({ start, end, term }) => ({ start, end, term }));
  console.log(JSON.stringify({ id: page.id, spans, ...(why && { why: decisions.map(explain) }) }));
}

function explain({ start, label, term, refused }: Decision): object {
  return { start, label, term, marked: refused === undefined, ...(refused !== undefined && { why: WHY[refused] }) };
}

function pagesOf(input: string): { id: unknown; text: string }[] {
  const start = input.trimStart();
  if (start.startsWith('{')) {
    return input
      .split(/\r?\n/)
      .map((line, i) => ({ line, number: i + 1 }))
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, number }) => pageOf(line, number));
  }
  return [{ id: null, text: start.startsWith('<') ? textOfHtml(input) : input }];
}

function pageOf(line: string, number: number): { id: unknown; text: string } {
  let page: unknown;
  try {
    page = JSON.parse(line);
  } catch (error) {
    stop(`line ${number} is not JSON: ${(error as Error).message}`);
  }
  const { id, text } = (page ?? {}) as { id?: unknown; text?: unknown };
  if (typeof text !== 'string') stop(`line ${number} has no "text" that is a string; write {"id": …, "text": "…"}`);
  return { id: id ?? null, text };
}

function stop(message: string): never {
  console.error(`spot: ${message}`);
  process.exit(1);
}
