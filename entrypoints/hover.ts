/** Follows the pointer over marks. Added by the background to pages that have one. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Entry } from '../data/entry.ts';
import { cardPort } from '../page/card-port.ts';
import { Hover } from '../page/hover.ts';
import { setHoverStarter } from '../page/hover-port.ts';
import { isAlive } from '../page/left-behind.ts';
import type { Answers, PageMessage } from '../page/messages.ts';
import { type Opening, type Reading, readReading, watchReading } from '../settings/reading.ts';

export default defineUnlistedScript(() => {
  const entries = new Map<string, Entry>();

  const prepare = async (term: string): Promise<Entry | undefined> => {
    const known = entries.get(term);
    if (known && cardPort()) return known;
    const message: PageMessage = { type: 'prepare', term, withCard: cardPort() === undefined };
    const entry: Answers['prepare'] = await browser.runtime.sendMessage(message);
    if (entry) entries.set(term, entry);
    return entry;
  };

  const count = () => {
    if (!isAlive()) return;
    const message: PageMessage = { type: 'changed' };
    // Without an answer the count is late, and nothing else.
    browser.runtime.sendMessage(message).catch((error: unknown) => console.debug('No count:', error));
  };

  setHoverStarter((options) => {
    let opening: Opening = 'normal';
    const follow = (reading: Reading) => {
      opening = reading.opening;
    };
    watchReading(follow, options.signal);
    // Without an answer cards open as they do for everybody.
    readReading().then(follow, (error: unknown) => console.debug('No choices:', error));
    return new Hover({ ...options, prepare, count, opening: () => opening });
  });
});
