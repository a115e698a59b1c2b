/** The glossary as SKOS, the W3C's vocabulary for thesauri (https://www.w3.org/TR/skos-reference/), in JSON-LD. */
import type { LoadedTerm } from '../load.ts';

/**
 * What every name of a term in the web of data starts with. The form is that of w3id.org, which forwards lasting names
 * to wherever a project lives; it has to be registered there before an export is published, and never changed after.
 */
const BASE = 'https://w3id.org/underskin/';
const SCHEME = `${BASE}glossary`;
const MESH = 'http://id.nlm.nih.gov/mesh/';

/** Carried in the file itself, so that it is read without a network. */
const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  id: '@id',
  type: '@type',
  title: { '@id': 'dcterms:title', '@language': 'en' },
  license: { '@id': 'dcterms:license', '@type': '@id' },
  ...texts('prefLabel', 'altLabel', 'hiddenLabel', 'definition', 'scopeNote'),
  ...links('inScheme', 'topConceptOf', 'hasTopConcept', 'broader', 'narrower', 'related', 'exactMatch'),
};

/**
 * @param terms that passed `checkGlossary`, in any order.
 * @returns a JSON-LD document, as text: one ConceptScheme, and a Concept for each term. It keeps SKOS's integrity
 * conditions: one prefLabel (S14), no label in two roles (S13), `related` symmetric (S23) and never between a term and
 * one above it at any height (S27).
 */
export function skosJsonLd(terms: readonly LoadedTerm[]): string {
  const sorted = [...terms].sort((a, b) => (a.id < b.id ? -1 : 1));
  const above = new Map(sorted.map(({ id }) => [id, broaderTransitive(id, sorted)]));
  const concepts = sorted.map((loaded) => {
    const { id, term } = loaded;
    const others = sorted.filter((other) => other.id !== id);
    const broader = others.filter((other) => term.broader.includes(other.id));
    const narrower = others.filter((other) => other.term.broader.includes(id));
    const related = others.filter(
      (other) =>
        (pointsAt(loaded, other) || pointsAt(other, loaded)) &&
        !above.get(id)?.has(other.id) &&
        !above.get(other.id)?.has(id),
    );
    const altLabel = unlike(term.altLabels, [term.prefLabel]);
    return {
      id: iriOf(loaded),
      type: 'skos:Concept',
      inScheme: SCHEME,
      topConceptOf: broader.length === 0 ? SCHEME : undefined,
      prefLabel: term.prefLabel,
      altLabel,
      hiddenLabel: unlike([...term.hiddenLabels, ...term.oldLabels], [term.prefLabel, ...altLabel]),
      definition: term.inShort,
      scopeNote: term.scopeNote,
      broader: broader.map(iriOf),
      narrower: narrower.map(iriOf),
      related: related.map(iriOf),
      exactMatch: term.exactMatch.map((match) => match.replace(/^mesh:/, MESH)),
    };
  });
  const scheme = {
    id: SCHEME,
    type: 'skos:ConceptScheme',
    title: 'Underskin glossary',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    hasTopConcept: concepts.filter(({ topConceptOf }) => topConceptOf).map(({ id }) => id),
  };
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': [scheme, ...concepts] }, null, 2)}\n`;
}

function iriOf({ id }: LoadedTerm): string {
  return `${BASE}term/${id}`;
}

function pointsAt(from: LoadedTerm, to: LoadedTerm): boolean {
  return from.term.related.some(({ term }) => term === to.id);
}

/** @returns ids of all terms above, at any height. */
function broaderTransitive(id: string, terms: readonly LoadedTerm[], found = new Set<string>()): Set<string> {
  for (const other of terms.find((loaded) => loaded.id === id)?.term.broader ?? []) {
    if (found.has(other)) continue;
    found.add(other);
    broaderTransitive(other, terms, found);
  }
  return found;
}

/** @returns each label once, without those that have a role already. */
function unlike(labels: readonly string[], taken: readonly string[]): string[] {
  return [...new Set(labels)].filter((label) => !taken.includes(label));
}

function texts(...names: string[]) {
  return Object.fromEntries(names.map((name) => [name, { '@id': `skos:${name}`, '@language': 'en' }]));
}

function links(...names: string[]) {
  return Object.fromEntries(names.map((name) => [name, { '@id': `skos:${name}`, '@type': '@id' }]));
}
