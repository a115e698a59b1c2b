/** Dialogs, popovers and whole screens of the page, which are all above it. */
import { type Fixture, PARAGRAPH, pageOf } from './fixture.ts';

const DIALOG = `<dialog>${PARAGRAPH}<button>Close</button></dialog>`;

export const TOP_LAYER: Fixture[] = [
  {
    name: 'a word in a modal dialog',
    page: pageOf(`<p>A page.</p>${DIALOG}<script>document.querySelector('dialog').showModal()</script>`),
    expect: 'card',
    holds: `document.querySelector('dialog').open`,
  },
  {
    name: 'a word in a dialog upon a dialog',
    page: pageOf(
      `<dialog id="lower"><p>Lower</p></dialog>${DIALOG}<script>for (const dialog of document.querySelectorAll('dialog')) dialog.showModal()</script>`,
    ),
    expect: 'card',
    holds: `[...document.querySelectorAll('dialog')].every(({ open }) => open)`,
  },
  {
    name: 'a word behind a modal dialog',
    page: pageOf(
      `${PARAGRAPH}<dialog style="margin-top:400px"><p>A question.</p></dialog><script>document.querySelector('dialog').showModal()</script>`,
    ),
    expect: 'none',
    holds: `document.querySelector('dialog').open`,
  },
  {
    name: 'a word in a dialog that is not modal',
    page: pageOf(`${DIALOG}<script>document.querySelector('dialog').show()</script>`),
    expect: 'card',
    holds: `document.querySelector('dialog').open`,
  },
  {
    name: 'a popover of the page that stays open',
    page: pageOf(
      `<div popover id="menu" style="inset:300px auto auto 500px">A menu</div>${PARAGRAPH}<script>document.querySelector('#menu').showPopover()</script>`,
    ),
    expect: 'card',
    holds: `document.querySelector('#menu').matches(':popover-open')`,
  },
  {
    name: 'a word in a popover of the page',
    page: pageOf(
      `<div popover id="menu" style="width:500px">${PARAGRAPH}</div><script>document.querySelector('#menu').showPopover()</script>`,
    ),
    expect: 'card',
    holds: `document.querySelector('#menu').matches(':popover-open')`,
  },
  {
    name: 'a word in an element that fills the screen',
    page: pageOf(`<main style="background:#fff">${PARAGRAPH}<button>Fill the screen</button></main>
      <script>document.querySelector('button').onclick = () => document.querySelector('main').requestFullscreen()</script>`),
    expect: 'card',
    act: async (page) => {
      await page.click('button');
      await page.waitForFunction(() => document.fullscreenElement !== null);
    },
    holds: `document.fullscreenElement !== null`,
  },
  {
    name: 'a field that has the focus keeps it',
    page: pageOf(`<input id="field">${PARAGRAPH}<script>document.querySelector('#field').focus()</script>`),
    expect: 'card',
    holds: `document.activeElement.id === 'field'`,
  },
  {
    name: 'a selection stays',
    page: pageOf(
      `${PARAGRAPH}<p id="other">Some other words.</p><script>getSelection().selectAllChildren(document.querySelector('#other'))</script>`,
    ),
    expect: 'card',
    holds: `String(getSelection()).startsWith('Some other words')`,
  },
];
