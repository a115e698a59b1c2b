/**
 * The one element that is ever added to a page, and only while a card is open: a plain `div` in the top layer with a
 * closed shadow root. Not a custom element, because a page that defined the tag first would get at the root.
 */

import { HOST_MARKER, sweepHosts } from './left-behind.ts';

export interface CardHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  remove(): void;
}

/**
 * @param near the element the words are in: inside an open modal dialog or a fullscreen element the card has to be
 * inside, too, or it could be seen but not used.
 */
export function openCardHost(near: Element, sheet: CSSStyleSheet): CardHost {
  // The ring that the keyboard stands on stays.
  sweepHosts(':not([data-underskin="ring"])');
  const element = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  element.setAttribute(HOST_MARKER, '');
  element.setAttribute('popover', 'manual');
  // The browser tests look inside; every other build keeps the page out.
  const root = element.attachShadow({ mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed' });
  root.adoptedStyleSheets = [sheet];
  topmost(near).append(element);
  element.showPopover();
  return { element, root, remove: () => element.remove() };
}

function topmost(near: Element): Element {
  const dialog = Element.prototype.closest.call(near, 'dialog:modal');
  if (dialog) return dialog;
  const { fullscreenElement } = document;
  if (fullscreenElement?.contains(near) && fullscreenElement !== document.documentElement) return fullscreenElement;
  return document.documentElement;
}
