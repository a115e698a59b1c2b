/** Follows which elements are in the window or within one screen of it. */

/**
 * So many screens from the window an element is only remembered: in every frame the browser asks each observed one where
 * it is, which on a long page is dearer than the frame itself.
 */
const FAR = 4;

export class NearViewport {
  /** Elements with their top in px from the page's top, as it was when they came near. */
  readonly near = new Map<Element, number>();
  /** Of the page in CSS px, give or take a window. */
  height = 0;
  /** All elements, with their top in px from the page's top as it was last known. */
  readonly #tops = new Map<Element, number>();
  readonly #observer: IntersectionObserver;
  #following = 0;
  /** Whether tops may have changed, so that all have to be asked for again. */
  #moved = false;

  /** @param changed called when elements came near or went, after `near` has changed. */
  constructor(changed: () => void, signal: AbortSignal) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          const top = boundingClientRect.top + scrollY;
          this.#tops.set(target, top);
          if (isIntersecting) this.near.set(target, top);
          else this.near.delete(target);
          if (!isNear(top)) this.#observer.unobserve(target);
        }
        changed();
      },
      { root: document, rootMargin: '100% 0px' },
    );
    const follow = (moved: boolean) => {
      this.#moved ||= moved;
      this.#following ||= requestAnimationFrame(() => this.#follow());
    };
    // What scrolls inside the page moves elements in it, and so does what makes it much longer or shorter.
    addEventListener('scroll', ({ target }) => follow(target !== document), { capture: true, passive: true, signal });
    const resized = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.height ?? 0;
      if (Math.abs(now - this.height) < innerHeight) return;
      this.height = now;
      follow(true);
    });
    resized.observe(document.documentElement);
    signal.addEventListener('abort', () => {
      resized.disconnect();
      this.#observer.disconnect();
      // A frame that was asked for before finds nothing to follow.
      this.#tops.clear();
    });
  }

  watch(element: Element): void {
    this.#observer.observe(element);
  }

  forget(element: Element): void {
    this.#observer.unobserve(element);
    this.near.delete(element);
    this.#tops.delete(element);
  }

  #follow(): void {
    this.#following = 0;
    for (const [element, top] of this.#tops) if (this.#moved || isNear(top)) this.#observer.observe(element);
    this.#moved = false;
  }
}

function isNear(top: number): boolean {
  return Math.abs(top - scrollY) < FAR * innerHeight;
}
