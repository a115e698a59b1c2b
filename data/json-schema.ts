import { toJsonSchema } from '@valibot/to-json-schema';
import { termSchema } from './schema.ts';

/** @returns the JSON Schema of a term's file, as text. Rules it has no words for (word limits) stay with the checks. */
export function termJsonSchema(): string {
  const schema = toJsonSchema(termSchema, { errorMode: 'ignore', typeMode: 'input' });
  return `${JSON.stringify({ ...schema, title: 'A term of the Underskin glossary' }, null, 2)}\n`;
}
