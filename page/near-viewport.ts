/** Follows which elements are in the window or within one screen of it. */

export class NearViewport {
  readonly #near = new Map<Element, number>();
  readonly #observer: IntersectionObserver;

  /** @param changed called when elements came near or went, after `near` has changed. */
  constructor(changed: () => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          if (isIntersecting) this.#near.set(target, boundingClientRect.top + scrollY);
          else this.#near.delete(target);
        }
        changed();
      },
      { root: document, rootMargin: '100% 0px' },
    );
  }

  /** Elements with their top in px from the page's top, as it was when they came near. */
  get near(): ReadonlyMap<Element, number> {
    return this.#near;
  }

  watch(element: Element): void {
    this.#observer.observe(element);
  }

  forget(element: Element): void {
    this.#observer.unobserve(element);
    this.#near.delete(element);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#near.clear();
  }
}
