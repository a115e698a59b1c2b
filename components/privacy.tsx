import { i18n } from '#i18n';

/** The privacy policy, a paragraph a promise. */
export function Privacy() {
  return (
    <main class="privacy">
      <h1>{i18n.t('privacy.title')}</h1>
      <p>{i18n.t('privacy.nothing')}</p>
      <p>{i18n.t('privacy.reads')}</p>
      <p>{i18n.t('privacy.stores')}</p>
      <p>{i18n.t('privacy.privateWindows')}</p>
      <p>{i18n.t('privacy.links')}</p>
      <p>{i18n.t('privacy.notices')}</p>
      <p>{i18n.t('privacy.removing')}</p>
      <p>{i18n.t('privacy.limitedUse')}</p>
    </main>
  );
}
