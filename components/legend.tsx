import { i18n } from '#i18n';
import type { Certainty, Subjects } from '../data/schema.ts';
import { CARD_KEYS, type CardActions } from './card-keys.ts';
import { CertaintyBar } from './certainty.tsx';
import { CERTAINTY_WORDS, SUBJECT_WORDS } from './words.ts';

const LEVELS: [Certainty, string][] = [
  ['high', i18n.t('card.legend.high')],
  ['moderate', i18n.t('card.legend.moderate')],
  ['low', i18n.t('card.legend.low')],
  ['very-low', i18n.t('card.legend.veryLow')],
  ['not-rated', i18n.t('card.legend.notRated')],
];

const SEEN_IN: [Subjects, string][] = [
  ['people-trials', i18n.t('card.legend.trials')],
  ['people-observed', i18n.t('card.legend.observed')],
  ['animals', i18n.t('card.legend.animals')],
  ['cells', i18n.t('card.legend.cells')],
];

/** What the levels of certainty and the words for whom it was seen in mean. */
export function CertaintyLegend() {
  return (
    <>
      <p class="part">{i18n.t('card.legend.howSure')}</p>
      <dl>
        {LEVELS.map(([level, meaning]) => (
          <div key={level}>
            <dt>
              <CertaintyBar level={level} /> {CERTAINTY_WORDS[level].label}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="part">{i18n.t('card.legend.seenIn')}</p>
      <dl>
        {SEEN_IN.map(([subject, meaning]) => (
          <div key={subject}>
            <dt>{SUBJECT_WORDS[subject]}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Shown in place in a card: its words, and the keys of what it can do. */
export function Legend({ id, actions, closes }: { id: string; actions: CardActions; closes: boolean }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group in the flow of the card, not a set of form fields
    <div id={id} class="legend" role="group" aria-label={i18n.t('card.legend.title')}>
      <CertaintyLegend />
      <p class="part">{i18n.t('card.legend.keys')}</p>
      <dl class="keys">
        {CARD_KEYS.filter(({ action }) => actions[action]).map(({ action, key, does }) => (
          <div key={action}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        {closes && (
          <div>
            <dt>
              <kbd>Esc</kbd>
            </dt>
            <dd>{i18n.t('card.legend.escape')}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
