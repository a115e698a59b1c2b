import { useId } from 'preact/hooks';
import { i18n } from '#i18n';

/** What the popup says of the tab it was opened on. */
export type SiteState =
  /** Marks can be switched here. */
  | {
      name: 'site';
      /** Empty for a file. */
      host: string;
      /** What was chosen for the site. */
      on: boolean;
      /** Whether marks are on in this page, which may differ; `undefined` until it is known. */
      here: boolean | undefined;
      /** False in a private window, where nothing is stored. */
      kept: boolean;
    }
  | {
      name: 'closed';
      why: 'browser' | 'own' | 'pdf' | 'file' | 'access' | 'data' | 'loading' | 'reload';
      /** Of the site to ask access to; `undefined` when the browser does not tell. */
      host?: string | undefined;
    };

export interface PopupSiteProps {
  site: SiteState;
  /** Clock time such as "15:40" until which everything rests. */
  pausedUntil: string | undefined;
  onSwitch: (on: boolean) => void;
  /** Switches this page only, until it is reloaded. */
  onSwitchHere: (on: boolean) => void;
  onAllow: () => void;
  onReload: () => void;
}

/** Whether marks are on where the reader is, and what can be done about it; or why there are none. */
export function PopupSite(props: PopupSiteProps) {
  return props.site.name === 'closed' ? <Closed {...props} site={props.site} /> : <Open {...props} site={props.site} />;
}

type Of<Name extends SiteState['name']> = PopupSiteProps & { site: Extract<SiteState, { name: Name }> };

function Open({ site, pausedUntil, onSwitch, onSwitchHere }: Of<'site'>) {
  const label = useId();
  const paused = pausedUntil !== undefined;
  const on = site.kept ? site.on : (site.here ?? site.on);
  return (
    <div class="site">
      <div class="site-row">
        <h1 id={label}>{site.host || i18n.t('popup.files')}</h1>
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={on}
          aria-labelledby={label}
          disabled={paused}
          onClick={() => (site.kept ? onSwitch(!on) : onSwitchHere(!on))}
        />
      </div>
      <p role="status">
        {paused ? i18n.t('popup.paused', { time: pausedUntil }) : stateWords(site)}
        {!site.kept && ` ${i18n.t('popup.notKept')}`}
      </p>
      {!paused && site.kept && site.here !== undefined && (
        <button type="button" class="text" onClick={() => onSwitchHere(!site.here)}>
          {site.here ? i18n.t('popup.offOnPage') : site.on ? i18n.t('popup.onAgainOnPage') : i18n.t('popup.onOnPage')}
        </button>
      )}
    </div>
  );
}

function stateWords({ on, here = on, kept }: Of<'site'>['site']): string {
  if (kept && on && !here) return i18n.t('popup.state.offOnPage');
  if (kept && !on && here) return i18n.t('popup.state.onOnPage');
  return here ? i18n.t('popup.state.on') : i18n.t('popup.state.off');
}

function Closed({ site: { why, host }, onAllow, onReload }: Of<'closed'>) {
  return (
    <div class="site">
      <h1>{i18n.t(`popup.closed.${why}.title`)}</h1>
      <p role="status">{i18n.t(`popup.closed.${why}.text`)}</p>
      {why === 'access' && (
        <button type="button" class="plain" onClick={onAllow}>
          {host === undefined ? i18n.t('popup.allowAll') : i18n.t('popup.allow', { host })}
        </button>
      )}
      {why === 'reload' && (
        <button type="button" class="plain" onClick={onReload}>
          {i18n.t('popup.reload')}
        </button>
      )}
    </div>
  );
}
