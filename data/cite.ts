/** Studies as text to copy, for pages of the extension. They are much text and seldom wanted, so they come when first asked for. */
import type { Citation } from './entry.ts';

let citations: Record<string, Citation> | undefined;

/** @param studies ids. @returns those that are known, in this order. */
export async function cite(studies: readonly string[]): Promise<Citation[]> {
  citations ??= JSON.parse((await import('virtual:underskin/citations')).default) as Record<string, Citation>;
  const known = citations;
  return studies.flatMap((study) => (Object.hasOwn(known, study) ? (known[study] ?? []) : []));
}
