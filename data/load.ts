/** Reads the glossary's files and holds each against the schema. Checks between files are in `checks.ts`. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';
import { type Study, studySchema, type Term, termSchema } from './schema.ts';

export interface LoadedTerm {
  id: string;
  /** Path from the folder that holds `data/`. */
  file: string;
  term: Term;
}

export interface LoadedGlossary {
  terms: LoadedTerm[];
  studies: Study[];
  /** Ids of term files that can't be used, so that what points at them is not blamed, too. */
  unusable: string[];
  problems: Problem[];
}

/** Greek letters in names of molecules: TNF-α, IL-1β, interferon-γ, NF-κB. */
const GREEK: Record<string, string> = { α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', κ: 'kappa', ω: 'omega' };

/** @returns the prefLabel in kebab-case, ASCII only: `Gut–brain–skin axis` is `gut-brain-skin-axis`, `TNF-α` `tnf-alpha`. */
export function idOf(prefLabel: string): string {
  return prefLabel
    .replace(/[αβγδκω]/g, (letter) => GREEK[letter] ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’"“”()]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Reads `terms/<kind>/<id>.yaml` and `studies.json` below `dataDir`.
 * Files that can't be used are reported in `problems`, all of them at once; nothing is thrown for bad content.
 */
export async function loadGlossary(dataDir: string): Promise<LoadedGlossary> {
  const problems: Problem[] = [];
  const root = dirname(dataDir);
  const name = (path: string) => relative(root, path).split(sep).join('/');

  const terms: LoadedTerm[] = [];
  const unusable: string[] = [];
  const termsDir = join(dataDir, 'terms');
  const entries = await readdir(termsDir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) {
    const file = name(path);
    if (!path.endsWith('.yaml')) {
      problems.push({ file, field: '', mend: 'is not a term; term files end in .yaml' });
      continue;
    }
    const term = readTerm(await readFile(path, 'utf8'), file, problems);
    const id = basename(path, '.yaml');
    if (!term) {
      unusable.push(id);
      continue;
    }
    if (id !== idOf(term.prefLabel)) {
      problems.push({
        file,
        field: 'prefLabel',
        mend: `belongs in a file named ${idOf(term.prefLabel)}.yaml; rename one`,
      });
    }
    if (basename(dirname(path)) !== term.kind) {
      problems.push({ file, field: 'kind', mend: `is ${term.kind}; move the file to data/terms/${term.kind}/` });
    }
    terms.push({ id, file, term });
  }

  const studiesPath = join(dataDir, 'studies.json');
  const studies = readStudies(await readFile(studiesPath, 'utf8'), name(studiesPath), problems);
  return { terms, studies, unusable, problems };
}

/** Parses one term file; what is wrong goes to `problems` with its line, and the answer is then `undefined`. */
export function readTerm(yaml: string, file: string, problems: Problem[]): Term | undefined {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const line = lines.linePos(error.pos[0]).line;
      problems.push({ file: `${file}:${line}`, field: '', mend: `is not YAML: ${error.message.split('\n')[0]}` });
    }
    return undefined;
  }
  const result = v.safeParse(termSchema, document.toJS());
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    const line = lineOf(document, path, lines);
    problems.push({ file: line ? `${file}:${line}` : file, field: fieldName(path), mend: mendOf(issue) });
  }
  return undefined;
}

/** Parses `studies.json`; what is wrong goes to `problems`, named by the study's id, and the sound ones are returned. */
export function readStudies(json: string, file: string, problems: Problem[]): Study[] {
  let items: unknown;
  try {
    items = JSON.parse(json);
  } catch (error) {
    problems.push({ file, field: '', mend: `is not JSON: ${(error as Error).message}` });
    return [];
  }
  if (!Array.isArray(items)) {
    problems.push({ file, field: '', mend: 'is not a list; write [ … ] around the studies' });
    return [];
  }
  const studies: Study[] = [];
  items.forEach((item, index) => {
    const result = v.safeParse(studySchema, item);
    if (result.success) {
      studies.push(result.output);
      return;
    }
    const id = (item as { id?: unknown } | null)?.id;
    const which = typeof id === 'string' ? id : `[${index}]`;
    for (const issue of result.issues) {
      const path = (issue.path ?? []).map((part) => part.key as string | number);
      problems.push({ file, field: [which, fieldName(path)].filter(Boolean).join(' '), mend: mendOf(issue) });
    }
  });
  return studies;
}

function fieldName(path: readonly (string | number)[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}

function mendOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind !== 'schema') return issue.message;
  if (issue.expected === 'never') return 'is not a field of the schema; check its spelling or remove it';
  if (issue.received === 'undefined') return `is missing; expected ${issue.expected}`;
  return `is ${issue.received}; expected ${issue.expected}`;
}

function lineOf(document: Document, path: readonly (string | number)[], lines: LineCounter): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
