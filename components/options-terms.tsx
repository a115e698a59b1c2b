import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { RemovableList } from './removable-list.tsx';
import { useStatus } from './status-line.tsx';

/** A term of the glossary, or of an earlier one: then the name is its id. */
export interface NamedTerm {
  id: string;
  name: string;
  /** Address of its page of the glossary; nothing when it is no longer there. */
  url: string | undefined;
}

export interface TermsProps {
  known: readonly NamedTerm[];
  onMarkAgain: (term: string) => void;
  saved: readonly NamedTerm[];
  onUnsave: (term: string) => void;
  notHere: readonly { term: NamedTerm; host: string }[];
  onTakeBack: (host: string, term: string) => void;
  /** How many cards were opened lately. */
  recent: number;
  onClearRecent: () => void;
}

/** What the reader said about words on their cards, and how to take it back. */
export function TermsOptions(props: TermsProps) {
  const say = useStatus();
  return (
    <>
      <p>{i18n.t('options.terms.hint')}</p>
      <h3>{i18n.t('options.terms.known')}</h3>
      <p class="hint">{i18n.t('options.terms.knownHint')}</p>
      <RemovableList
        label={i18n.t('options.terms.known')}
        none={i18n.t('options.terms.knownNone')}
        removeWords={i18n.t('options.terms.markAgain')}
        rows={props.known.map((term) => ({
          key: term.id,
          name: term.name,
          content: <TermName term={term} />,
          onRemove: () => {
            props.onMarkAgain(term.id);
            say(i18n.t('options.terms.markedAgain', { term: term.name }));
          },
        }))}
      />
      <h3>{i18n.t('options.terms.saved')}</h3>
      <RemovableList
        label={i18n.t('options.terms.saved')}
        none={i18n.t('options.terms.savedNone')}
        removeWords={i18n.t('options.terms.removeSaved')}
        rows={props.saved.map((term) => ({
          key: term.id,
          name: term.name,
          content: <TermName term={term} />,
          onRemove: () => {
            props.onUnsave(term.id);
            say(i18n.t('options.terms.removedSaved', { term: term.name }));
          },
        }))}
      />
      <h3>{i18n.t('options.terms.notHere')}</h3>
      <p class="hint">{i18n.t('options.terms.notHereHint')}</p>
      <RemovableList
        label={i18n.t('options.terms.notHere')}
        none={i18n.t('options.terms.notHereNone')}
        removeWords={i18n.t('options.terms.takeBack')}
        rows={props.notHere.map(({ term, host }) => {
          const site = host || i18n.t('options.sites.files');
          return {
            key: `${host} ${term.id}`,
            name: i18n.t('options.terms.notHereOn', { term: term.name, site }),
            content: (
              <TermName term={term}>
                <span class="does">{site}</span>
              </TermName>
            ),
            onRemove: () => {
              props.onTakeBack(host, term.id);
              say(i18n.t('options.terms.tookBack', { term: term.name, site }));
            },
          };
        })}
      />
      <Recent recent={props.recent} onClear={props.onClearRecent} />
    </>
  );
}

function TermName({ term, children }: { term: NamedTerm; children?: ComponentChildren }) {
  return (
    <span class="what">
      {term.url === undefined ? (
        <span>{term.name}</span>
      ) : (
        <a href={term.url} target="_blank" rel="noopener">
          {term.name}
        </a>
      )}
      {children}
    </span>
  );
}

function Recent({ recent, onClear }: { recent: number; onClear: () => void }) {
  const say = useStatus();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {i18n.t('options.terms.recent')}
      </h3>
      <p class="hint">
        {recent === 0 ? i18n.t('options.terms.recentNone') : i18n.t('options.terms.recentHint', recent)}
      </p>
      {recent > 0 && (
        <button
          type="button"
          class="action"
          onClick={() => {
            heading.current?.focus();
            onClear();
            say(i18n.t('options.terms.clearedRecent'));
          }}
        >
          {i18n.t('options.terms.clearRecent')}
        </button>
      )}
    </>
  );
}
