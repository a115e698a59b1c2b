import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import type { GlossaryView } from './glossary.tsx';
import { type Choice, fits, type OwnLists } from './glossary-choice.ts';
import { GlossaryFilters } from './glossary-filters.tsx';
import { GlossaryList, moveByKeys } from './glossary-list.tsx';

/** Screen readers hear the count once the typing has paused. */
const SAY_AFTER_MS = 500;

interface GlossarySearchProps {
  view: GlossaryView;
  all: readonly Entry[];
  search: (query: string) => Entry[];
  lists: OwnLists | undefined;
  onOpen: (term: string) => void;
  /** Past the list, to the term. */
  onSkip: () => void;
}

/** Search, filters and the terms that they leave. */
export function GlossarySearch({ view, all, search, lists, onOpen, onSkip }: GlossarySearchProps) {
  const part = useRef<HTMLElement>(null);
  const [choice, setChoice] = useState<Choice>({});
  const [query, setQuery] = useState(view.name === 'search' ? view.query : '');
  const [asked, setAsked] = useState(view);
  if (asked !== view) {
    setAsked(view);
    if (view.name === 'search') setQuery(view.query);
  }

  const isSearch = query.trim() !== '';
  const entries = (isSearch ? search(query) : all).filter((entry) => fits(entry, choice, lists));
  const isNarrowed = Object.values(choice).some((one) => one !== undefined);
  const wasAsked = view.name === 'search' && view.query === query;
  const count =
    isSearch || isNarrowed
      ? i18n.t('glossary.countOf', { shown: entries.length, all: all.length })
      : i18n.t('glossary.count', all.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const [first] = entries;
    if (event.key === 'Enter' && isSearch && first) {
      event.preventDefault();
      onOpen(first.id);
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      part.current?.querySelector<HTMLElement>('.rows a')?.focus();
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      setQuery('');
    }
  };
  return (
    <nav class="search-and-list" aria-label={i18n.t('glossary.terms')} ref={part} onKeyDown={moveByKeys}>
      <div class="controls">
        <search>
          <input
            type="search"
            aria-label={i18n.t('glossary.search', { count: all.length })}
            placeholder={i18n.t('glossary.search', { count: all.length })}
            autocomplete="off"
            spellcheck={false}
            maxLength={80}
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </search>
        <GlossaryFilters choice={choice} withLists={lists !== undefined} onChoose={setChoice} />
        <p class="count">
          {count}
          {isNarrowed && (
            <button type="button" class="text" onClick={() => setChoice({})}>
              {i18n.t('glossary.clear')}
            </button>
          )}
        </p>
        <SaidLater text={count} />
        {view.name === 'term' && (
          <button type="button" class="skip" onClick={onSkip}>
            {i18n.t('glossary.skip')}
          </button>
        )}
      </div>
      {entries.length === 0 ? (
        <p class="nothing">{nothingWords(query, choice)}</p>
      ) : (
        wasAsked && <p class="nothing">{i18n.t('glossary.asked', { query })}</p>
      )}
      <GlossaryList entries={entries} found={isSearch} current={view.name === 'term' ? view.entry.id : undefined} />
    </nav>
  );
}

function nothingWords(query: string, { list, ...others }: Choice): string {
  const isNarrowed = Object.values(others).some((one) => one !== undefined);
  if (query.trim() !== '' && !isNarrowed && list === undefined) return i18n.t('glossary.nothing', { query });
  if (isNarrowed || query.trim() !== '') return i18n.t('glossary.nothingFits');
  return list === 'saved' ? i18n.t('glossary.nothingSaved') : i18n.t('glossary.nothingKnown');
}

function SaidLater({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  const first = useRef(true);
  useEffect(() => {
    // What the page says when it opens needs no saying twice.
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setSaid(text), SAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="hidden" role="status">
      {said}
    </p>
  );
}
