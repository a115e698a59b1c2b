import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Citation } from '../data/entry.ts';
import { trusted } from './trusted.ts';

export type CopyFormat = Exclude<keyof Citation, 'id'>;
/** Copies studies, by id, in one format. */
export type CopyStudies = (studies: readonly string[], format: CopyFormat) => void;

const FORMATS: [CopyFormat, string][] = [
  ['text', i18n.t('card.asText')],
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
];

interface CopyAsProps {
  words: string;
  /** What screen readers say in place of `words`, which it begins with. */
  name?: string;
  /** Names the choice of formats. */
  formats: string;
  onCopy: (format: CopyFormat) => void;
}

/** A button that opens three more, a format each. */
export function CopyAs({ words, name, formats, onCopy }: CopyAsProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="copy-as">
      <button
        type="button"
        class="act"
        aria-label={name}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {words}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: three buttons in a line of text, not a set of form fields */}
      <span id={id} role="group" aria-label={formats} hidden={!open}>
        {FORMATS.map(([format, label]) => (
          <button key={format} type="button" class="act" onClick={trusted(() => onCopy(format))}>
            {label}
          </button>
        ))}
      </span>
    </div>
  );
}

/** @returns the studies in one format, with a blank line between those that take several lines. */
export function joinCitations(citations: readonly Citation[], format: CopyFormat): string {
  return citations.map((citation) => citation[format]).join(format === 'text' ? '\n' : '\n\n');
}
