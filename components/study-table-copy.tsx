import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Citation, EntryStudy } from '../data/entry.ts';

type Format = 'text' | 'bibtex' | 'ris';

interface CopyStudiesProps {
  studies: readonly EntryStudy[];
  cite: (studies: readonly string[]) => Promise<Citation[]>;
  copy: (text: string) => Promise<void>;
  /** What is between the buttons for all and the outcome; given a maker of the buttons for one. */
  children: (copyOne: (study: EntryStudy) => ComponentChildren) => ComponentChildren;
}

/** Copies studies, one or all, and says so. Where the clipboard can't be written, it shows the text to select. */
export function CopyStudies({ studies, cite, copy, children }: CopyStudiesProps) {
  const [copied, setCopied] = useState('');
  const [toSelect, setToSelect] = useState<string>();
  const copyAs = async (wanted: readonly EntryStudy[], format: Format) => {
    const citations = await cite(wanted.map(({ id }) => id));
    const text = citations.map((citation) => citation[format]).join(format === 'text' ? '\n' : '\n\n');
    const [first] = wanted;
    const what = wanted.length === 1 && first ? first.cite : i18n.t('glossary.studies.allStudies', wanted.length);
    try {
      await copy(text);
      setToSelect(undefined);
      setCopied(i18n.t('glossary.studies.copied', { what: `${what}, ${formatWords()[format]}` }));
    } catch (error) {
      console.debug('The clipboard can’t be written:', error);
      setCopied(i18n.t('glossary.studies.copyFailed'));
      setToSelect(text);
    }
  };
  const copyOne = (study: EntryStudy) =>
    (Object.entries(formatWords()) as [Format, string][]).map(([format, words]) => (
      <button
        key={format}
        type="button"
        aria-label={i18n.t('glossary.studies.copyOne', { cite: study.cite, format: words })}
        onClick={() => void copyAs([study], format)}
      >
        {words}
      </button>
    ));
  return (
    <>
      <p class="copy-all">
        <button type="button" onClick={() => void copyAs(studies, 'text')}>
          {i18n.t('glossary.studies.copyAll')}
        </button>
        <button type="button" onClick={() => void copyAs(studies, 'bibtex')}>
          {i18n.t('glossary.studies.allBibtex')}
        </button>
        <button type="button" onClick={() => void copyAs(studies, 'ris')}>
          {i18n.t('glossary.studies.allRis')}
        </button>
      </p>
      <p class="copied" role="status">
        {copied}
      </p>
      {toSelect !== undefined && <ToSelect key={toSelect} text={toSelect} />}
      {children(copyOne)}
    </>
  );
}

function formatWords(): Record<Format, string> {
  return {
    text: i18n.t('glossary.studies.text'),
    bibtex: i18n.t('glossary.studies.bibtex'),
    ris: i18n.t('glossary.studies.ris'),
  };
}

/** Selected already, so that the copy key is all that is left to press. */
function ToSelect({ text }: { text: string }) {
  const block = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!block.current) return;
    block.current.focus();
    getSelection()?.selectAllChildren(block.current);
  }, []);
  return (
    <section
      ref={block}
      class="to-select"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and gets the focus to be copied from
      tabIndex={0}
      aria-label={i18n.t('glossary.studies.copyText')}
    >
      <pre>{text}</pre>
    </section>
  );
}
