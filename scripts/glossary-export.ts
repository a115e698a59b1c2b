/**
 * Writes the glossary into `export/` in formats of the field: SKOS, CSL-JSON, BibTeX, RIS and CSV.
 * `npm run glossary:export`; stops when the glossary has problems.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkGlossary } from '../data/checks.ts';
import { bibtex, cslJson, ris } from '../data/export/citations.ts';
import { termsCsv } from '../data/export/csv.ts';
import { skosJsonLd } from '../data/export/skos.ts';
import { loadGlossary } from '../data/load.ts';
import { GlossaryError } from '../data/problem.ts';

const root = join(import.meta.dirname, '..');
const loaded = await loadGlossary(join(root, 'data'));
const problems = [...loaded.problems, ...checkGlossary(loaded)];
if (problems.length > 0) throw new GlossaryError(problems);

const { terms, studies } = loaded;
const files = {
  'glossary.jsonld': skosJsonLd(terms),
  'terms.csv': termsCsv(terms),
  'studies.json': cslJson(studies),
  'studies.bib': bibtex(studies),
  'studies.ris': ris(studies),
};
await mkdir(join(root, 'export'), { recursive: true });
for (const [name, text] of Object.entries(files)) {
  await writeFile(join(root, 'export', name), text);
  const count = name.startsWith('studies') ? `${studies.length} studies` : `${terms.length} terms`;
  console.log(`export/${name}: ${count}, ${Math.ceil(Buffer.byteLength(text) / 1024)} KB`);
}
