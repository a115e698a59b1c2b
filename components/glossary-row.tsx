import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import { CertaintyBar } from './certainty.tsx';
import { KindIcon } from './icons.tsx';
import { CERTAINTY_WORDS, headCertainty, KIND_WORDS } from './words.ts';

/** A term in a list: kind, name, and how sure its first claim is. Links to its address on the glossary page. */
export function TermLink({ entry, current = false }: { entry: Entry; current?: boolean }) {
  return (
    <a class="term-link" href={`#${entry.id}`} aria-current={current ? 'page' : undefined}>
      <KindIcon kind={entry.kind} disputed={entry.disputed !== undefined} />
      <span class="name">
        <bdi>{entry.name}</bdi>
      </span>
      <span class="hidden">, {KIND_WORDS[entry.kind]}</span>
      <HowSure entry={entry} />
    </a>
  );
}

function HowSure({ entry }: { entry: Entry }) {
  if (entry.disputed) return <span class="disputed">{i18n.t('glossary.disputedShort')}</span>;
  const level = headCertainty(entry);
  if (!level) return null;
  return (
    <>
      <CertaintyBar level={level} />
      <span class="hidden">, {CERTAINTY_WORDS[level].label}</span>
    </>
  );
}
