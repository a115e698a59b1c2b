/** Wires the first-run page to the settings, the glossary and the browser. */
import entriesJson from 'virtual:underskin/entries';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Welcome } from '../../components/welcome.tsx';
import type { Glossary } from '../../data/entry.ts';
import { attempt, trouble } from '../../settings/attempt.ts';
import { setDensity, setOpening, setWhere } from '../../settings/change.ts';
import { askForSiteAccess } from '../../settings/site-access.ts';
import { access, choices, reading, sites } from '../options/state.ts';

/** Of the words in brackets of the sentence to try, in order. */
const TERMS = ['zonulin', 'rosacea'];

const glossary = JSON.parse(entriesJson) as Glossary;
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
      trouble={trouble.value}
      opening={reading.value.opening}
      onOpening={(opening) => void attempt(setOpening(opening))}
      density={choices.value.density}
      onDensity={(density) => void attempt(setDensity(density))}
      where={sites.value.where}
      onWhere={(where) => void attempt(setWhere(where))}
      access={{ granted: access.value, onAsk: () => void attempt(askForSiteAccess()) }}
      terms={TERMS.flatMap((term) => entryOf(term) ?? [])}
      entryOf={entryOf}
      optionsUrl={browser.runtime.getURL('/options.html')}
      onLeave={() => void leave()}
    />
  );
}

document.title = i18n.t('welcome.title');
render(<View />, document.body);
