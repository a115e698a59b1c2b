/** Prints every way to write every term as a JSON array: `npm run -s labels`. */
import { join } from 'node:path';
import { compileGlossary } from '../data/compile.ts';

const { labels } = await compileGlossary(join(import.meta.dirname, '../data'));
console.log(JSON.stringify(labels.filter(({ term }) => term !== '').map(({ text }) => text)));
