/** The terms as a table, for spreadsheets and statistics. */
import { stringify } from 'csv-stringify/sync';
import type { LoadedTerm } from '../load.ts';

/** Between the values of one cell. */
const SEPARATOR = '; ';

/**
 * @param terms in any order.
 * @returns `terms.csv`, as text: one row a term, by id. Certainty and subjects are those of the first claim and empty
 * where there is none; `studies` is how many the term cites.
 */
export function termsCsv(terms: readonly LoadedTerm[]): string {
  const rows = [...terms].sort((a, b) => (a.id < b.id ? -1 : 1)).map(rowOf);
  return stringify(rows, {
    header: true,
    // Without it Excel reads UTF-8 as something else, and "Gut–skin axis" as "Gutâ€“skin axis".
    bom: true,
    // A spreadsheet runs a cell that starts with = + - @ as a formula; an apostrophe before it makes it text.
    // The rule is OWASP's: https://owasp.org/www-community/attacks/CSV_Injection
    escape_formulas: true,
  });
}

function rowOf({ id, term }: LoadedTerm) {
  const [first] = term.claims;
  return {
    id,
    name: term.prefLabel,
    kind: term.kind,
    in_short: term.inShort,
    other_names: term.altLabels.join(SEPARATOR),
    first_claim_certainty: first?.certainty ?? '',
    first_claim_subjects: first?.subjects.join(SEPARATOR) ?? '',
    studies: new Set(term.claims.flatMap((claim) => claim.studies)).size,
    mesh: term.exactMatch.map((match) => match.replace(/^mesh:/, '')).join(SEPARATOR),
    reviewed: term.reviewed,
  };
}
