import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import { CertaintyBar } from './certainty.tsx';
import { JumpIcon, KindIcon } from './icons.tsx';
import { CERTAINTY_WORDS, headCertainty, KIND_WORDS } from './words.ts';

export interface TermRow {
  entry: Entry;
  /** How many places the page has; left out in a list that is not about a page. */
  places?: number;
}

interface TermListProps {
  rows: readonly TermRow[];
  onOpen: (term: string) => void;
  /** Goes to the next place on the page, or to the one before. */
  onJump?: (term: string, direction: 1 | -1) => void;
  onMarkAgain?: ((term: string) => void) | undefined;
}

/** Terms, a row each: kind, name, how sure, how often on the page and a way there. */
export function TermList({ rows, onOpen, onJump, onMarkAgain }: TermListProps) {
  return (
    <ul>
      {rows.map(({ entry, places }) => (
        <li key={entry.id} class="row">
          <button type="button" class="term" onClick={() => onOpen(entry.id)}>
            <KindIcon kind={entry.kind} disputed={entry.disputed !== undefined} />
            <span class="name">{entry.name}</span>
            <span class="hidden">, {KIND_WORDS[entry.kind]}, </span>
            <HowSure entry={entry} />
            {places !== undefined && (
              <>
                <span class="places" aria-hidden="true">
                  {places}
                </span>
                <span class="hidden">, {i18n.t('popup.times', places)}</span>
              </>
            )}
          </button>
          {onJump && (
            <>
              <button
                type="button"
                class="jump back"
                aria-label={i18n.t('popup.previousPlace', { name: entry.name })}
                title={i18n.t('popup.previousPlace', { name: entry.name })}
                onClick={() => onJump(entry.id, -1)}
              >
                <JumpIcon />
              </button>
              <button
                type="button"
                class="jump"
                aria-label={i18n.t('popup.nextPlace', { name: entry.name })}
                title={i18n.t('popup.nextPlace', { name: entry.name })}
                onClick={() => onJump(entry.id, 1)}
              >
                <JumpIcon />
              </button>
            </>
          )}
          {onMarkAgain && (
            <button type="button" class="text" onClick={() => onMarkAgain(entry.id)}>
              {i18n.t('popup.markAgain')}
              <span class="hidden"> {entry.name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function HowSure({ entry }: { entry: Entry }) {
  if (entry.disputed) return <span class="disputed">{i18n.t('popup.disputed')}</span>;
  const level = headCertainty(entry);
  if (!level) return null;
  return (
    <>
      <CertaintyBar level={level} />
      <span class="hidden">{CERTAINTY_WORDS[level].label}</span>
    </>
  );
}
