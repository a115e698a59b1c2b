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
  onJump?: (term: string) => void;
}

/** Terms, a row each: kind, name, how sure, how often on the page and a way there. */
export function TermList({ rows, onOpen, onJump }: TermListProps) {
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
              <span class="places">
                {places}
                <span class="hidden"> on this page</span>
              </span>
            )}
          </button>
          {onJump && (
            <button
              type="button"
              class="jump"
              aria-label={`Next ${entry.name} on the page`}
              onClick={() => onJump(entry.id)}
            >
              <JumpIcon />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function HowSure({ entry }: { entry: Entry }) {
  if (entry.disputed) return <span class="disputed">disputed</span>;
  const level = headCertainty(entry);
  if (!level) return null;
  return (
    <>
      <CertaintyBar level={level} />
      <span class="hidden">{CERTAINTY_WORDS[level].label}</span>
    </>
  );
}
