import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { useStatus } from './status-line.tsx';

interface OptionsSectionProps {
  id: string;
  heading: string;
  /** What is in it can be changed; not so in a private window. */
  open?: boolean;
  hidden: boolean;
  onReset?: () => void;
  /** What stays as it is all the same. */
  resetHint?: string;
  children: ComponentChildren;
}

/** A part of the options page, with a way back to the defaults where it has any. */
export function OptionsSection({
  id,
  heading,
  open = true,
  hidden,
  onReset,
  resetHint,
  children,
}: OptionsSectionProps) {
  const say = useStatus();
  const reset = onReset && (
    <p class="line">
      <button
        type="button"
        class="action"
        onClick={() => {
          onReset();
          say(i18n.t('options.wasReset', { section: heading }));
        }}
      >
        {i18n.t('options.reset')}
        <span class="hidden">: {heading}</span>
      </button>
      {resetHint && <span class="hint">{resetHint}</span>}
    </p>
  );
  return (
    <section id={id} class="block" aria-labelledby={`${id}-heading`} hidden={hidden}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      {open ? (
        <>
          {children}
          {reset}
        </>
      ) : (
        <fieldset class="all" disabled aria-labelledby={`${id}-heading`}>
          {children}
          {reset}
        </fieldset>
      )}
    </section>
  );
}
