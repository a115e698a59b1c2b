/** The studies in the formats that reference managers read: CSL-JSON, BibTeX and RIS. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Citation } from '../entry.ts';
import type { Study } from '../schema.ts';

// Our own ids as citation keys. The label check would take their hyphens out, which BibTeX allows.
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false });

/**
 * @returns the studies by id, as CSL-JSON 1.0.2. What a study found is in `note`, which all three formats have;
 * `custom`, which CSL leaves to whoever writes the file, is kept. Those without a DOI get a URL, because Citation.js
 * writes no PMID into BibTeX and RIS.
 */
function cslItems(studies: readonly Study[]) {
  return [...studies]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((study) => {
      const { finding, retracted } = study.custom;
      return {
        ...study,
        ...(!study.DOI && { URL: pubMedUrl(study) }),
        note: retracted === undefined ? finding : `Retracted (seen ${retracted}). ${finding}`,
      };
    });
}

/** @returns `studies.json`, as text. */
export function cslJson(studies: readonly Study[]): string {
  return `${JSON.stringify(cslItems(studies), null, 2)}\n`;
}

/** @returns `studies.bib`, as text: ASCII with LaTeX commands. */
export function bibtex(studies: readonly Study[]): string {
  const items = cslItems(studies).map((item) => ({
    ...item,
    title: plainHyphens(item.title),
    note: plainHyphens(item.note),
  }));
  return new Cite(items, { generateGraph: false }).format('bibtex');
}

/**
 * @returns `studies.ris`, as text. The plugin finds the tags; the lines are written here, because its own text breaks
 * them after 70 characters, within words, which readers take for a space, and cuts ids after 20 characters.
 */
export function ris(studies: readonly Study[]): string {
  const items = cslItems(studies).map((item) => ({ ...item, author: item.author.map(withoutComma) }));
  const records = new Cite(items, { generateGraph: false }).format('ris', { format: 'object' });
  return records
    .map(({ TY, ...fields }, i) => {
      const values = Object.entries({ ...fields, ID: items[i]?.id ?? '' });
      const lines = values.flatMap(([tag, value]) => [value].flat().map((line) => `${tag}  - ${line}\n`));
      return `TY  - ${TY}\n${lines.join('')}ER  - \n`;
    })
    .join('\n');
}

/** @returns each study as text to copy, by id. */
export function citations(studies: readonly Study[]): Record<string, Citation> {
  return Object.fromEntries(
    studies.map((study) => [
      study.id,
      { id: study.id, text: vancouver(study), bibtex: bibtex([study]).trim(), ris: ris([study]).trim() },
    ]),
  );
}

/** In the way of the Vancouver style: family name and initials, three authors at most. */
function vancouver(study: Study): string {
  const names = study.author.map((author) => {
    if ('literal' in author) return author.literal;
    const initials = [...(author.given ?? '').matchAll(/\p{Lu}/gu)].join('');
    return [author.family, initials].filter(Boolean).join(' ');
  });
  const authors = names.length > 3 ? [...names.slice(0, 3), 'et al'] : names;
  const where = study.DOI ? `https://doi.org/${study.DOI}` : pubMedUrl(study);
  const ended = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);
  const [year] = study.issued['date-parts'][0];
  return `${ended(authors.join(', '))} ${ended(study.title)} ${study['container-title']}. ${year}. ${where}`;
}

function pubMedUrl({ PMID, PMCID }: Study): string {
  return PMID ? `https://pubmed.ncbi.nlm.nih.gov/${PMID}/` : `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`;
}

/** The BibTeX plugin knows no LaTeX for Unicode's hyphen, unbreakable hyphen and figure dash and leaves them out. */
function plainHyphens(text: string): string {
  return text.replace(/[\u2010-\u2012]/g, '-');
}

/** RIS takes what is before a comma for a family name, so a group's name goes without. */
function withoutComma(author: Study['author'][number]): Study['author'][number] {
  return 'literal' in author ? { literal: author.literal.replaceAll(',', '') } : author;
}
