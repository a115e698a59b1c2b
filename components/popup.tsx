import { useId, useRef, useState } from 'preact/hooks';
import type { Entry } from '../data/entry.ts';
import { Card } from './card.tsx';
import { TermList, type TermRow } from './term-list.tsx';

/** What the popup says of the tab it was opened on. */
export type SiteState =
  /** Marks can be switched here. `kept` is false in a private window, where nothing is stored. */
  | { name: 'site'; host: string; on: boolean; kept: boolean }
  /** The browser lets no extension in. */
  | { name: 'closed' };

export interface PopupProps {
  site: SiteState;
  /** Clock time such as "15:40" until which everything rests. */
  pausedUntil: string | undefined;
  onPage: readonly TermRow[];
  all: readonly TermRow[];
  search: (query: string) => Entry[];
  entryOf: (term: string) => Entry | undefined;
  onSwitch: (on: boolean) => void;
  onPause: (pause: boolean) => void;
  onJump: (term: string) => void;
  density: Density;
  onDensity: (density: Density) => void;
  /** Whether reading stopped because the page is monstrous. */
  stopped: boolean;
  onGoOn: () => void;
}

/** Which mentions are marked. */
type Density = 'section' | 'page' | 'all';

const DENSITY_WORDS: Record<Density, string> = {
  section: 'first in each section',
  page: 'first on the page',
  all: 'all',
};

export function Popup(props: PopupProps) {
  const { site, pausedUntil, onPage, all, search, entryOf, onSwitch, onPause } = props;
  const [query, setQuery] = useState('');
  const [trail, setTrail] = useState<readonly string[]>([]);
  const opener = useRef<HTMLElement | null>(null);

  const shown = trail.at(-1);
  const entry = shown === undefined ? undefined : entryOf(shown);
  const open = (term: string) => {
    if (trail.length === 0) opener.current = document.activeElement as HTMLElement | null;
    setTrail([...trail, term]);
  };
  const back = () => setTrail(trail.slice(0, -1));
  if (entry) {
    return (
      <main class="term-page" ref={focusFirstButton} key={`${trail.length} ${entry.id}`}>
        <Card entry={entry} whole onOpen={open} onBack={back} />
      </main>
    );
  }

  const found = query.trim() === '' ? undefined : search(query);
  return (
    <main class="popup">
      <search class="search">
        <input
          type="search"
          aria-label={`Search ${all.length} terms`}
          placeholder={`Search ${all.length} terms`}
          // biome-ignore lint/a11y/noAutofocus: a popup is opened to look something up
          autoFocus
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = event.key === 'Enter' && found?.[0];
            if (!first) return;
            // Else the same key press goes on to the button that gets the focus: Back.
            event.preventDefault();
            open(first.id);
          }}
        />
      </search>
      <SiteRow site={site} pausedUntil={pausedUntil} onSwitch={onSwitch} />
      <div class="lists">
        {found ? (
          <Found found={found} query={query} onOpen={open} />
        ) : (
          <>
            {site.name === 'site' && site.on && pausedUntil === undefined && (
              <OnPage {...props} rows={onPage} onOpen={open} />
            )}
            <h2 class="list-name">All terms</h2>
            <TermList rows={all} onOpen={open} />
          </>
        )}
      </div>
      <footer>
        {/* A pause is stored, and a private window stores nothing. */}
        {!(site.name === 'site' && !site.kept) && (
          <button type="button" onClick={() => onPause(pausedUntil === undefined)}>
            {pausedUntil === undefined ? 'Pause for 1 hour' : 'Resume'}
          </button>
        )}
        <p>Information, not medical advice</p>
      </footer>
    </main>
  );
}

function SiteRow({ site, pausedUntil, onSwitch }: Pick<PopupProps, 'site' | 'pausedUntil' | 'onSwitch'>) {
  const label = useId();
  if (site.name === 'closed') {
    return (
      <div class="site">
        <div>
          <h1>Not on this page</h1>
          <p>The browser lets no extension run here. Search still works.</p>
        </div>
      </div>
    );
  }
  const paused = pausedUntil !== undefined;
  const kept = site.kept ? '' : ' In a private window this lasts until the page is reloaded.';
  return (
    <div class="site">
      <div>
        <h1 id={label}>{site.host || 'Files on this computer'}</h1>
        <p role="status">
          {paused ? `Paused everywhere until ${pausedUntil}` : site.on ? 'Marks are on' : 'Marks are off here'}
          {kept && `.${kept}`}
        </p>
      </div>
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={site.on}
        aria-labelledby={label}
        disabled={paused}
        onClick={() => onSwitch(!site.on)}
      />
    </div>
  );
}

function OnPage(props: OnPageProps) {
  const { rows, onOpen, onJump, density, onDensity, stopped, onGoOn } = props;
  const places = rows.reduce((sum, row) => sum + (row.places ?? 0), 0);
  if (rows.length === 0) return <p class="nothing">No gut–skin words found on this page.</p>;
  return (
    <>
      <h2 class="list-name">
        On this page: {count(rows.length, 'term')}, {count(places, 'place')}
      </h2>
      <TermList rows={rows} onOpen={onOpen} onJump={onJump} />
      {stopped && (
        <p class="nothing">
          Stopped, to keep this very long page fast.{' '}
          <button type="button" class="text" onClick={onGoOn}>
            Go on
          </button>
        </p>
      )}
      <label class="choice">
        Mark{' '}
        <select value={density} onChange={(event) => onDensity(event.currentTarget.value as Density)}>
          {Object.entries(DENSITY_WORDS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

interface OnPageProps extends Pick<PopupProps, 'onJump' | 'density' | 'onDensity' | 'stopped' | 'onGoOn'> {
  rows: readonly TermRow[];
  onOpen: (term: string) => void;
}

function Found({ found, query, onOpen }: { found: readonly Entry[]; query: string; onOpen: (term: string) => void }) {
  return (
    <>
      <div role="status">
        <h2 class="list-name">
          {found.length === 0 ? `No card for “${query.trim()}” yet` : count(found.length, 'term')}
        </h2>
      </div>
      <TermList rows={found.map((entry) => ({ entry }))} onOpen={onOpen} />
    </>
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function focusFirstButton(element: HTMLElement | null): void {
  element?.querySelector('button')?.focus();
}
