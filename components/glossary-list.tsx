import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import { letterOf } from './glossary-choice.ts';
import { TermLink } from './glossary-row.tsx';

interface GlossaryListProps {
  entries: readonly Entry[];
  /** Found by a search: the best is first, and there are no letters. */
  found: boolean;
  /** The id of the term that is open. */
  current: string | undefined;
}

/** Terms by letter with a way to jump there; as found, when they were searched for. */
export function GlossaryList({ entries, found, current }: GlossaryListProps) {
  const list = useRef<HTMLDivElement>(null);
  const row = (entry: Entry) => (
    <li key={entry.id}>
      <TermLink entry={entry} current={entry.id === current} />
    </li>
  );
  if (found) {
    return (
      <div class="rows">
        <ul>{entries.map(row)}</ul>
      </div>
    );
  }
  const letters = Map.groupBy(entries, ({ name }) => letterOf(name));
  const jump = (letter: string) => {
    const section = list.current?.querySelector(`[data-letter="${letter}"]`);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector('a')?.focus({ preventScroll: true });
  };
  return (
    <>
      {letters.size > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div class="letters" role="group" aria-label={i18n.t('glossary.letters')}>
          {[...letters.keys()].map((letter) => (
            <button
              key={letter}
              type="button"
              aria-label={i18n.t('glossary.letter', { letter })}
              onClick={() => jump(letter)}
            >
              {letter}
            </button>
          ))}
        </div>
      )}
      <div class="rows" ref={list}>
        {[...letters].map(([letter, terms]) => (
          <section key={letter} data-letter={letter}>
            <h2>{letter}</h2>
            <ul>{terms.map(row)}</ul>
          </section>
        ))}
      </div>
    </>
  );
}

/** Arrow keys, Home and End go from term to term. Tab still goes through all of them; these are quicker. */
export function moveByKeys(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = (event.target as HTMLElement).closest('.rows');
  const links = [...(rows?.querySelectorAll<HTMLElement>('a') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (!rows || next === undefined) return;
  event.preventDefault();
  links[next]?.focus();
}
