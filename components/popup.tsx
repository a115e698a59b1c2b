import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import { Card, type CardProps } from './card.tsx';
import { FoldedList } from './folded-list.tsx';
import { moveInLists } from './list-keys.ts';
import { type PageTerms, PopupOnPage, type PopupOnPageProps } from './popup-on-page.tsx';
import { PopupSite, type PopupSiteProps } from './popup-site.tsx';
import { TermList } from './term-list.tsx';

export interface PopupProps extends PopupSiteProps, Omit<PopupOnPageProps, 'page' | 'onOpen'> {
  /** `undefined` until the page has answered, and where there is none. */
  page: PageTerms | undefined;
  /** How many terms can be searched. */
  termCount: number;
  search: (query: string) => Entry[];
  entryOf: (term: string) => Entry | undefined;
  /** The reader's own lists, newest first; left out in a private window. */
  lists: { saved: readonly Entry[]; recent: readonly Entry[] } | undefined;
  density: Density;
  onDensity: (density: Density) => void;
  onPause: (pause: boolean) => void;
  /** A card was opened. */
  onOpened: (term: string) => void;
  onOptions: () => void;
  onGlossary: (part: 'list' | 'map') => void;
  onClose: () => void;
  /** What can be done with the card of a term besides reading it. */
  handsFor: (entry: Entry) => Pick<CardProps, 'cite' | 'copy' | 'said' | 'onSay' | 'onSpeak' | 'onGlossary'>;
  /** Why the last change could not be kept. */
  trouble: string | undefined;
}

/** Which mentions are marked. */
const DENSITIES = ['section', 'page', 'all'] as const;
type Density = (typeof DENSITIES)[number];

/** What the toolbar button opens: search, this page, the reader's lists; a term's card takes its place until Back. */
export function Popup(props: PopupProps) {
  const { site, pausedUntil, lists, onOpened, onClose } = props;
  const [query, setQuery] = useState('');
  const [trail, setTrail] = useState<readonly string[]>([]);
  const opener = useRef<HTMLElement | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);

  const shown = trail.at(-1);
  const entry = shown === undefined ? undefined : props.entryOf(shown);
  const open = (term: string) => {
    if (trail.length === 0) opener.current = document.activeElement as HTMLElement | null;
    setTrail([...trail, term]);
    onOpened(term);
  };
  const back = () => setTrail(trail.slice(0, -1));
  useKeys((event) => {
    if (event.key !== 'Escape') {
      if (!entry && rows.current && field.current) moveInLists(event, rows.current, field.current);
      return;
    }
    // Else the browser closes the popup at once.
    event.preventDefault();
    if (entry) back();
    else if (query !== '') setQuery('');
    else onClose();
  });
  useLayoutEffect(() => {
    if (!entry) (opener.current ?? field.current)?.focus();
  }, [entry]);

  const found = query.trim() === '' ? undefined : props.search(query);
  const storesNothing = site.name === 'site' && !site.kept;
  return (
    <main>
      {props.trouble && (
        <p class="trouble" role="alert">
          {props.trouble}
        </p>
      )}
      {entry && (
        <div class="term-page" ref={focusFirstButton} key={`${trail.length} ${entry.id}`}>
          <Card entry={entry} whole onOpen={open} onBack={back} {...props.handsFor(entry)} />
        </div>
      )}
      {/* Kept while a card is shown, so that Back finds it as it was. */}
      <div class="popup" hidden={entry !== undefined}>
        <search class="search">
          <input
            type="search"
            ref={field}
            aria-label={i18n.t('popup.search', { count: props.termCount })}
            placeholder={i18n.t('popup.search', { count: props.termCount })}
            autocomplete="off"
            spellcheck={false}
            maxLength={100}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return;
              // Asked anew: who types fast presses it before the list is drawn.
              const typed = event.currentTarget.value;
              const first = typed.trim() === '' ? undefined : props.search(typed)[0];
              if (!first) return;
              // Else the same key press goes on to the button that gets the focus: Back.
              event.preventDefault();
              open(first.id);
            }}
          />
        </search>
        <PopupSite {...props} />
        <div class="lists" ref={rows}>
          {found ? (
            <Found found={found} query={query} onOpen={open} />
          ) : (
            <>
              {site.name === 'site' && pausedUntil === undefined && <ThisPage {...props} onOpen={open} />}
              {lists && lists.saved.length > 0 && (
                <FoldedList name={i18n.t('popup.saved', { count: lists.saved.length })}>
                  <TermList rows={lists.saved.map(toRow)} onOpen={open} />
                </FoldedList>
              )}
              {lists && lists.recent.length > 0 && (
                <FoldedList name={i18n.t('popup.recent', { count: lists.recent.length })}>
                  <TermList rows={lists.recent.map(toRow)} onOpen={open} />
                </FoldedList>
              )}
            </>
          )}
        </div>
        <footer>
          <p class="ways">
            {!storesNothing && (
              <button type="button" class="text" onClick={() => props.onPause(pausedUntil === undefined)}>
                {pausedUntil === undefined ? i18n.t('popup.pause') : i18n.t('popup.resume')}
              </button>
            )}
            <button type="button" class="text" onClick={props.onOptions}>
              {i18n.t('popup.options')}
            </button>
            <button type="button" class="text" onClick={() => props.onGlossary('list')}>
              {i18n.t('popup.glossary')}
            </button>
            <button type="button" class="text" onClick={() => props.onGlossary('map')}>
              {i18n.t('popup.map')}
            </button>
          </p>
          <p>{i18n.t('popup.notAdvice')}</p>
        </footer>
      </div>
    </main>
  );
}

const toRow = (entry: Entry) => ({ entry });

function ThisPage(props: PopupProps & { onOpen: (term: string) => void }) {
  const { site, page, density, onDensity } = props;
  const label = useId();
  if (site.name !== 'site' || !(site.here ?? site.on)) return null;
  if (!page) return <p class="nothing">{i18n.t('popup.waiting')}</p>;
  return (
    <>
      <PopupOnPage {...props} page={page} />
      {site.kept && page.marked.length > 0 && (
        <p class="choice">
          <label for={label}>{i18n.t('popup.density.label')}</label>
          <select id={label} value={density} onChange={(event) => onDensity(event.currentTarget.value as Density)}>
            {DENSITIES.map((one) => (
              <option key={one} value={one}>
                {i18n.t(`popup.density.${one}`)}
              </option>
            ))}
          </select>
        </p>
      )}
    </>
  );
}

function Found({ found, query, onOpen }: { found: readonly Entry[]; query: string; onOpen: (term: string) => void }) {
  return (
    <>
      <div class="list-head" role="status">
        <h2>
          {found.length === 0 ? i18n.t('popup.notFound', { query: query.trim() }) : i18n.t('popup.terms', found.length)}
        </h2>
      </div>
      {found.length === 0 && <p class="nothing">{i18n.t('popup.notFoundHint')}</p>}
      <TermList rows={found.map(toRow)} onOpen={onOpen} />
    </>
  );
}

/** Keys, wherever the focus is; but not those that write a word in Japanese, say. */
function useKeys(act: (event: KeyboardEvent) => void): void {
  // Before the next key can come.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => !event.isComposing && act(event);
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

function focusFirstButton(element: HTMLElement | null): void {
  element?.querySelector('button')?.focus();
}
