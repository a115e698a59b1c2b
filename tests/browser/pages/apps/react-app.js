import { shownIn } from './rounds.js';

/** The same application for each version of React, whose functions are handed in. */
export function reactApp({ createElement: h, useEffect, useState }, { flushSync }) {
  let setRound;

  /** The whole document, so that whatever stands in it without having been rendered is noticed. */
  function Page({ ready }) {
    const [round, set] = useState(0);
    setRound = set;
    useEffect(() => ready?.(), [ready]);
    const { word, more, isStrong, isShort } = shownIn(round);
    return h(
      'html',
      { lang: 'en' },
      h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, 'React')),
      h(
        'body',
        null,
        h('h1', null, 'Round ', round),
        h(
          'p',
          null,
          'One study of the gut found that ',
          isStrong ? h('strong', null, word) : word,
          ' was raised in acne.',
        ),
        !isShort &&
          h(
            'ul',
            null,
            more.map((one) => h('li', { key: one }, one, ' and the skin')),
          ),
      ),
    );
  }

  return {
    render: ({ renderToString }) => `<!doctype html>${renderToString(h(Page))}`,
    hydrate: ({ hydrateRoot }, report) =>
      new Promise((ready) => {
        hydrateRoot(document, h(Page, { ready }), {
          onRecoverableError: (error) => report(`recovered: ${error}`),
          onUncaughtError: (error) => report(`uncaught: ${error}`),
        });
      }),
    next: () => flushSync(() => setRound((round) => round + 1)),
  };
}
