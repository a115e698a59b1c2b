import { i18n } from '#i18n';

export interface AboutProps {
  version: string;
  terms: number;
  studies: number;
  glossaryUrl: string;
}

export function AboutOptions({ version, terms, studies, glossaryUrl }: AboutProps) {
  return (
    <>
      <ul>
        <li>{i18n.t('options.about.version', { version })}</li>
        <li>{i18n.t('options.about.terms', terms)}</li>
        <li>{i18n.t('options.about.studies', studies)}</li>
      </ul>
      <p>{i18n.t('options.about.licences')}</p>
      <p>
        <a href={glossaryUrl} target="_blank" rel="noopener">
          {i18n.t('options.about.glossary')}
        </a>
      </p>
      <NotAdvice />
    </>
  );
}

/** What this is not. */
export function NotAdvice() {
  return (
    <p class="not-advice">
      <strong>{i18n.t('options.about.notAdvice')}.</strong> {i18n.t('options.about.disclaimer')}
    </p>
  );
}
