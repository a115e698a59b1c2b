import { i18n } from '#i18n';
import { trusted } from './trusted.ts';

/** What came of the reader's last press. */
export type Notice =
  | { what: 'copied' }
  /** The clipboard can't be written; the text is shown instead. */
  | { what: 'not-copied'; text: string }
  /** The studies could not be asked for. */
  | { what: 'not-read' }
  | { what: 'known' | 'not-here' };

const NOTICE_WORDS: Record<Notice['what'], string> = {
  copied: i18n.t('card.copied'),
  'not-copied': i18n.t('card.notCopied'),
  'not-read': i18n.t('card.notRead'),
  known: i18n.t('card.notMarked'),
  'not-here': i18n.t('card.notMarkedHere'),
};

/** Said politely. The line is there before its words, or a screen reader would not hear them come. */
export function CardNotice({ notice, onUndo }: { notice: Notice | undefined; onUndo: () => void }) {
  const undoes = notice?.what === 'known' || notice?.what === 'not-here';
  return (
    <div class="notice">
      <span role="status">{notice && NOTICE_WORDS[notice.what]}</span>
      {undoes && (
        <button type="button" class="act" onClick={trusted(onUndo)}>
          {i18n.t('card.undo')}
        </button>
      )}
      {notice?.what === 'not-copied' && (
        // biome-ignore lint/a11y/useSemanticElements: text to select, not a set of form fields
        <div
          // Not a field: password managers and spelling checkers come to those. Reached by key, all of it is selected.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is to be selected has to be reached by keyboard
          tabIndex={0}
          class="text-to-copy"
          role="group"
          aria-label={i18n.t('card.textToCopy')}
          onFocus={(event) => getSelection()?.selectAllChildren(event.currentTarget)}
        >
          {notice.text}
        </div>
      )}
    </div>
  );
}
