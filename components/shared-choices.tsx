/** The choices that the options and the first-run page share. */
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { RadioChoice } from './radio-choice.tsx';

export type Opening = 'normal' | 'calm' | 'fast' | 'click' | 'key';
export type Density = 'section' | 'page' | 'all';
export type Where = 'all' | 'chosen';

const OPENINGS: readonly Opening[] = ['normal', 'calm', 'fast', 'click', 'key'];
const DENSITIES: readonly Density[] = ['section', 'page', 'all'];
const WHERE: readonly Where[] = ['all', 'chosen'];

/** @returns `hint` and what counts when nothing was chosen. */
export function withDefault(hint: string, name: string): string {
  return `${hint} ${i18n.t('options.default', { name })}`;
}

interface ChoiceProps<T> {
  value: T;
  onChange: (value: T) => void;
}

export function OpeningChoice({ value, onChange }: ChoiceProps<Opening>) {
  return (
    <RadioChoice
      legend={i18n.t('options.opening.legend')}
      hint={withDefault(i18n.t('options.opening.hint'), i18n.t('options.opening.normal.label'))}
      options={OPENINGS.map((opening) => ({
        value: opening,
        label: i18n.t(`options.opening.${opening}.label`),
        sentence: i18n.t(`options.opening.${opening}.sentence`),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

interface DensityChoiceProps extends ChoiceProps<Density> {
  sampleOf?: (density: Density) => ComponentChildren;
}

export function DensityChoice({ value, onChange, sampleOf }: DensityChoiceProps) {
  return (
    <RadioChoice
      legend={i18n.t('options.density.legend')}
      hint={withDefault(i18n.t('options.density.hint'), i18n.t('options.density.section.label'))}
      options={DENSITIES.map((density) => ({
        value: density,
        label: i18n.t(`options.density.${density}.label`),
        sentence: i18n.t(`options.density.${density}.sentence`),
        sample: sampleOf?.(density),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

export function WhereChoice({ value, onChange }: ChoiceProps<Where>) {
  return (
    <RadioChoice
      legend={i18n.t('options.sites.where.legend')}
      hint={withDefault(i18n.t('options.sites.where.hint'), i18n.t('options.sites.where.all.label'))}
      options={WHERE.map((where) => ({
        value: where,
        label: i18n.t(`options.sites.where.${where}.label`),
        sentence: i18n.t(`options.sites.where.${where}.sentence`),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
