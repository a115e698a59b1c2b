/** The tree as it is painted: through slots and out of shadow roots. */
import { parentOrHost } from './read-blocks.ts';

/** @returns the element that `element` is painted in; `null` at the root. In a closed shadow tree slots can't be seen. */
export function flatParent(element: Element): Element | null {
  // Asked past the element: in Chromium a form's fields hide its own properties.
  const slot = Reflect.get(Element.prototype, 'assignedSlot', element) as HTMLSlotElement | null;
  for (let at: Node | null = slot ?? parentOrHost(element); at; at = parentOrHost(at)) {
    if (at instanceof Element) return at;
  }
  return null;
}

/** @returns where something of ours has to be put for `near`: the topmost modal dialog or fullscreen element it is in, or the root. */
export function homeOf(near: Element): Element {
  for (let at: Element | null = near; at; at = flatParent(at)) {
    if (at !== document.documentElement && Element.prototype.matches.call(at, 'dialog:modal, :fullscreen')) return at;
  }
  return document.documentElement;
}
