import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { FoldedList } from './folded-list.tsx';
import { TermList, type TermRow } from './term-list.tsx';

/** What a page holds, each list in the order its terms turn up. */
export interface PageTerms {
  marked: readonly (TermRow & { places: number })[];
  /** Not marked, because the reader knows them. */
  known: readonly (TermRow & { places: number })[];
  /** Not marked, because the reader said that they mean something else on this site. */
  notHere: readonly (TermRow & { places: number })[];
  /** Whether reading stopped because the page is monstrous. */
  stopped: boolean;
}

export interface PopupOnPageProps {
  page: PageTerms;
  onOpen: (term: string) => void;
  onJump: (term: string, direction: 1 | -1) => void;
  /** Left out in a private window, where it could not be kept. */
  onMarkAgain: ((term: string) => void) | undefined;
  onGoOn: () => void;
}

const SORTS = ['place', 'name', 'count'] as const;
type Sort = (typeof SORTS)[number];

/** The terms of the page, how often each, and ways to its places. */
export function PopupOnPage({ page, onOpen, onJump, onMarkAgain, onGoOn }: PopupOnPageProps) {
  const [sort, setSort] = useState<Sort>('place');
  const sortName = useId();
  const { marked, known, notHere } = page;
  const all = [...marked, ...known, ...notHere];
  const places = all.reduce((sum, row) => sum + row.places, 0);
  const again = onMarkAgain && { onMarkAgain };
  return (
    <>
      {all.length === 0 ? (
        <p class="nothing">{i18n.t('popup.nothing')}</p>
      ) : (
        <div class="list-head">
          <h2>
            {i18n.t('popup.onPage', {
              terms: i18n.t('popup.terms', all.length),
              places: i18n.t('popup.places', places),
            })}
          </h2>
          <label class="hidden" for={sortName}>
            {i18n.t('popup.sort.label')}
          </label>
          <select id={sortName} value={sort} onChange={(event) => setSort(event.currentTarget.value as Sort)}>
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {i18n.t(`popup.sort.${one}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      <TermList rows={sorted(marked, sort)} onOpen={onOpen} onJump={onJump} />
      {page.stopped && (
        <p class="nothing">
          {i18n.t('popup.stopped')}{' '}
          <button type="button" class="text" onClick={onGoOn}>
            {i18n.t('popup.goOn')}
          </button>
        </p>
      )}
      {known.length > 0 && (
        <FoldedList name={i18n.t('popup.known', known.length)}>
          <TermList rows={sorted(known, sort)} onOpen={onOpen} {...again} />
        </FoldedList>
      )}
      {notHere.length > 0 && (
        <FoldedList name={i18n.t('popup.notHere', notHere.length)}>
          <TermList rows={sorted(notHere, sort)} onOpen={onOpen} {...again} />
        </FoldedList>
      )}
    </>
  );
}

function sorted(rows: PageTerms['marked'], sort: Sort): PageTerms['marked'] {
  if (sort === 'name') return rows.toSorted((a, b) => a.entry.name.localeCompare(b.entry.name, 'en'));
  if (sort === 'count') return rows.toSorted((a, b) => b.places - a.places);
  return rows;
}
