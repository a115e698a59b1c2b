/** Wires the popup to the tab it was opened on, to the settings and to the glossary. */
import entriesJson from 'virtual:underskin/entries';
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup, type PopupProps } from '../../components/popup.tsx';
import type { PageTerms } from '../../components/popup-on-page.tsx';
import type { SiteState } from '../../components/popup-site.tsx';
import { cite } from '../../data/cite.ts';
import type { Entry, Glossary } from '../../data/entry.ts';
import { searchOf } from '../../data/search.ts';
import { copyText } from '../../page/copy-text.ts';
import { goOn } from '../../page/on-this-page.ts';
import { localVoice, speak, whenVoicesChange } from '../../page/speak.ts';
import { attempt, trouble } from '../../settings/attempt.ts';
import { setDensity, setPause, switchSite } from '../../settings/change.ts';
import { readChoices, watchChoices } from '../../settings/choices.ts';
import { readLists, setListed, setNotHere, type TermTimes, watchLists } from '../../settings/lists.ts';
import { readReading } from '../../settings/reading.ts';
import { TabBelow } from './tab-below.ts';

const PAUSE_MS = 60 * 60 * 1000;
/** An idle page answers in a fraction of this; one that is busy is not waited for before something is shown. */
const FIRST_ANSWER_MS = 100;

const tab = await TabBelow.find(wantedTab());
const asked = tab.ask();
const [firstChoices, firstLists, { theme }] = await Promise.all([
  readChoices(tab.host ?? ''),
  readLists(),
  readReading(),
]);
const choices = signal(firstChoices);
const lists = signal(firstLists);
if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;

const glossary = JSON.parse(entriesJson) as Glossary;
const termCount = Object.keys(glossary).length;
let search: ((query: string) => Entry[]) | undefined;
const find = (query: string) => {
  search ??= searchOf(glossary);
  return search(query);
};

const hasVoice = signal(localVoice() !== undefined);
whenVoicesChange(() => {
  hasVoice.value = localVoice() !== undefined;
}, new AbortController().signal);

const pausedUntil = computed(() => {
  const until = choices.value.pausedUntil;
  if (until === undefined || until <= Date.now()) return undefined;
  return new Date(until).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
});
const site = computed<SiteState>(() => {
  const why = tab.closed.value;
  const { host } = tab;
  if (why !== undefined || host === undefined) return { name: 'closed', why: why ?? 'browser', host };
  const here = tab.report.value?.running;
  return { name: 'site', host, on: choices.value.siteOn, here, kept: !tab.isPrivate };
});
const page = computed<PageTerms | undefined>(() => {
  const report = tab.report.value;
  if (!report) return undefined;
  const places = new Map<string, number>();
  for (const { term, places: count } of report.terms) places.set(term, (places.get(term) ?? 0) + count);
  const rows = [...places].flatMap(([term, count]) => {
    const entry = entryOf(term);
    return entry ? [{ entry, places: count }] : [];
  });
  const { hidden } = choices.value;
  const { known } = lists.value;
  return {
    marked: rows.filter(({ entry }) => !hidden.has(entry.id)),
    known: rows.filter(({ entry }) => entry.id in known),
    notHere: rows.filter(({ entry }) => hidden.has(entry.id) && !(entry.id in known)),
    stopped: report.stopped,
  };
});
const ownLists = computed(() =>
  tab.isPrivate ? undefined : { saved: newestFirst(lists.value.saved), recent: newestFirst(lists.value.recent) },
);

function entryOf(term: string): Entry | undefined {
  return Object.hasOwn(glossary, term) ? glossary[term] : undefined;
}

function newestFirst(times: TermTimes): Entry[] {
  return Object.entries(times)
    .sort(([, a], [, b]) => b - a)
    .flatMap(([term]) => entryOf(term) ?? []);
}

/** Opened as a tab of its own there is no page under it, so the browser tests name one: `popup.html?tab=3`. */
function wantedTab(): number | undefined {
  const id = Number(new URLSearchParams(location.search).get('tab'));
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

async function markAgain(term: string): Promise<void> {
  if (term in lists.value.known) await setListed('known', term, false);
  else await setNotHere(tab.host ?? '', term, false);
}

/** A change whose failure the reader is told of. */
function kept(change: Promise<unknown>): void {
  attempt(change).catch(() => undefined);
}

function handsFor({ id, name }: Entry): ReturnType<PopupProps['handsFor']> {
  const { known, saved } = lists.value;
  return {
    cite,
    copy: copyText,
    said: tab.isPrivate
      ? undefined
      : { known: id in known, saved: id in saved, 'not-here': choices.value.hidden.has(id) && !(id in known) },
    onSay: (what, on) => kept(what === 'not-here' ? setNotHere(tab.host ?? '', id, on) : setListed(what, id, on)),
    onSpeak: hasVoice.value ? () => speak(name) : undefined,
    onGlossary: () => void openOwn(`/glossary.html#${id}`),
  };
}

async function openOwn(path: `/glossary.html${string}`): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
  window.close();
}

function View() {
  return (
    <Popup
      site={site.value}
      pausedUntil={pausedUntil.value}
      page={page.value}
      termCount={termCount}
      search={find}
      entryOf={entryOf}
      lists={ownLists.value}
      density={choices.value.density}
      onSwitch={(on) => kept(switchSite(tab.host ?? '', on))}
      onSwitchHere={(on) => void tab.switch(on)}
      onAllow={() => void tab.requestAccess()}
      onReload={() => void tab.reload()}
      onPause={(pause) => kept(setPause(pause ? Date.now() + PAUSE_MS : undefined))}
      onJump={(term, direction) => void tab.jump(term, direction)}
      onMarkAgain={tab.isPrivate ? undefined : (term) => kept(markAgain(term))}
      onDensity={(density) => kept(setDensity(density))}
      onGoOn={() => void goOn(tab.id).then(() => tab.askSoon())}
      onOpened={(term) => {
        if (!tab.isPrivate) kept(setListed('recent', term, true));
      }}
      onOptions={() => void browser.runtime.openOptionsPage().then(() => window.close())}
      onGlossary={(part) => void openOwn(part === 'map' ? '/glossary.html#map' : '/glossary.html')}
      onClose={() => window.close()}
      handsFor={handsFor}
      trouble={trouble.value}
    />
  );
}

const life = new AbortController().signal;
watchLists((changed) => {
  lists.value = changed;
}, life);
watchChoices(
  tab.host ?? '',
  (changed) => {
    const { siteOn, pausedUntil: until } = choices.value;
    choices.value = changed;
    if (changed.siteOn !== siteOn || changed.pausedUntil !== until) tab.follow();
    else tab.askSoon();
  },
  life,
);
await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, FIRST_ANSWER_MS))]);
render(<View />, document.body);
// Made while nobody waits, so that the first letter is answered at once.
setTimeout(() => find(''), FIRST_ANSWER_MS);
