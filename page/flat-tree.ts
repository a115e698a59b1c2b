/** The tree as it is painted: through slots and out of shadow roots. */
import { parentOrHost } from './read-blocks.ts';

/** @returns the element that `element` is painted in; `null` at the root. In a closed shadow tree slots can't be seen. */
export function flatParent(element: Element): Element | null {
  for (let at = element.assignedSlot ?? parentOrHost(element); at; at = parentOrHost(at)) {
    if (at instanceof Element) return at;
  }
  return null;
}
