import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { RemovableList } from './removable-list.tsx';
import { type Where, WhereChoice } from './shared-choices.tsx';
import { SiteAccess, type SiteAccessProps } from './site-access.tsx';
import { useStatus } from './status-line.tsx';

/** Why what was typed is no site that can be added. */
export type SiteProblem = 'empty' | 'space' | 'wildcard' | 'email' | 'scheme' | 'long' | 'shape';

export interface SitesProps {
  where: Where;
  onWhere: (where: Where) => void;
  /** Sites with a setting of their own. An empty `host` stands for files. */
  sites: readonly { host: string; on: boolean }[];
  onSite: (host: string, on: boolean) => void;
  /** Lets a site follow the rule for all. */
  onForget: (host: string) => void;
  readSite: (typed: string) => { host: string } | { problem: SiteProblem };
  access: SiteAccessProps;
}

/** Where words are marked: the rule, the sites that differ from it, and what the browser allows. */
export function SitesOptions({ where, onWhere, sites, onSite, onForget, readSite, access }: SitesProps) {
  const say = useStatus();
  const id = useId();
  return (
    <>
      <WhereChoice value={where} onChange={onWhere} />
      <h3>{i18n.t('options.sites.list')}</h3>
      <RemovableList
        label={i18n.t('options.sites.list')}
        none={i18n.t('options.sites.none')}
        removeWords={i18n.t('options.sites.remove')}
        rows={sites.map(({ host, on }, number) => ({
          key: host,
          name: nameOf(host),
          content: (
            <span class="what">
              <span id={`${id}-${number}`}>{nameOf(host)}</span>
              <span class="does">{on ? i18n.t('options.sites.on') : i18n.t('options.sites.off')}</span>
            </span>
          ),
          control: (
            <button
              type="button"
              class="switch"
              role="switch"
              aria-checked={on}
              aria-labelledby={`${id}-${number}`}
              onClick={() => onSite(host, !on)}
            />
          ),
          onRemove: () => {
            onForget(host);
            say(i18n.t('options.sites.removed', { site: nameOf(host) }));
          },
        }))}
      />
      <AddSite
        where={where}
        listed={sites}
        readSite={readSite}
        onAdd={(host) => {
          onSite(host, where === 'chosen');
          say(i18n.t('options.sites.added', { site: host }));
        }}
      />
      <h3>{i18n.t('options.access.heading')}</h3>
      <SiteAccess {...access} />
      <p class="hint">{i18n.t('options.access.change')}</p>
    </>
  );
}

function nameOf(host: string): string {
  return host || i18n.t('options.sites.files');
}

interface AddSiteProps extends Pick<SitesProps, 'where' | 'readSite'> {
  listed: SitesProps['sites'];
  onAdd: (host: string) => void;
}

function AddSite({ where, listed, readSite, onAdd }: AddSiteProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<SiteProblem | 'listed'>();
  const add = () => {
    const read = readSite(typed);
    const wrong =
      'problem' in read ? read.problem : listed.some(({ host }) => host === read.host) ? 'listed' : undefined;
    setProblem(wrong);
    if (wrong === undefined && 'host' in read) {
      onAdd(read.host);
      setTyped('');
    }
    input.current?.focus();
  };
  return (
    <form
      class="add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label for={id}>{i18n.t('options.sites.add')}</label>
      <p id={`${id}-hint`} class="hint">
        {i18n.t(`options.sites.addHint.${where}`)}
      </p>
      <div class="line">
        <input
          ref={input}
          id={id}
          type="text"
          inputMode="url"
          autocapitalize="none"
          autocomplete="off"
          spellcheck={false}
          maxLength={2000}
          value={typed}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? `${id}-hint` : `${id}-problem ${id}-hint`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="action">
          {i18n.t('options.sites.addButton')}
        </button>
      </div>
      <p id={`${id}-problem`} role="alert" class="problem">
        {problem && i18n.t(`options.sites.problem.${problem}`)}
      </p>
    </form>
  );
}
