import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import type { CardActions } from './card-keys.ts';
import { DotsIcon, JumpBackIcon, JumpIcon } from './icons.tsx';
import { trusted } from './trusted.ts';
import { monthOf } from './words.ts';

export interface Said {
  known: boolean;
  saved: boolean;
  'not-here': boolean;
}

interface CardFooterProps {
  entry: Entry;
  place: number | undefined;
  places: number | undefined;
  actions: CardActions;
  said: Said | undefined;
  onSay: ((what: keyof Said, on: boolean) => void) | undefined;
  /** Whether "More" was pressed, and its press; left out where all is open for good. */
  more: boolean;
  onMore: (() => void) | undefined;
  legendOpen: boolean;
}

/** Where on the page it is, what the reader can do with the term, and what the card is not. */
export function CardFooter(props: CardFooterProps) {
  const { entry, place, places, actions, said, onSay, more, onMore, legendOpen } = props;
  const [opened, setOpened] = useState(false);
  const id = useId();
  const says = said && onSay ? { said, onSay } : undefined;
  const known = says && <SayButton what="known" {...says} />;
  return (
    <>
      <div class="actions">
        {place && places ? (
          <span class="place">
            <span>{i18n.t('card.placeOf', { place, places })}</span>
            {actions.previous && (
              <button
                type="button"
                class="round"
                aria-label={i18n.t('card.previousPlace')}
                onClick={trusted(actions.previous)}
              >
                <JumpBackIcon />
              </button>
            )}
            {actions.next && (
              <button type="button" class="round" aria-label={i18n.t('card.nextPlace')} onClick={trusted(actions.next)}>
                <JumpIcon />
              </button>
            )}
          </span>
        ) : null}
        {onMore && (
          <span class="does">
            {known}
            <button
              type="button"
              class="round"
              aria-label={i18n.t('card.moreActions')}
              title={i18n.t('card.moreActions')}
              aria-expanded={opened}
              aria-controls={id}
              onClick={() => setOpened(!opened)}
            >
              <DotsIcon />
            </button>
            <button type="button" class="link" aria-expanded={more} onClick={onMore}>
              {more ? i18n.t('card.less') : i18n.t('card.more')}
            </button>
          </span>
        )}
      </div>
      <div id={id} class="panel" hidden={!opened && Boolean(onMore)}>
        {!onMore && known}
        {says && <SayButton what="saved" {...says} />}
        {says && <SayButton what="not-here" {...says} />}
        {actions.copy && (
          <button type="button" class="act" onClick={trusted(actions.copy)}>
            {i18n.t('card.copyText')}
          </button>
        )}
        <button type="button" class="act" aria-expanded={legendOpen} onClick={actions.help}>
          {i18n.t('card.legend.title')}
        </button>
      </div>
      <p class="note">
        {i18n.t('card.notAdvice')} · {i18n.t('card.checked', { month: monthOf(entry.reviewed) })}
        {entry.kind === 'therapy' && <span class="treatment">{i18n.t('card.notForTreatment')}</span>}
      </p>
    </>
  );
}

const SAY_WORDS: Record<keyof Said, string> = {
  known: i18n.t('card.known'),
  saved: i18n.t('card.save'),
  'not-here': i18n.t('card.notHere'),
};

interface SayButtonProps {
  what: keyof Said;
  said: Said;
  onSay: (what: keyof Said, on: boolean) => void;
}

function SayButton({ what, said, onSay }: SayButtonProps) {
  return (
    <button
      type="button"
      class="act"
      data-say={what}
      aria-pressed={said[what]}
      onClick={trusted(() => onSay(what, !said[what]))}
    >
      {SAY_WORDS[what]}
    </button>
  );
}
