/** Up, Down, Home and End among rows, from and to a field above them. */

/** What can have the focus in a list: a term, and what folds a list away. */
const STOPS = '.term, summary';

/**
 * Moves the focus when `event` is one of those keys.
 * @param lists what holds the rows. @param above has the focus before the first row.
 */
export function moveInLists(event: KeyboardEvent, lists: HTMLElement, above: HTMLElement): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = event.target as HTMLElement;
  // Its own keys change what is chosen, or move within the text.
  if (target instanceof HTMLSelectElement || (target === above && event.key !== 'ArrowDown')) return;
  const stops = [...lists.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.checkVisibility());
  const row = target.closest('.row')?.querySelector<HTMLElement>(STOPS) ?? target;
  const at = stops.indexOf(row);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined || (at < 0 && target !== above)) return;
  event.preventDefault();
  const next = to < 0 ? above : stops[Math.min(to, stops.length - 1)];
  next?.focus();
}
