/**
 * The script that every page loads. Small: it reads and marks. What follows the pointer comes where there is a mark, the
 * card and its text when somebody wants them.
 */
import labels from 'virtual:underskin/labels';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readLabels } from '../matching/label-index.ts';
import { cardPort } from '../page/card-port.ts';
import { type Hovering, type HoveringOptions, hoverStarter } from '../page/hover-port.ts';
import { isAlive, sweepHosts } from '../page/left-behind.ts';
import type { Answers, PageMessage } from '../page/messages.ts';
import { pageHandle, setPageHandle } from '../page/page-handle.ts';
import { Spotter } from '../page/spotter.ts';
import { REREAD_MS } from '../page/timing.ts';
import { isReadable, whenShown } from '../page/when-shown.ts';
import { type Choices, isOn, readChoices, watchChoices } from '../settings/choices.ts';

export default defineUnlistedScript(() => {
  // Added again to a tab that has it: the one that runs goes on.
  if (!pageHandle() && isReadable()) void whenShown().then(watchPage);
});

function ask<T extends PageMessage['type']>(message: Extract<PageMessage, { type: T }>): Promise<Answers[T]> {
  return browser.runtime.sendMessage(message);
}

async function watchPage(): Promise<void> {
  if (pageHandle()) return;
  // Left by an earlier version of us that can no longer take it away.
  sweepHosts();
  const host = (window === top ? location.hostname : await ask<'site'>({ type: 'site' })) ?? '';
  const life = new AbortController();
  let running: Running | undefined;
  let pause = 0;
  let choices: Choices;
  /** What was chosen for this document only. */
  let here: boolean | undefined;

  const set = (on: boolean) => {
    if (on === (running !== undefined)) return;
    running?.stop();
    running = on ? run(life, choices, restart) : undefined;
  };
  const restart = () => {
    if (!running) return;
    set(false);
    // A document that is just being written has no body yet.
    setTimeout(() => isReadable() && set(true), REREAD_MS);
  };
  const follow = (changed: Choices) => {
    const now = Date.now();
    // Only what is hidden can change while the page stays read.
    if (changed.density !== choices?.density || changed.style !== choices.style) set(false);
    // Whoever decides about the site decides about this document, too.
    if (changed.siteOn !== choices?.siteOn) here = undefined;
    choices = changed;
    running?.spotter.hide(choices.hidden);
    set(isOn({ ...choices, siteOn: here ?? choices.siteOn }, now));
    clearTimeout(pause);
    const { pausedUntil = 0 } = choices;
    // Timers can't count further than 24 days; set so far off by a wrong clock, they would be due at once, for ever.
    const wait = Math.min(pausedUntil - now + 50, 1e9);
    if (pausedUntil > now) pause = setTimeout(() => follow(choices), wait) as unknown as number;
  };
  setPageHandle({
    spotter: () => running?.spotter,
    hovering: () => running?.hovering(),
    switch(on) {
      here = on;
      set(on);
    },
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
  spotter: Spotter;
  hovering(): Hovering | undefined;
  stop(): void;
}

/** Marks on, until `stop` or the end of `life`. */
function run(life: AbortController, choices: Choices, rerooted: () => void): Running {
  const controller = new AbortController();
  const { signal } = controller;
  const spotter = new Spotter({
    index: readLabels(labels),
    choices,
    isOurs: (node) => cardPort()?.owns(node) ?? false,
    changed: () => {
      if (!isAlive()) {
        life.abort();
        return;
      }
      following ??= startHover({ spotter, orphaned: () => life.abort(), signal });
      void following.then((found) => {
        hovering = found;
        hovering?.changed();
      });
    },
    rerooted,
    signal,
  });
  let following: Promise<Hovering | undefined> | undefined;
  let hovering: Hovering | undefined;
  return { spotter, hovering: () => hovering, stop: () => controller.abort() };
}

/** Brings in the script that follows the pointer. @returns nothing when the background is not there to do it. */
async function startHover(options: HoveringOptions): Promise<Hovering | undefined> {
  try {
    if (!hoverStarter()) await ask<'hover'>({ type: 'hover' });
  } catch (error) {
    console.debug(error);
  }
  return options.signal.aborted ? undefined : hoverStarter()?.(options);
}
