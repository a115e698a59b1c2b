import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface RadioOption<T extends string> {
  value: T;
  label: string;
  /** One sentence that says what it does. */
  sentence: string;
  sample?: ComponentChildren;
}

interface RadioChoiceProps<T extends string> {
  legend: string;
  hint: string;
  options: readonly RadioOption<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few, all in sight, each with what it does. */
export function RadioChoice<T extends string>({ legend, hint, options, value, onChange }: RadioChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset class="choice" aria-describedby={`${id}-hint`}>
      <legend>{legend}</legend>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
      {options.map((option) => (
        <div key={option.value} class="option">
          <label>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              aria-labelledby={`${id}-${option.value}`}
              aria-describedby={`${id}-${option.value}-does`}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span id={`${id}-${option.value}`} class="label">
                {option.label}
              </span>
              <span id={`${id}-${option.value}-does`} class="does">
                {option.sentence}
              </span>
            </span>
          </label>
          {option.sample}
        </div>
      ))}
    </fieldset>
  );
}
