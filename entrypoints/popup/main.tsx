/** Wires the popup to the tab it was opened on, to the settings and to the glossary. */
import entriesJson from 'virtual:underskin/entries';
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup, type SiteState } from '../../components/popup.tsx';
import type { Entry, Glossary } from '../../data/entry.ts';
import { searchOf } from '../../data/search.ts';
import { goOn, isStopped, jumpTo, onThisPage, switchTab, type TermOnPage } from '../../page/on-this-page.ts';
import { setDensity, setPause, setSite } from '../../settings/change.ts';
import { type Choices, readChoices, watchChoices } from '../../settings/choices.ts';

const PAUSE_MS = 60 * 60 * 1000;
/** Switching marks on takes the page a moment to read. */
const COUNT_AGAIN_MS = [0, 150, 500, 1500];

const glossary = JSON.parse(entriesJson) as Glossary;
const search = searchOf(glossary);
const all = Object.values(glossary)
  .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  .map((entry) => ({ entry }));

const tabId = await tabUnderTest();
const tab =
  tabId === undefined
    ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
    : await browser.tabs.get(tabId);
const host = tab?.url === undefined ? undefined : hostOf(tab.url);

const choices = signal<Choices>(await readChoices(host ?? ''));
const mentions = signal<TermOnPage[]>([]);
const stopped = signal(false);
const closed = signal(host === undefined);
/** In a private window: what the switch was set to; it is not stored. */
const unkept = signal<boolean | undefined>(undefined);
const next = new Map<string, number>();

const pausedUntil = computed(() => {
  const until = choices.value.pausedUntil;
  if (until === undefined || until <= Date.now()) return undefined;
  return new Date(until).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
});
const site = computed<SiteState>(() =>
  closed.value || host === undefined
    ? { name: 'closed' }
    : { name: 'site', host, on: unkept.value ?? choices.value.siteOn, kept: !tab?.incognito },
);
const onPage = computed(() => {
  const places = new Map<string, number>();
  for (const { term, places: count } of mentions.value) places.set(term, (places.get(term) ?? 0) + count);
  return [...places].flatMap(([term, count]) => {
    const entry = entryOf(term);
    return entry ? [{ entry, places: count }] : [];
  });
});

function entryOf(term: string): Entry | undefined {
  return Object.hasOwn(glossary, term) ? glossary[term] : undefined;
}

/** @returns the host of a page that the page script runs on; nothing for the browser's own pages. */
function hostOf(url: string): string | undefined {
  const { protocol, hostname } = new URL(url);
  return ['http:', 'https:', 'file:'].includes(protocol) ? hostname : undefined;
}

/** Opened as a tab of its own there is no page under it, so the browser tests name one: `popup.html?tab=3`. */
async function tabUnderTest(): Promise<number | undefined> {
  const id = Number(new URLSearchParams(location.search).get('tab'));
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

async function countOnPage(): Promise<void> {
  if (tab?.id === undefined || host === undefined) return;
  try {
    mentions.value = await onThisPage(tab.id);
    stopped.value = await isStopped(tab.id);
  } catch (error) {
    // The store and a few other pages look like any other and still let nobody in.
    console.debug('This page takes no scripts:', error);
    closed.value = true;
  }
}

function countSoon(): void {
  for (const ms of COUNT_AGAIN_MS) setTimeout(() => void countOnPage(), ms);
}

async function switchSite(on: boolean): Promise<void> {
  if (tab?.id === undefined || host === undefined) return;
  if (tab.incognito) {
    unkept.value = on;
    await switchTab(tab.id, on);
    countSoon();
  } else await setSite(host, on);
}

/** Goes to the next place of a term, and after the last to the first again. */
async function jump(term: string): Promise<void> {
  const frames = mentions.value.filter((one) => one.term === term);
  const total = frames.reduce((sum, frame) => sum + frame.places, 0);
  if (tab?.id === undefined || total === 0) return;
  const number = (next.get(term) ?? 0) % total;
  next.set(term, number + 1);
  let before = 0;
  for (const { frameId, places } of frames) {
    if (number < before + places) {
      await jumpTo(tab.id, frameId, term, number - before);
      return;
    }
    before += places;
  }
}

function View() {
  return (
    <Popup
      site={site.value}
      pausedUntil={pausedUntil.value}
      onPage={onPage.value}
      all={all}
      search={search}
      entryOf={entryOf}
      onSwitch={(on) => void switchSite(on)}
      onPause={(pause) => void setPause(pause ? Date.now() + PAUSE_MS : undefined)}
      onJump={(term) => void jump(term)}
      density={choices.value.density}
      onDensity={(density) => void setDensity(density)}
      stopped={stopped.value}
      onGoOn={() => {
        if (tab?.id !== undefined) void goOn(tab.id).then(countSoon);
      }}
    />
  );
}

watchChoices(
  host ?? '',
  (changed) => {
    choices.value = changed;
    countSoon();
  },
  new AbortController().signal,
);
await countOnPage();
render(<View />, document.body);
