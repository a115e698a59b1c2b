import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useStatus } from './status-line.tsx';

/** How much of each is kept. */
export interface Kept {
  sites: number;
  known: number;
  saved: number;
  notHere: number;
  recent: number;
}

export interface PrivacyProps {
  kept: Kept;
  onWipe: () => void;
  open: boolean;
}

/** What is kept and where, and how to be rid of it. */
export function PrivacyOptions({ kept, onWipe, open }: PrivacyProps) {
  return (
    <>
      <p>
        <strong>{i18n.t('options.privacy.stays')}</strong> {i18n.t('options.privacy.reads')}
      </p>
      <h3>{i18n.t('options.privacy.keptHeading')}</h3>
      <p>{i18n.t('options.privacy.kept')}:</p>
      <ul>
        <li>{i18n.t('options.privacy.choices')}</li>
        <li>{i18n.t('options.privacy.sites')}</li>
        <li>{i18n.t('options.privacy.terms')}</li>
        <li>{i18n.t('options.privacy.recent')}</li>
      </ul>
      <p>
        {i18n.t('options.privacy.never')} {i18n.t('options.privacy.seen')}{' '}
        <a href="privacy.html">{i18n.t('options.privacy.policy')}</a>
      </p>
      <h3>{i18n.t('options.privacy.wipe')}</h3>
      <p class="hint">{i18n.t('options.privacy.wipeHint')}</p>
      <Wipe kept={kept} onWipe={onWipe} open={open} />
    </>
  );
}

function Wipe({ kept, onWipe, open }: PrivacyProps) {
  const say = useStatus();
  const dialog = useRef<HTMLDialogElement>(null);
  const named = [
    i18n.t('options.privacy.confirmChoices'),
    kept.sites > 0 && i18n.t('options.privacy.confirmSites', kept.sites),
    kept.known > 0 && i18n.t('options.privacy.confirmKnown', kept.known),
    kept.saved > 0 && i18n.t('options.privacy.confirmSaved', kept.saved),
    kept.notHere > 0 && i18n.t('options.privacy.confirmNotHere', kept.notHere),
    kept.recent > 0 && i18n.t('options.privacy.confirmRecent', kept.recent),
  ].filter((words) => words !== false);
  return (
    <>
      <button type="button" class="action" disabled={!open} onClick={() => dialog.current?.showModal()}>
        {i18n.t('options.privacy.wipe')}…
      </button>
      <dialog ref={dialog} aria-labelledby="wipe-heading" aria-describedby="wipe-what">
        <h3 id="wipe-heading">{i18n.t('options.privacy.confirm')}</h3>
        <div id="wipe-what">
          <p>{i18n.t('options.privacy.confirmHint')}</p>
          <ul>
            {named.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
        <p class="line">
          <button type="button" class="action" onClick={() => dialog.current?.close()}>
            {i18n.t('options.privacy.no')}
          </button>
          <button
            type="button"
            class="action grave"
            onClick={() => {
              dialog.current?.close();
              onWipe();
              say(i18n.t('options.privacy.wiped'));
            }}
          >
            {i18n.t('options.privacy.yes')}
          </button>
        </p>
      </dialog>
    </>
  );
}
