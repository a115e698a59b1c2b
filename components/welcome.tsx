import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import type { Certainty } from '../data/schema.ts';
import { CertaintyBar } from './certainty.tsx';
import { NotAdvice } from './options-about.tsx';
import {
  type Density,
  DensityChoice,
  type Opening,
  OpeningChoice,
  type Where,
  WhereChoice,
} from './shared-choices.tsx';
import { SiteAccess, type SiteAccessProps } from './site-access.tsx';
import { TryIt } from './try-it.tsx';
import { CERTAINTY_WORDS } from './words.ts';

export interface WelcomeProps {
  /** Something can be stored; not so in a private window. */
  kept: boolean;
  /** Why the last change could not be stored. */
  trouble: string | undefined;
  opening: Opening;
  onOpening: (opening: Opening) => void;
  density: Density;
  onDensity: (density: Density) => void;
  where: Where;
  onWhere: (where: Where) => void;
  access: SiteAccessProps;
  /** Terms of the words in the sentence to try. */
  terms: readonly Entry[];
  entryOf: (term: string) => Entry | undefined;
  optionsUrl: string;
  /** Goes away from this page; what was chosen counts already. */
  onLeave: () => void;
}

/** The page that opens after the first install: try it, choose, go. */
export function Welcome(props: WelcomeProps) {
  const { kept, access } = props;
  return (
    <main class="own-page welcome">
      <header>
        <h1>{i18n.t('welcome.heading')}</h1>
        <button type="button" class="action" onClick={props.onLeave}>
          {i18n.t('welcome.skip')}
        </button>
      </header>
      <p>{i18n.t('welcome.intro')}</p>
      <section class="block" aria-labelledby="try">
        <h2 id="try">1. {i18n.t('welcome.try.heading')}</h2>
        <p class="hint">{i18n.t('welcome.try.hint')}</p>
        <TryIt opening={props.opening} terms={props.terms} entryOf={props.entryOf} />
      </section>
      <section class="block" aria-labelledby="choose">
        <h2 id="choose">2. {i18n.t('welcome.choose.heading')}</h2>
        {kept ? <p class="hint">{i18n.t('welcome.choose.hint')}</p> : <p class="notice">{i18n.t('options.private')}</p>}
        <fieldset class="all" disabled={!kept} aria-labelledby="choose">
          <OpeningChoice value={props.opening} onChange={props.onOpening} />
          <DensityChoice value={props.density} onChange={props.onDensity} />
        </fieldset>
      </section>
      <section class="block" aria-labelledby="where">
        <h2 id="where">3. {i18n.t('welcome.where.heading')}</h2>
        <fieldset class="all" disabled={!kept} aria-labelledby="where">
          <WhereChoice value={props.where} onChange={props.onWhere} />
        </fieldset>
        {!access.granted && <SiteAccess {...access} />}
        <p>{i18n.t('welcome.where.privacy')}</p>
      </section>
      <section class="block" aria-labelledby="sure">
        <h2 id="sure">{i18n.t('welcome.sure.heading')}</h2>
        <p class="hint">{i18n.t('welcome.sure.hint')}</p>
        <dl class="levels">
          <Level level="high" means={i18n.t('welcome.sure.high')} />
          <Level level="moderate" means={i18n.t('welcome.sure.moderate')} />
          <Level level="low" means={i18n.t('welcome.sure.low')} />
          <Level level="very-low" means={i18n.t('welcome.sure.veryLow')} />
        </dl>
        <p class="hint">{i18n.t('welcome.sure.seen')}</p>
      </section>
      <p role="alert" class="problem">
        {props.trouble && i18n.t('options.trouble', { reason: props.trouble })}
      </p>
      <footer>
        <NotAdvice />
        <p class="line">
          <button type="button" class="action main" onClick={props.onLeave}>
            {i18n.t('welcome.start')}
          </button>
          <a href={props.optionsUrl}>{i18n.t('welcome.options')}</a>
        </p>
      </footer>
    </main>
  );
}

function Level({ level, means }: { level: Certainty; means: string }) {
  return (
    <div>
      <dt>
        <CertaintyBar level={level} /> {CERTAINTY_WORDS[level].label}
      </dt>
      <dd>{means}</dd>
    </div>
  );
}
