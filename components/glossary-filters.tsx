import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Certainty, Kind, Subjects } from '../data/schema.ts';
import type { Choice } from './glossary-choice.ts';
import { CERTAINTY_WORDS, KIND_WORDS } from './words.ts';

interface GlossaryFiltersProps {
  choice: Choice;
  /** Whether the reader has lists here; not in a private window. */
  withLists: boolean;
  onChoose: (choice: Choice) => void;
}

/** Narrows the list down: by kind, certainty, in whom it was seen, and to the reader's own lists. */
export function GlossaryFilters({ choice, withLists, onChoose }: GlossaryFiltersProps) {
  const kinds = (Object.keys(KIND_WORDS) as Kind[]).map((kind) => [kind, KIND_WORDS[kind]] as const);
  const levels = (Object.keys(CERTAINTY_WORDS) as Certainty[])
    .filter((level) => level !== 'not-rated')
    .map((level) => [level, CERTAINTY_WORDS[level].label] as const);
  const subjects: readonly (readonly [Subjects, string])[] = [
    ['people-trials', i18n.t('glossary.seenPeopleTrials')],
    ['people-observed', i18n.t('glossary.seenPeopleObserved')],
    ['animals', i18n.t('glossary.seenAnimals')],
    ['cells', i18n.t('glossary.seenCells')],
  ];
  return (
    <fieldset class="filters">
      <legend class="hidden">{i18n.t('glossary.filters')}</legend>
      <Select
        name={i18n.t('glossary.kind')}
        any={i18n.t('glossary.allKinds')}
        options={[...kinds, ['disputed', i18n.t('glossary.disputed')]]}
        value={choice.kind}
        onChange={(kind) => onChoose({ ...choice, kind })}
      />
      <Select
        name={i18n.t('glossary.sure')}
        any={i18n.t('glossary.anySure')}
        options={[...levels, ['none', i18n.t('glossary.noFinding')]]}
        value={choice.certainty}
        onChange={(certainty) => onChoose({ ...choice, certainty })}
      />
      <Select
        name={i18n.t('glossary.seen')}
        any={i18n.t('glossary.anySeen')}
        options={subjects}
        value={choice.seen}
        onChange={(seen) => onChoose({ ...choice, seen })}
      />
      {withLists && (
        <div class="own-lists">
          {(['saved', 'known'] as const).map((list) => (
            <button
              key={list}
              type="button"
              aria-pressed={choice.list === list}
              onClick={() => onChoose({ ...choice, list: choice.list === list ? undefined : list })}
            >
              {list === 'saved' ? i18n.t('glossary.saved') : i18n.t('glossary.known')}
            </button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

interface SelectProps<T extends string> {
  name: string;
  /** The first option, which asks for nothing. */
  any: string;
  options: readonly (readonly [T, string])[];
  value: T | undefined;
  onChange: (value: T | undefined) => void;
}

function Select<T extends string>({ name, any, options, value, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div class="select">
      <label for={id}>{name}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(options.find(([one]) => one === currentTarget.value)?.[0])}
      >
        <option value="">{any}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
