import { i18n } from '#i18n';

export interface KeysProps {
  keys: readonly { name: string; words: string; shortcut: string }[];
  /** Opens the browser's own page for it; left out where it can't be opened. */
  onChangeKeys: (() => void) | undefined;
}

/** Which keys do what. The browser lets only itself change them. */
export function KeysOptions({ keys, onChangeKeys }: KeysProps) {
  return (
    <>
      <p class="hint">{i18n.t('options.keys.hint')}</p>
      <dl class="keys">
        {keys.map(({ name, words, shortcut }) => (
          <div key={name}>
            <dt>{words}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : i18n.t('options.keys.none')}</dd>
          </div>
        ))}
        <div>
          <dt>{i18n.t('options.keys.enter')}</dt>
          <dd>
            <kbd>{i18n.t('options.keys.enterKey')}</kbd>
          </dd>
        </div>
        <div>
          <dt>{i18n.t('options.keys.escape')}</dt>
          <dd>
            <kbd>{i18n.t('options.keys.escapeKey')}</kbd>
          </dd>
        </div>
      </dl>
      {onChangeKeys ? (
        <>
          <p class="hint">{i18n.t('options.keys.changeHint')}</p>
          <button type="button" class="action" onClick={onChangeKeys}>
            {i18n.t('options.keys.change')}
          </button>
        </>
      ) : (
        <p class="hint">{i18n.t('options.keys.changeByHand')}</p>
      )}
    </>
  );
}
