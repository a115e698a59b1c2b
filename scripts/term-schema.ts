/** Writes `data/term.schema.json`, from which editors complete and check a term's file: `npm run glossary:schema`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { termJsonSchema } from '../data/json-schema.ts';

await writeFile(join(import.meta.dirname, '../data/term.schema.json'), termJsonSchema());
