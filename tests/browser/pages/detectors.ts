/** What a page can notice by looking and listening alone. Runs in the page's own world before anything else of it. */
export interface Noticed {
  [detector: string]: readonly (string | number | boolean)[];
}

/**
 * The source of a script for the head of a page, which puts a function `noticed()` on `window`.
 * @param bases addresses that packaged files of ours would have, to be asked for.
 */
export function detectors(bases: readonly string[]): string {
  return `(${watch.toString()})(${JSON.stringify(bases)})`;
}

function watch(bases: readonly string[]): void {
  const events: string[] = [];
  const records: string[] = [];
  const entries: string[] = [];
  const answers: string[] = [];
  const before = new Set(Object.getOwnPropertyNames(window));
  for (const type of [
    'message',
    'error',
    'unhandledrejection',
    'securitypolicyviolation',
    'selectionchange',
    'focusin',
    'focusout',
    'toggle',
    'animationstart',
    'transitionrun',
    'slotchange',
    'storage',
    'copy',
  ]) {
    for (const target of [window, document]) target.addEventListener(type, () => events.push(type), true);
  }
  for (const id of bases.map((base) => new URL(base).host)) {
    for (const script of ['page', 'hover', 'card', 'content'])
      document.addEventListener(`${id}:${script}:wxt:content-script-started`, () => events.push(`start of ${script}`));
  }
  new MutationObserver((seen) => {
    // The parser's own additions come before the page has loaded.
    for (const { type, target } of seen)
      if (document.readyState === 'complete') records.push(`${type} in ${target.nodeName}`);
  }).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { entryType, name } of list.getEntries())
      if (/extension:/.test(name)) entries.push(`${entryType} ${name}`);
  }).observe({ entryTypes: ['resource', 'mark', 'measure'] });
  for (const base of bases) {
    for (const file of ['page.js', 'hover.js', 'card.js', 'marks.css', 'popup.html', 'manifest.json', 'icons/48.png']) {
      fetch(base + file).then(
        () => answers.push(`fetched ${file}`),
        () => undefined,
      );
      const image = new Image();
      image.onload = () => answers.push(`loaded ${file}`);
      image.src = base + file;
    }
  }
  const look = (): Noticed => ({
    events: events.filter((type) => type !== 'securitypolicyviolation'),
    records,
    entries,
    answers,
    globals: Object.getOwnPropertyNames(window).filter(
      (name) => !before.has(name) && !/puppeteer|^noticed$|^\d+$/i.test(name),
    ),
    'attributes of root and body': [document.documentElement, document.body].flatMap((element) =>
      element.getAttributeNames(),
    ),
    'children of root': Array.from(document.documentElement.children, ({ tagName }) => tagName),
    'data attributes': [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('data-')),
    ),
    'style sheets': [document.styleSheets.length, document.adoptedStyleSheets.length],
    highlights: [CSS.highlights.size],
    'scripts and frames': [document.scripts.length, window.length],
    'natives patched': [
      Element.prototype.attachShadow,
      EventTarget.prototype.addEventListener,
      history.pushState,
      window.fetch,
    ].map((native) => /\[native code\]/.test(String(native))),
    'performance marks': performance
      .getEntries()
      .filter(({ entryType }) => entryType === 'mark' || entryType === 'measure')
      .map(({ name }) => name),
    size: [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
      getComputedStyle(document.body).cssText.length,
    ],
  });
  Object.defineProperty(window, 'noticed', { value: look });
}
