import { flushSync, hydrate as hydrateApp } from 'svelte';
import App from './app.svelte';

let step;

export async function render() {
  const { render: renderApp } = await import('svelte/server');
  const { body } = await renderApp(App);
  return `<main id="app">${body}</main>`;
}

export async function hydrate() {
  const take = (go) => {
    step = go;
  };
  hydrateApp(App, { target: document.querySelector('#app'), props: { take }, recover: false });
  flushSync();
}

export function next() {
  flushSync(() => step());
}
