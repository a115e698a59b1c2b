import { i18n } from '#i18n';
import { MarkedText, type MarkStyle } from './marked-text.tsx';
import { RadioChoice } from './radio-choice.tsx';
import { type Density, DensityChoice, withDefault } from './shared-choices.tsx';

const STYLES: readonly MarkStyle[] = ['dotted', 'solid', 'wavy', 'tint', 'none'];

export interface MarksProps {
  density: Density;
  onDensity: (density: Density) => void;
  style: MarkStyle;
  onStyle: (style: MarkStyle) => void;
}

/** How many marks and how they look, each drawn as it would be on a page. */
export function MarksOptions({ density, onDensity, style, onStyle }: MarksProps) {
  return (
    <>
      <DensityChoice
        value={density}
        onChange={onDensity}
        sampleOf={(one) => <MarkedText text={i18n.t(`options.density.${one}.sample`)} style={style} />}
      />
      <RadioChoice
        legend={i18n.t('options.style.legend')}
        hint={withDefault(i18n.t('options.style.hint'), i18n.t('options.style.dotted.label'))}
        options={STYLES.map((one) => ({
          value: one,
          label: i18n.t(`options.style.${one}.label`),
          sentence: i18n.t(`options.style.${one}.sentence`),
          sample: <MarkedText text={i18n.t('options.style.sample')} style={one} />,
        }))}
        value={style}
        onChange={onStyle}
      />
    </>
  );
}
