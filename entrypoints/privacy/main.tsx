/** The privacy policy inside the extension, so that it can be read without a network. */
import { render } from 'preact';
import { i18n } from '#i18n';
import { Privacy } from '../../components/privacy.tsx';

document.title = `Underskin: ${i18n.t('privacy.title')}`;
render(<Privacy />, document.body);
