import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Axis, Region } from '../data/axis.ts';
import type { Citation, Entry } from '../data/entry.ts';
import type { Certainty } from '../data/schema.ts';
import { AxisMap } from './axis-map.tsx';
import { Card } from './card.tsx';
import { CertaintyBar } from './certainty.tsx';
import { GlossaryChanges } from './glossary-changes.tsx';
import type { OwnLists } from './glossary-choice.ts';
import { GlossarySearch } from './glossary-search.tsx';
import { StudyTable } from './study-table.tsx';
import { CERTAINTY_WORDS } from './words.ts';

/** What an address of the glossary page asks for. */
export type GlossaryView =
  | { name: 'list' }
  /** Words that were selected on a page. */
  | { name: 'search'; query: string }
  | { name: 'term'; entry: Entry }
  | { name: 'map'; region: Region | undefined };

/** What the reader can do with a card, as the card takes it. */
export interface CardHands {
  cite: (studies: readonly string[]) => Promise<Citation[]>;
  copy: (text: string) => Promise<void>;
  /** `undefined` in a private window, where nothing is kept. */
  said: { known: boolean; saved: boolean; 'not-here': boolean } | undefined;
  onSay: (what: 'known' | 'saved' | 'not-here', on: boolean) => void;
  onSpeak: (() => void) | undefined;
}

export interface GlossaryPageProps {
  view: GlossaryView;
  /** By name. */
  all: readonly Entry[];
  search: (query: string) => Entry[];
  axis: () => Axis;
  /** `undefined` in a private window. */
  lists: OwnLists | undefined;
  handsFor: (entry: Entry) => CardHands;
  onOpen: (term: string) => void;
  onList: () => void;
}

/** The whole glossary: a list with a term beside it, or the map. */
export function GlossaryPage({ view, all, search, axis, lists, handsFor, onOpen, onList }: GlossaryPageProps) {
  const main = useRef<HTMLElement>(null);
  const [term, setTerm] = useState<Entry>();
  // A search, or the plain list, leaves the term that was open last to go back to.
  if (view.name === 'term' && view.entry !== term) setTerm(view.entry);
  useFocusOnChange(view, term, main);

  const skip = () => focusTerm(main.current);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || view.name !== 'term') return;
    const row = rowOf(main.current, view.entry);
    if (row?.checkVisibility()) row.focus();
    else onList();
  };
  return (
    <div class="glossary" data-view={view.name}>
      <Top view={view} />
      {view.name === 'map' ? (
        <main ref={main}>
          <AxisMap axis={axis()} region={view.region} />
        </main>
      ) : (
        <main ref={main} class="list-and-term" onKeyDown={onKeyDown}>
          <GlossarySearch view={view} all={all} search={search} lists={lists} onOpen={onOpen} onSkip={skip} />
          {view.name === 'term' ? (
            <Term entry={view.entry} hands={handsFor(view.entry)} onOpen={onOpen} />
          ) : (
            <div class="term">
              <p class="pick">{i18n.t('glossary.pick')}</p>
              <Legend />
            </div>
          )}
        </main>
      )}
      <footer>
        <p>{i18n.t('glossary.note')}</p>
        <GlossaryChanges all={all} />
      </footer>
    </div>
  );
}

/** The name of the page is its heading, but where a term or the map has one of its own. */
function Top({ view }: { view: GlossaryView }) {
  const Name = view.name === 'term' || view.name === 'map' ? 'p' : 'h1';
  const current = (is: boolean) => (is ? 'page' : undefined);
  return (
    <header>
      <Name class="title">{i18n.t('glossary.title')}</Name>
      <nav aria-label={i18n.t('glossary.views')}>
        <a href="#list" aria-current={current(view.name === 'list')}>
          {i18n.t('glossary.list')}
        </a>
        <a href="#map" aria-current={current(view.name === 'map')}>
          {i18n.t('glossary.map')}
        </a>
      </nav>
    </header>
  );
}

function Term({ entry, hands, onOpen }: { entry: Entry; hands: CardHands; onOpen: (term: string) => void }) {
  return (
    // The glossary's own texts, in whatever language the interface is.
    <div class="term" lang="en" dir="ltr">
      <a class="back" href="#list">
        {i18n.t('glossary.backToList')}
      </a>
      <Card key={entry.id} entry={entry} whole onOpen={onOpen} {...hands} />
      {entry.studies.length > 0 && (
        <StudyTable key={entry.id} studies={entry.studies} cite={hands.cite} copy={hands.copy} />
      )}
    </div>
  );
}

function Legend() {
  return (
    <section class="legend">
      <h2>{i18n.t('glossary.legend')}</h2>
      <ul>
        {(Object.keys(CERTAINTY_WORDS) as Certainty[])
          .filter((level) => level !== 'not-rated')
          .map((level) => (
            <li key={level}>
              <CertaintyBar level={level} /> {CERTAINTY_WORDS[level].label}
            </li>
          ))}
      </ul>
    </section>
  );
}

const rowOf = (main: HTMLElement | null, { id }: Entry) => main?.querySelector<HTMLElement>(`.rows [href="#${id}"]`);

/** Where the list scrolls by itself. Not with `scrollIntoView`, which would scroll the page along. */
function showRow(row: HTMLElement | null | undefined): void {
  const rows = row?.closest('.rows');
  if (!row || !rows) return;
  const [a, b] = [row.getBoundingClientRect(), rows.getBoundingClientRect()];
  if (a.top < b.top || a.bottom > b.bottom) rows.scrollTop += a.top - b.top - b.height / 2;
}

function focusTerm(main: HTMLElement | null): void {
  main?.querySelector<HTMLElement>('.term .card')?.focus({ preventScroll: true });
}

/**
 * Following a link within the page moves the focus as loading another page would: to the term, to the region of the map,
 * and on the way back to the row that one came from.
 */
function useFocusOnChange(view: GlossaryView, term: Entry | undefined, main: { current: HTMLElement | null }): void {
  const shown = useRef<GlossaryView | undefined>(undefined);
  useEffect(() => {
    const before = shown.current;
    shown.current = view;
    if (before === view) return;
    if (view.name === 'term') showRow(rowOf(main.current, view.entry));
    if (!before) return;
    if (view.name === 'term') {
      scrollTo({ top: 0 });
      focusTerm(main.current);
    } else if (view.name === 'map') {
      main.current?.querySelector<HTMLElement>(view.region ? '.region-terms h2' : 'h1')?.focus();
    } else if (before.name === 'term' && term) {
      const row = rowOf(main.current, term);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    }
  }, [view, term, main]);
}
