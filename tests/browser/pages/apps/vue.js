import { createSSRApp, Fragment, h, nextTick, ref } from 'vue';
import { shownIn } from './rounds.js';

const round = ref(0);

const App = {
  render() {
    const { word, more, isStrong, isShort } = shownIn(round.value);
    return h(Fragment, [
      h('h1', ['Round ', String(round.value)]),
      h('p', ['One study of the gut found that ', isStrong ? h('strong', word) : word, ' was raised in acne.']),
      isShort
        ? null
        : h(
            'ul',
            more.map((one) => h('li', { key: one }, [one, ' and the skin'])),
          ),
    ]);
  },
};

export async function render() {
  const { renderToString } = await import('vue/server-renderer');
  return `<main id="app">${await renderToString(createSSRApp(App))}</main>`;
}

export async function hydrate(report) {
  const app = createSSRApp(App);
  app.config.errorHandler = (error) => report(`error: ${error}`);
  app.config.warnHandler = (warning) => report(`warning: ${warning}`);
  app.mount('#app');
  await nextTick();
}

export async function next() {
  round.value++;
  await nextTick();
}
