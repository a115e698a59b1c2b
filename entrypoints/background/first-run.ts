import { browser } from 'wxt/browser';

/** Greets once, after the first install. Builds for tests and for developing don't: its tab would lie on top of theirs. */
export function greetOnInstall(): void {
  if (import.meta.env.MODE !== 'production') return;
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}
