import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AboutOptions, type AboutProps } from './options-about.tsx';
import { type CardLookProps, CardOptions } from './options-card.tsx';
import { ExchangeOptions, type ExchangeProps } from './options-exchange.tsx';
import { KeysOptions, type KeysProps } from './options-keys.tsx';
import { MarksOptions, type MarksProps } from './options-marks.tsx';
import { PrivacyOptions, type PrivacyProps } from './options-privacy.tsx';
import { OptionsSection } from './options-section.tsx';
import { SitesOptions, type SitesProps } from './options-sites.tsx';
import { TermsOptions, type TermsProps } from './options-terms.tsx';
import { type Opening, OpeningChoice } from './shared-choices.tsx';
import { StatusLine } from './status-line.tsx';

export interface OptionsProps {
  /** Something can be stored; not so in a private window. */
  kept: boolean;
  /** Why the last change could not be stored. */
  trouble: string | undefined;
  opening: Opening;
  onOpening: (opening: Opening) => void;
  marks: MarksProps;
  card: CardLookProps;
  sites: SitesProps;
  terms: TermsProps;
  exchange: Omit<ExchangeProps, 'open'>;
  privacy: Omit<PrivacyProps, 'open'>;
  keys: KeysProps;
  about: AboutProps;
}

const SECTIONS = ['opening', 'marks', 'card', 'sites', 'terms', 'exchange', 'privacy', 'keys', 'about'] as const;
type SectionId = (typeof SECTIONS)[number];

/** All that can be chosen, on one page. */
export function Options(props: OptionsProps) {
  const { kept, marks, card, sites } = props;
  const [query, setQuery] = useState('');
  const page = useRef<HTMLDivElement>(null);
  const found = SECTIONS.filter((id) => query.trim() === '' || says(page.current?.querySelector(`#${id}`), query));
  const section = (id: SectionId) => ({
    id,
    heading: i18n.t(`options.${id}.heading`),
    hidden: !found.includes(id),
  });
  return (
    <main class="own-page">
      <StatusLine>
        <h1>{i18n.t('options.heading')}</h1>
        {kept ? <p>{i18n.t('options.live')}</p> : <p class="notice">{i18n.t('options.private')}</p>}
        <search>
          <label for="search">{i18n.t('options.search')}</label>
          <input
            id="search"
            type="search"
            autocomplete="off"
            spellcheck={false}
            maxLength={100}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <p role="status" class="hint">
            {query.trim() !== '' &&
              (found.length === 0
                ? i18n.t('options.nothing', { query: query.trim() })
                : i18n.t('options.found', found.length))}
          </p>
        </search>
        <nav aria-label={i18n.t('options.contents')}>
          {found.map((id) => (
            <a key={id} href={`#${id}`}>
              {i18n.t(`options.${id}.heading`)}
            </a>
          ))}
        </nav>
        <p role="alert" class="problem">
          {props.trouble && i18n.t('options.trouble', { reason: props.trouble })}
        </p>
        <div ref={page}>
          <OptionsSection {...section('opening')} open={kept} onReset={() => props.onOpening('normal')}>
            <OpeningChoice value={props.opening} onChange={props.onOpening} />
          </OptionsSection>
          <OptionsSection
            {...section('marks')}
            open={kept}
            onReset={() => {
              marks.onDensity('section');
              marks.onStyle('dotted');
            }}
          >
            <MarksOptions {...marks} />
          </OptionsSection>
          <OptionsSection
            {...section('card')}
            open={kept}
            onReset={() => {
              card.onTextSize('normal');
              card.onTheme('page');
            }}
          >
            <CardOptions {...card} />
          </OptionsSection>
          <OptionsSection
            {...section('sites')}
            open={kept}
            onReset={() => sites.onWhere('all')}
            resetHint={i18n.t('options.sites.resetHint')}
          >
            <SitesOptions {...sites} />
          </OptionsSection>
          <OptionsSection {...section('terms')} open={kept}>
            <TermsOptions {...props.terms} />
          </OptionsSection>
          <OptionsSection {...section('exchange')}>
            <ExchangeOptions {...props.exchange} open={kept} />
          </OptionsSection>
          <OptionsSection {...section('privacy')}>
            <PrivacyOptions {...props.privacy} open={kept} />
          </OptionsSection>
          <OptionsSection {...section('keys')}>
            <KeysOptions {...props.keys} />
          </OptionsSection>
          <OptionsSection {...section('about')}>
            <AboutOptions {...props.about} />
          </OptionsSection>
        </div>
      </StatusLine>
    </main>
  );
}

/** @returns whether the words of a section, samples aside, have all words of the query, in whatever order. */
function says(section: Element | null | undefined, query: string): boolean {
  const words = [...(section?.querySelectorAll('h2, h3, legend, label, p, li, dt, dd, button') ?? [])]
    .filter((element) => !element.closest('.sample, .sample-card'))
    .map(({ textContent }) => textContent)
    .join(' ');
  return plain(query)
    .split(/\s+/)
    .every((word) => plain(words).includes(word));
}

/** Case and accents do not matter. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
