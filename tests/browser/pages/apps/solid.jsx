import { createSignal, For, Show } from 'solid-js';
import { hydrate as hydrateApp, renderToString } from 'solid-js/web';
import { shownIn } from './rounds.js';

const [round, setRound] = createSignal(0);
const shown = () => shownIn(round());

function App() {
  return (
    <>
      <h1>Round {round()}</h1>
      <p>
        One study of the gut found that{' '}
        <Show when={shown().isStrong} fallback={shown().word}>
          <strong>{shown().word}</strong>
        </Show>{' '}
        was raised in acne.
      </p>
      <Show when={!shown().isShort}>
        <ul>
          <For each={shown().more}>{(one) => <li>{one} and the skin</li>}</For>
        </ul>
      </Show>
    </>
  );
}

export async function render() {
  return `<main id="app">${renderToString(() => <App />)}</main>`;
}

export async function hydrate() {
  // What the server would have written into the page's head.
  globalThis._$HY ??= { events: [], completed: new WeakSet(), r: {}, fe: () => undefined };
  hydrateApp(() => <App />, document.querySelector('#app'));
}

export function next() {
  setRound((before) => before + 1);
}
