/** Wires the first-run page to the settings, the glossary and the browser. */
import entriesJson from 'virtual:underskin/entries';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Welcome } from '../../components/welcome.tsx';
import type { Glossary } from '../../data/entry.ts';
import { setDensity, setOpening, setWhere } from '../../settings/change.ts';
import { type Choices, readChoices, watchChoices } from '../../settings/choices.ts';
import { type Reading, readReading, watchReading } from '../../settings/reading.ts';
import { askForSiteAccess, hasSiteAccess, watchSiteAccess } from '../../settings/site-access.ts';
import { readSites, type Sites, watchSites } from '../../settings/sites.ts';

/** Of the words in brackets of the sentence to try, in order. */
const TERMS = ['zonulin', 'rosacea'];

const glossary = JSON.parse(entriesJson) as Glossary;
const shown = new AbortController().signal;
const choices = signal<Choices>(await readChoices(''));
const reading = signal<Reading>(await readReading());
const sites = signal<Sites>(await readSites());
const access = signal(await hasSiteAccess());

watchChoices('', (changed) => (choices.value = changed), shown);
watchReading((changed) => (reading.value = changed), shown);
watchSites((changed) => (sites.value = changed), shown);
watchSiteAccess((granted) => (access.value = granted));

const entryOf = (term: string) => (Object.hasOwn(glossary, term) ? glossary[term] : undefined);

/** Closes this tab; where that would close the window, the glossary takes its place. */
async function leave(): Promise<void> {
  const tabs = await browser.tabs.query({ currentWindow: true });
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined && tabs.length > 1) await browser.tabs.remove(own.id);
  else location.assign(browser.runtime.getURL('/glossary.html'));
}

function View() {
  return (
    <Welcome
      kept={!browser.extension.inIncognitoContext}
      opening={reading.value.opening}
      onOpening={(opening) => void setOpening(opening)}
      density={choices.value.density}
      onDensity={(density) => void setDensity(density)}
      where={sites.value.where}
      onWhere={(where) => void setWhere(where)}
      access={{ granted: access.value, onAsk: () => void askForSiteAccess() }}
      terms={TERMS.flatMap((term) => entryOf(term) ?? [])}
      entryOf={entryOf}
      optionsUrl={browser.runtime.getURL('/options.html')}
      onLeave={() => void leave()}
    />
  );
}

document.title = i18n.t('welcome.title');
render(<View />, document.body);
