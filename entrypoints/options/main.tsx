/** Wires the options page to the settings, the glossary and the browser. */
import entriesJson from 'virtual:underskin/entries';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Options } from '../../components/options.tsx';
import type { NamedTerm } from '../../components/options-terms.tsx';
import type { Glossary } from '../../data/entry.ts';
import { attempt, trouble } from '../../settings/attempt.ts';
import { setDensity, setOpening, setSite, setStyle, setTextSize, setTheme, setWhere } from '../../settings/change.ts';
import { exportSettings, importSettings } from '../../settings/exchange.ts';
import { setListed, setNotHere, type TermTimes } from '../../settings/lists.ts';
import { askForSiteAccess } from '../../settings/site-access.ts';
import { readSiteName } from './site-name.ts';
import { access, choices, keys, lists, reading, sites } from './state.ts';

/** Its card is short and has all parts. */
const SAMPLE = 'butyrate';

const glossary = JSON.parse(entriesJson) as Glossary;
const sample = glossary[SAMPLE];
if (!sample) throw new Error(`The glossary has no "${SAMPLE}" for the sample card; name another term here.`);
const studies = new Set(Object.values(glossary).flatMap((entry) => entry.studies.map(({ id }) => id))).size;

const entryOf = (term: string) => (Object.hasOwn(glossary, term) ? glossary[term] : undefined);
const glossaryUrl = (term = '') => browser.runtime.getURL(`/glossary.html${term && `#${term}`}`);

function named(id: string): NamedTerm {
  const entry = entryOf(id);
  return { id, name: entry?.name ?? id, url: entry && glossaryUrl(id) };
}

function namedTerms(times: TermTimes): NamedTerm[] {
  return Object.keys(times)
    .map(named)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * A site's own setting stays in the list also when it says what the rule says: a row must not vanish from under the
 * pointer that switched it.
 */
const keepSite = (host: string, on: boolean) => setSite(host, on, on ? 'chosen' : 'all');
const forgetSite = (host: string) => setSite(host, sites.value.where === 'all', sites.value.where);

async function clearRecent(): Promise<void> {
  await Promise.all(Object.keys(lists.value.recent).map((term) => setListed('recent', term, false)));
}

/** Firefox opens the page for keys when asked; Chromium's has an address. */
function keysOpener(): (() => void) | undefined {
  if (!import.meta.env.FIREFOX)
    return () => void attempt(browser.tabs.create({ url: 'chrome://extensions/shortcuts' }));
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  return commands.openShortcutSettings && (() => void attempt(commands.openShortcutSettings?.() ?? Promise.resolve()));
}
const onChangeKeys = keysOpener();

function View() {
  const { density, style } = choices.value;
  const { opening, textSize, theme } = reading.value;
  const { where, own, notHere } = sites.value;
  const { known, saved, recent } = lists.value;
  return (
    <Options
      kept={!browser.extension.inIncognitoContext}
      trouble={trouble.value}
      opening={opening}
      onOpening={(to) => attempt(setOpening(to))}
      marks={{
        density,
        onDensity: (to) => attempt(setDensity(to)),
        style,
        onStyle: (to) => attempt(setStyle(to)),
      }}
      card={{
        textSize,
        onTextSize: (to) => attempt(setTextSize(to)),
        theme,
        onTheme: (to) => attempt(setTheme(to)),
        sample: sample as NonNullable<typeof sample>,
        entryOf,
      }}
      sites={{
        where,
        onWhere: (to) => attempt(setWhere(to)),
        sites: own,
        onSite: (host, on) => attempt(keepSite(host, on)),
        onForget: (host) => attempt(forgetSite(host)),
        readSite: readSiteName,
        access: { granted: access.value, onAsk: () => attempt(askForSiteAccess()) },
      }}
      terms={{
        known: namedTerms(known),
        onMarkAgain: (term) => attempt(setListed('known', term, false)),
        saved: namedTerms(saved),
        onUnsave: (term) => attempt(setListed('saved', term, false)),
        notHere: notHere.map(({ host, term }) => ({ host, term: named(term) })),
        onTakeBack: (host, term) => attempt(setNotHere(host, term, false)),
        recent: Object.keys(recent).length,
        onClearRecent: () => attempt(clearRecent()),
      }}
      exchange={{
        onExport: (what) => attempt(exportSettings(what)),
        onImport: (text) => attempt(importSettings(text)),
      }}
      privacy={{
        kept: {
          sites: own.length,
          known: Object.keys(known).length,
          saved: Object.keys(saved).length,
          notHere: notHere.length,
          recent: Object.keys(recent).length,
        },
        onWipe: () => attempt(browser.storage.local.clear()),
      }}
      keys={{
        keys: keys.value.map((key) => (key.words ? key : { ...key, words: i18n.t('options.keys.popup') })),
        onChangeKeys,
      }}
      about={{
        version: browser.runtime.getManifest().version,
        terms: Object.keys(glossary).length,
        studies,
        glossaryUrl: glossaryUrl(),
      }}
    />
  );
}

document.title = i18n.t('options.title');
effect(() => {
  const { theme } = reading.value;
  document.documentElement.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : '';
});
render(<View />, document.body);
