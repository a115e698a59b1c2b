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
