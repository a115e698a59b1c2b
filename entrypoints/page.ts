/**
 * The script that every page loads. Small: it reads, marks and follows the pointer; the card and the glossary come
 * when somebody wants them.
 */
import labels from 'virtual:underskin/labels';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Entry } from '../data/entry.ts';
import { readLabels } from '../matching/label-index.ts';
import { cardPort } from '../page/card-port.ts';
import { Hover } from '../page/hover.ts';
import { isAlive, sweepHosts } from '../page/left-behind.ts';
import type { Answers, PageMessage } from '../page/messages.ts';
import { pageHandle, setPageHandle } from '../page/page-handle.ts';
import { Spotter } from '../page/spotter.ts';
import { REREAD_MS } from '../page/timing.ts';
import { isReadable, whenShown } from '../page/when-shown.ts';
import { isOn, readChoices, watchChoices } from '../settings/choices.ts';

export default defineUnlistedScript(() => {
  // Added again to a tab that has it: the one that runs goes on.
  if (!pageHandle() && isReadable()) void whenShown().then(watchPage);
});

function ask<T extends PageMessage['type']>(message: Extract<PageMessage, { type: T }>): Promise<Answers[T]> {
  return browser.runtime.sendMessage(message);
}

/** Tells the background that the badge wants counting. Without an answer the count is late, and nothing else. */
function tellChanged(): void {
  ask<'changed'>({ type: 'changed' }).catch((error: unknown) => console.debug('Nobody counted:', error));
}

async function watchPage(): Promise<void> {
  if (pageHandle()) return;
  // Left by an earlier version of us that can no longer take it away.
  sweepHosts();
  const host = (window === top ? location.hostname : await ask<'site'>({ type: 'site' })) ?? '';
  const life = new AbortController();
  let running: Running | undefined;
  let pause = 0;

  const set = (on: boolean) => {
    if (on === (running !== undefined)) return;
    running?.stop();
    running = on ? run(life, restart) : undefined;
    if (!on && isAlive()) tellChanged();
  };
  const restart = () => {
    if (!running) return;
    set(false);
    // A document that is being written has no body yet; it will soon be changed again.
    if (isReadable()) set(true);
    else setTimeout(() => isReadable() && set(true), REREAD_MS);
  };
  const follow = (choices: Awaited<ReturnType<typeof readChoices>>) => {
    const now = Date.now();
    set(isOn(choices, now));
    clearTimeout(pause);
    const { pausedUntil = 0 } = choices;
    if (pausedUntil > now) pause = setTimeout(() => follow(choices), pausedUntil - now + 50) as unknown as number;
  };
  setPageHandle({
    summary: () => running?.summary() ?? [],
    jump: (term, place) => running?.jump(term, place) ?? false,
    switch: set,
  });
  life.signal.addEventListener('abort', () => {
    set(false);
    clearTimeout(pause);
    setPageHandle(undefined);
  });
  watchChoices(host, follow, life.signal);
  follow(await readChoices(host));
}

interface Running {
  summary(): { term: string; places: number }[];
  jump(term: string, place: number): boolean;
  stop(): void;
}

/** Marks on, until `stop` or the end of `life`. */
function run(life: AbortController, rerooted: () => void): Running {
  const controller = new AbortController();
  const { signal } = controller;
  const entries = new Map<string, Entry>();

  const prepare = async (term: string): Promise<Entry | undefined> => {
    const known = entries.get(term);
    if (known && cardPort()) return known;
    const entry = await ask<'prepare'>({ type: 'prepare', term, withCard: cardPort() === undefined });
    if (entry) entries.set(term, entry);
    return entry;
  };

  const spotter: Spotter = new Spotter({
    index: readLabels(labels),
    isOurs: (node) => cardPort()?.owns(node) ?? false,
    changed: () => {
      hover.check();
      if (isAlive()) tellChanged();
      else life.abort();
    },
    rerooted,
    signal,
  });
  const hover = new Hover({ spotter, prepare, orphaned: () => life.abort(), signal });

  return {
    summary: () => [...spotter.mentions.tally()].map(([term, places]) => ({ term, places })),
    jump(term, place) {
      const mention = spotter.mentions.of(term)[place];
      if (mention) hover.open(mention);
      return mention !== undefined;
    },
    stop: () => controller.abort(),
  };
}
