/** Follows which elements are in the window or within one screen of it. */

export class NearViewport {
  readonly #near = new Set<Element>();
  readonly #observer: IntersectionObserver;

  /** @param changed called when elements came near or went, after `near` has changed. */
  constructor(changed: () => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.#near.add(target);
          else this.#near.delete(target);
        }
        changed();
      },
      { root: document, rootMargin: '100% 0px' },
    );
  }

  get near(): ReadonlySet<Element> {
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
