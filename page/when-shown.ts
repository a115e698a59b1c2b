/** Which documents are read at all, and when to start. */

/** A frame smaller than this holds an advertisement or a counter, not something to read. CSS px. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 120;

/** @returns whether this is an HTML page with a body: not SVG, XML, a frameset, a picture. */
export function isReadable(): boolean {
  return document.body instanceof HTMLBodyElement;
}

/** Settles when somebody can see the page: not prerendered, not in a hidden tab, not in a tiny frame. */
export async function whenShown(): Promise<void> {
  // A page that is being prerendered counts as hidden, too.
  while (document.hidden) await next('visibilitychange', document);
  while (window !== top && (innerWidth < LEAST_WIDTH || innerHeight < LEAST_HEIGHT)) await next('resize', window);
}

/** @returns a promise of the next such event. */
export function next(event: string, target: EventTarget): Promise<Event> {
  return new Promise((resolve) => target.addEventListener(event, resolve, { once: true }));
}
