import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import { monthOf } from './words.ts';

/** Which terms were checked in which month, the latest first. The names come when they are asked for. */
export function GlossaryChanges({ all }: { all: readonly Entry[] }) {
  const months = [...Map.groupBy(all, ({ reviewed }) => reviewed.slice(0, 7))].sort(([a], [b]) => (a < b ? 1 : -1));
  return (
    <details class="changes">
      <summary>{i18n.t('glossary.changed')}</summary>
      {months.map(([month, entries]) => (
        <Month key={month} entries={entries} />
      ))}
    </details>
  );
}

function Month({ entries }: { entries: readonly Entry[] }) {
  const [open, setOpen] = useState(false);
  const month = monthOf(entries[0]?.reviewed ?? '');
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{i18n.t('glossary.checked', entries.length, { month })}</summary>
      {open && (
        <ul>
          {entries.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
