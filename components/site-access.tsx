import { i18n } from '#i18n';

export interface SiteAccessProps {
  /** The browser lets us read every web page. */
  granted: boolean;
  /** Lets the browser ask. */
  onAsk: () => void;
}

/** What the browser allows, and a way to ask for what it withholds. */
export function SiteAccess({ granted, onAsk }: SiteAccessProps) {
  if (granted) return <p>{i18n.t('options.access.granted')}</p>;
  return (
    <div class="notice">
      <p>{i18n.t('options.access.withheld')}</p>
      <button type="button" class="action" onClick={onAsk}>
        {i18n.t('options.access.ask')}
      </button>
    </div>
  );
}
