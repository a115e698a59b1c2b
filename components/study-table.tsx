import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Citation, EntryStudy } from '../data/entry.ts';
import { CopyStudies } from './study-table-copy.tsx';
import { studyWords } from './words.ts';

type Column = 'year' | 'design' | 'size';

interface StudyTableProps {
  studies: readonly EntryStudy[];
  /** Gives studies, by id, as text to copy. */
  cite: (studies: readonly string[]) => Promise<Citation[]>;
  /** Puts text on the clipboard; rejects when it can't be written. */
  copy: (text: string) => Promise<void>;
}

/** All studies of a term, a row each, to sort, to open and to copy. */
export function StudyTable({ studies, cite, copy }: StudyTableProps) {
  const [by, setBy] = useState<{ column: Column; up: boolean }>({ column: 'year', up: false });
  const heading = useId();
  const rows = [...studies].sort((a, b) => compare(a, b, by.column, by.up));
  const head = (column: Column, words: string) => (
    <Sortable
      words={words}
      sorted={by.column === column ? (by.up ? 'ascending' : 'descending') : undefined}
      // The newest and the largest are what one looks for first.
      onSort={() => setBy({ column, up: by.column === column ? !by.up : column === 'design' })}
    />
  );
  return (
    <section class="study-table">
      <h2 id={heading}>{i18n.t('glossary.studies.title')}</h2>
      <CopyStudies studies={rows} cite={cite} copy={copy}>
        {(copyOne) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
          <section class="scroll" aria-label={i18n.t('glossary.studies.scroll')} tabIndex={0}>
            <table aria-labelledby={heading}>
              <thead>
                <tr>
                  {head('year', i18n.t('glossary.studies.year'))}
                  <th scope="col">{i18n.t('glossary.studies.who')}</th>
                  {head('design', i18n.t('glossary.studies.design'))}
                  <th scope="col">{i18n.t('glossary.studies.seen')}</th>
                  {head('size', i18n.t('glossary.studies.size'))}
                  <th scope="col">{i18n.t('glossary.studies.finding')}</th>
                  <th scope="col" class="copies">
                    {i18n.t('glossary.studies.copy')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((study) => (
                  <Row key={study.id} study={study}>
                    {copyOne(study)}
                  </Row>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </CopyStudies>
    </section>
  );
}

interface SortableProps {
  words: string;
  sorted: 'ascending' | 'descending' | undefined;
  onSort: () => void;
}

function Sortable({ words, sorted, onSort }: SortableProps) {
  return (
    <th scope="col" aria-sort={sorted}>
      <button type="button" onClick={onSort}>
        {words}
        <span class="arrow" aria-hidden="true">
          {sorted === undefined ? '↕' : sorted === 'ascending' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  );
}

function Row({ study, children }: { study: EntryStudy; children: preact.ComponentChildren }) {
  const { title, journal, url, finding, subjects, n, retracted } = study;
  const seen = {
    people: i18n.t('glossary.studies.people'),
    mice: i18n.t('glossary.studies.mice'),
    animals: i18n.t('glossary.studies.animals'),
    cells: i18n.t('glossary.studies.cells'),
    mixed: i18n.t('glossary.studies.mixed'),
  }[subjects];
  return (
    <tr>
      <td class="year">{yearOf(study)}</td>
      <th scope="row">{authorOf(study)}</th>
      <td>{designWords(study)}</td>
      <td>{seen}</td>
      <td class="size" data-name={i18n.t('glossary.studies.size')}>
        {n === undefined ? i18n.t('glossary.studies.unknownSize') : n.toLocaleString('en-GB')}
      </td>
      <td class="finding">
        {retracted && <strong class="retracted">{i18n.t('glossary.studies.retracted')} </strong>}
        {finding}
        <span class="source">
          <a href={url} target="_blank" rel="noopener noreferrer">
            {title}
          </a>{' '}
          {journal}
        </span>
      </td>
      <td class="copies">{children}</td>
    </tr>
  );
}

/** `cite` is first author and year. */
function yearOf({ cite }: EntryStudy): number {
  return Number(cite.slice(cite.lastIndexOf(' ')));
}

function authorOf({ cite }: EntryStudy): string {
  return cite.slice(0, cite.lastIndexOf(' '));
}

function designWords(study: EntryStudy): string {
  return studyWords({ ...study, n: undefined });
}

/** A size that is not told comes last, whichever way. Where two are alike, the newer and then the author decides. */
function compare(a: EntryStudy, b: EntryStudy, by: Column, up: boolean): number {
  const way = up ? 1 : -1;
  const first = {
    year: () => 0,
    design: () => designWords(a).localeCompare(designWords(b), 'en') * way,
    size: () => (a.n === undefined || b.n === undefined ? Number(!a.n) - Number(!b.n) : (a.n - b.n) * way),
  }[by]();
  const years = (yearOf(a) - yearOf(b)) * (by === 'year' ? way : -1);
  return first || years || authorOf(a).localeCompare(authorOf(b), 'en');
}
