import { i18n } from '#i18n';
import type { EntryLink } from '../data/entry.ts';
import { RELATION_WORDS } from './words.ts';

/** Related terms, grouped by what they have to do with this one. */
export function RelatedTerms({ related, onOpen }: { related: readonly EntryLink[]; onOpen: (term: string) => void }) {
  const groups = new Map<EntryLink['as'], EntryLink[]>();
  for (const link of related) groups.set(link.as, [...(groups.get(link.as) ?? []), link]);
  return (
    <nav class="related" aria-label={i18n.t('card.related')}>
      <dl>
        {[...groups].map(([as, links]) => (
          <div key={as}>
            <dt>{RELATION_WORDS[as]}</dt>
            {links.map(({ id, name }) => (
              <dd key={id}>
                <button type="button" class="chip" onClick={() => onOpen(id)}>
                  {name}
                </button>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </nav>
  );
}
