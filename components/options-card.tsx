import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import { RadioChoice } from './radio-choice.tsx';
import { SampleCard, type TextSize, type Theme } from './sample-card.tsx';
import { withDefault } from './shared-choices.tsx';

const SIZES: readonly TextSize[] = ['small', 'normal', 'large', 'largest'];
const THEMES: readonly Theme[] = ['page', 'system', 'light', 'dark'];

export interface CardLookProps {
  textSize: TextSize;
  onTextSize: (size: TextSize) => void;
  theme: Theme;
  onTheme: (theme: Theme) => void;
  sample: Entry;
  entryOf: (term: string) => Entry | undefined;
}

/** How the card looks, with one to look at. */
export function CardOptions({ textSize, onTextSize, theme, onTheme, sample, entryOf }: CardLookProps) {
  return (
    <>
      <RadioChoice
        legend={i18n.t('options.card.size.legend')}
        hint={withDefault(i18n.t('options.card.size.hint'), i18n.t('options.card.size.normal.label'))}
        options={SIZES.map((size) => ({
          value: size,
          label: i18n.t(`options.card.size.${size}.label`),
          sentence: i18n.t(`options.card.size.${size}.sentence`),
        }))}
        value={textSize}
        onChange={onTextSize}
      />
      <RadioChoice
        legend={i18n.t('options.card.theme.legend')}
        hint={withDefault(i18n.t('options.card.theme.hint'), i18n.t('options.card.theme.page.label'))}
        options={THEMES.map((one) => ({
          value: one,
          label: i18n.t(`options.card.theme.${one}.label`),
          sentence: i18n.t(`options.card.theme.${one}.sentence`),
        }))}
        value={theme}
        onChange={onTheme}
      />
      <h3>{i18n.t('options.card.sample')}</h3>
      <p class="hint">{i18n.t('options.card.sampleHint')}</p>
      <SampleCard entry={sample} entryOf={entryOf} textSize={textSize} theme={theme} />
    </>
  );
}
