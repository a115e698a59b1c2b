/** The whole glossary, one address a term. Wires the views to the address, the reader's lists and the clipboard. */
import entriesJson from 'virtual:underskin/entries';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type CardHands, GlossaryPage, type GlossaryView } from '../../components/glossary.tsx';
import type { OwnLists } from '../../components/glossary-choice.ts';
import { type Axis, axisOf } from '../../data/axis.ts';
import { cite } from '../../data/cite.ts';
import type { Entry, Glossary } from '../../data/entry.ts';
import { searchOf } from '../../data/search.ts';
import { copyText } from '../../page/copy-text.ts';
import { localVoice, speak } from '../../page/speak.ts';
import { type Lists, readLists, setListed, watchLists } from '../../settings/lists.ts';
import { type Reading, readReading, watchReading } from '../../settings/reading.ts';
import { isNamed, readAddress } from './address.ts';

const glossary = JSON.parse(entriesJson) as Glossary;
const { compare } = new Intl.Collator('en');
const all = Object.values(glossary).sort((a, b) => compare(a.name, b.name));

let find: ((query: string) => Entry[]) | undefined;
function search(query: string): Entry[] {
  find ??= searchOf(glossary);
  return find(query);
}

let axis: Axis | undefined;
function wholeAxis(): Axis {
  axis ??= axisOf(glossary);
  return axis;
}

/** A search that has a term's own name opens the term, which then has its own address. */
function readView(): GlossaryView {
  const address = readAddress(location.hash, glossary);
  if (address.name === 'search') {
    const [best] = search(address.query);
    if (!best || !isNamed(address.query, best)) return address;
    history.replaceState(null, '', `#${best.id}`);
    return { name: 'term', entry: best };
  }
  if (address.name !== 'term') return address;
  const entry = glossary[address.term];
  return entry ? { name: 'term', entry } : { name: 'list' };
}

const isPrivate = browser.extension.inIncognitoContext;
const view = signal(readView());
const lists = signal<OwnLists | undefined>(isPrivate ? undefined : ownLists(await readLists()));
const hasVoice = signal(localVoice() !== undefined);

function ownLists({ known, saved }: Lists): OwnLists {
  return { known: new Set(Object.keys(known)), saved: new Set(Object.keys(saved)) };
}

function handsFor({ id, name }: Entry): CardHands {
  return {
    cite,
    copy: copyText,
    said: lists.value && { known: lists.value.known.has(id), saved: lists.value.saved.has(id), 'not-here': false },
    onSay: (what, on) => {
      // There is no site here that it could mean something else on.
      if (what !== 'not-here') void setListed(what, id, on);
    },
    onSpeak: hasVoice.value ? () => speak(name) : undefined,
  };
}

function apply({ theme, textSize }: Reading): void {
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  dataset.textSize = textSize;
}

function View() {
  const { name } = view.value;
  document.title =
    view.value.name === 'term'
      ? i18n.t('glossary.tabTitle', { name: view.value.entry.name })
      : name === 'map'
        ? i18n.t('map.title')
        : i18n.t('glossary.title');
  return (
    <GlossaryPage
      view={view.value}
      all={all}
      search={search}
      axis={wholeAxis}
      lists={lists.value}
      handsFor={handsFor}
      onOpen={(term) => {
        location.hash = term;
      }}
      onList={() => {
        location.hash = 'list';
      }}
    />
  );
}

const { signal: always } = new AbortController();
addEventListener('hashchange', () => {
  view.value = readView();
});
speechSynthesis.addEventListener('voiceschanged', () => {
  hasVoice.value = localVoice() !== undefined;
});
watchReading(apply, always);
if (!isPrivate) {
  watchLists((changed) => {
    lists.value = ownLists(changed);
  }, always);
}
apply(await readReading());
render(<View />, document.body);
// The index is made while the reader looks at the list, so that the first letter typed is answered at once.
requestIdleCallback(() => search('a'));
