/** Where a page may put a word, and what may stand around it. `geometry.test.ts` points at each. */
import type { Page } from 'puppeteer-core';

export interface Situation {
  name: string;
  /** Body of the page, or the whole of it when it begins with a doctype. */
  html: string;
  word: string;
  /** Which place of the word, and which of the lines it stands on; both from 0. */
  nth?: number;
  line?: number;
  /** CSS px; 1000 by 760 when left out. */
  viewport?: [width: number, height: number];
  setup?: (page: Page) => Promise<unknown>;
  /** Lines are columns. */
  vertical?: boolean;
  /** The card is a sheet at the window's edge. */
  sheet?: boolean;
  /** The word is in the page's frame. */
  frame?: boolean;
  /** Can be brought about in one browser only. */
  only?: 'chromium';
}

const TEXT =
  'People with rosacea had raised zonulin. Bacteria make butyrate, and the weather was fine all along the coast.';
const filler = (lines: number) => `<p>The weather was fine. Nobody knew why.</p>`.repeat(lines);
const at = (style: string, text = TEXT) => `<p style="position:fixed;margin:0;${style}">${text}</p>`;
const root = (style: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><style>html{${style}}body{font:18px/1.6 serif;background:#fff;color:#111}</style><body>${body}`;
const click = (selector: string) => (page: Page) => page.click(selector);
const show = (selector: string) => (page: Page) =>
  page.evaluate((wanted) => {
    for (const dialog of document.querySelectorAll<HTMLDialogElement>(wanted)) dialog.showModal();
  }, selector);

const PLACES: Situation[] = [
  { name: 'a paragraph at the top', html: `<p>${TEXT}</p>`, word: 'zonulin' },
  { name: 'the last line of the window', html: at('bottom:0;left:0'), word: 'zonulin' },
  { name: 'the first line of the window', html: at('top:0;left:0'), word: 'rosacea' },
  { name: 'the middle of a low window', html: at('top:210px;left:20px'), word: 'zonulin', viewport: [1000, 440] },
  { name: 'the right edge', html: at('top:300px;right:0', 'raised zonulin'), word: 'zonulin' },
  { name: 'the lower right corner', html: at('bottom:0;right:0', 'raised zonulin'), word: 'zonulin' },
  { name: 'the left edge', html: at('top:300px;left:0', 'zonulin raised'), word: 'zonulin' },
  {
    name: 'the second line of words that wrap',
    html: '<div style="width:130px;margin-left:600px">Some short-chain fatty acids there.</div>',
    word: 'short-chain fatty acids',
    line: 1,
  },
  {
    name: 'the first line of words that wrap at the foot',
    html: '<div style="position:fixed;bottom:0;width:130px;left:600px">Some short-chain fatty acids there.</div>',
    word: 'short-chain fatty acids',
  },
  { name: 'huge line heights', html: `<p style="line-height:9">${TEXT}</p>`, word: 'butyrate' },
  { name: 'lines that overlap', html: `<p style="line-height:.9;width:300px">${TEXT}</p>`, word: 'butyrate' },
  { name: 'huge letters', html: `<p style="font-size:150px;line-height:1;margin:0">zonulin</p>`, word: 'zonulin' },
  {
    name: 'a word wider than the window',
    html: at('top:150px;left:-40px;font-size:300px;line-height:1', 'butyrate'),
    word: 'butyrate',
    viewport: [1000, 800],
  },
  { name: 'tiny letters', html: `<p style="font-size:7px">${TEXT}</p>`, word: 'zonulin' },
  {
    name: 'columns',
    html: `<div style="columns:3">${filler(8)}<p>On zonulin.</p></div>`,
    word: 'zonulin',
  },
  { name: 'a table cell', html: `<table><tr><td>${'wide '.repeat(30)}<td>On zonulin<td>more</table>`, word: 'zonulin' },
  {
    name: 'a flex row in reverse',
    html: `<div style="display:flex;flex-direction:row-reverse"><p>On zonulin</p><p>and</p></div>`,
    word: 'zonulin',
  },
  {
    name: 'a page scrolled far',
    html: `${filler(200)}<p id="x">On zonulin.</p>${filler(50)}`,
    word: 'zonulin',
    setup: inView('#x'),
  },
  {
    name: 'a scrolled container',
    html: `<div style="height:300px;overflow:auto">${filler(30)}<p id="x">On zonulin.</p>${filler(30)}</div>`,
    word: 'zonulin',
    setup: inView('#x'),
  },
  {
    name: 'a page scrolled sideways',
    html: `<div style="width:3000px"><p style="margin-left:1800px" id="x"><span>On zonulin.</span></p></div>`,
    word: 'zonulin',
    setup: (page) => page.evaluate(() => scrollTo(1500, 0)),
  },
  {
    name: 'under a sticky header',
    html: `<div style="position:sticky;top:0;height:90px;background:#ddd;z-index:2147483647">Header</div>${filler(20)}<p id="x">On zonulin.</p>${filler(40)}`,
    word: 'zonulin',
    setup: inView('#x'),
  },
  {
    name: 'an open shadow root',
    html: `<div><template shadowrootmode="open"><p>On zonulin.</p></template></div>`,
    word: 'zonulin',
  },
  {
    name: 'a page in quirks mode',
    html: `<!doctype html public "-//w3c//dtd html 3.2//en"><body><p>${TEXT}`,
    word: 'zonulin',
  },
];

const SCALED: Situation[] = [
  { name: 'html{zoom:2}', html: root('zoom:2', `<p>${TEXT}</p>`), word: 'zonulin' },
  { name: 'html{zoom:2} at the foot', html: root('zoom:2', at('bottom:0;right:0', 'raised zonulin')), word: 'zonulin' },
  { name: 'html{zoom:.5}', html: root('zoom:.5', `<p>${TEXT}</p>`), word: 'zonulin' },
  { name: 'html{zoom:4}', html: root('zoom:4', '<p>raised zonulin</p>'), word: 'zonulin' },
  { name: 'body{zoom:2}', html: `<style>body{zoom:2}</style><p>${TEXT}</p>`, word: 'zonulin' },
  {
    name: 'a zoomed block in a zoomed page',
    html: root('zoom:1.5', `<div style="zoom:1.5">${TEXT}</div>`),
    word: 'zonulin',
  },
  {
    name: 'a scaled ancestor',
    html: `<div style="transform:scale(1.7);transform-origin:0 0;width:500px">${TEXT}</div>`,
    word: 'zonulin',
  },
  {
    name: 'a turned ancestor',
    html: `<div style="transform:rotate(12deg);margin-top:150px">${TEXT}</div>`,
    word: 'zonulin',
  },
  {
    name: 'a transformed root',
    html: root('transform:scale(.8);transform-origin:0 0', `<p>${TEXT}</p>`),
    word: 'zonulin',
  },
  {
    name: 'a filtered root',
    html: root('filter:sepia(.3);will-change:transform;perspective:400px', `<p>${TEXT}</p>`),
    word: 'zonulin',
  },
  {
    name: 'a contained root',
    html: root('contain:layout paint;container-type:inline-size', `<p>${TEXT}</p>`),
    word: 'zonulin',
  },
  {
    name: 'a root with margins, moved',
    html: root('margin:120px;position:relative;left:60px;top:30px;overflow:clip', `<p>${TEXT}</p>`),
    word: 'zonulin',
  },
  { name: 'huge letters at the root', html: root('font-size:80px', `<p>${TEXT}</p>`), word: 'zonulin' },
  {
    name: 'zoomed in with two fingers',
    html: `<p>${TEXT}</p>${filler(40)}`,
    word: 'zonulin',
    sheet: true,
    only: 'chromium',
    setup: async (page) =>
      (await page.createCDPSession()).send('Emulation.setPageScaleFactor', { pageScaleFactor: 2.2 }),
  },
];

const DIRECTIONS: Situation[] = [
  {
    name: 'a page from right to left',
    html: `<!doctype html><html dir="rtl"><body style="font:18px serif"><p>قالوا zonulin في النص و butyrate</p>`,
    word: 'zonulin',
  },
  { name: 'a paragraph from right to left', html: `<p dir="rtl">נאמר zonulin כאן</p>`, word: 'zonulin' },
  {
    name: 'the left edge of a page from right to left',
    html: `<!doctype html><html dir="rtl"><body>${at('left:0;top:200px', 'raised zonulin')}`,
    word: 'zonulin',
  },
  {
    name: 'vertical-rl',
    html: `<div style="writing-mode:vertical-rl;height:500px">${filler(8)}<p>${TEXT}</p></div>`,
    word: 'zonulin',
    vertical: true,
  },
  {
    name: 'vertical-lr',
    html: `<div style="writing-mode:vertical-lr;height:500px">${TEXT}</div>`,
    word: 'zonulin',
    vertical: true,
  },
  {
    name: 'vertical-rl at the left edge',
    html: at('left:0;top:0;height:700px;writing-mode:vertical-rl'),
    word: 'zonulin',
    vertical: true,
  },
  {
    name: 'vertical-lr at the right edge, at the foot',
    html: at('right:0;bottom:0;height:400px;writing-mode:vertical-lr'),
    word: 'zonulin',
    vertical: true,
  },
  {
    name: 'a vertical page',
    html: root('writing-mode:vertical-rl', `<p>${TEXT}</p>`),
    word: 'zonulin',
    vertical: true,
  },
  {
    name: 'a vertical page in a narrow window',
    html: root('writing-mode:vertical-rl', `<p>${TEXT}</p>`),
    word: 'zonulin',
    viewport: [360, 700],
    sheet: true,
  },
  {
    name: 'a vertical page, zoomed',
    html: root('writing-mode:vertical-rl;zoom:1.5', `<p>${TEXT}</p>`),
    word: 'zonulin',
    vertical: true,
  },
];

const SMALL: Situation[] = [
  {
    name: '320 by 256',
    html: `<p style="margin:0">On zonulin.</p>`,
    word: 'zonulin',
    viewport: [320, 256],
    sheet: true,
  },
  {
    name: '320 by 256, in the middle',
    html: at('top:118px;left:0', 'On zonulin.'),
    word: 'zonulin',
    viewport: [320, 256],
    sheet: true,
  },
  { name: '320 by 600', html: `<p>${TEXT}</p>`, word: 'zonulin', viewport: [320, 600], sheet: true },
  { name: '320 by 600, at the foot', html: at('bottom:0;left:0'), word: 'butyrate', viewport: [320, 600], sheet: true },
  {
    name: '320 by 600, in the middle',
    html: at('top:290px;left:0', 'On zonulin.'),
    word: 'zonulin',
    viewport: [320, 600],
    sheet: true,
  },
  {
    name: 'just narrow enough for a sheet',
    html: `<p>${TEXT}</p>`,
    word: 'zonulin',
    viewport: [479, 700],
    sheet: true,
  },
  {
    name: 'just large enough for a card',
    html: `<p style="margin:0">On zonulin.</p>`,
    word: 'zonulin',
    viewport: [480, 400],
  },
  { name: 'a wide, low window', html: at('top:10px;left:10px'), word: 'zonulin', viewport: [1000, 380], sheet: true },
  {
    name: 'letters that leave no room above or below',
    html: at('top:150px;left:0;font-size:360px;line-height:1', 'acne'),
    word: 'acne',
    viewport: [1000, 700],
    sheet: true,
  },
];

const AROUND: Situation[] = [
  {
    name: 'a frame',
    html: `<iframe srcdoc="<p style='font:18px serif'>${TEXT}</p>" width="700" height="560"></iframe>`,
    word: 'zonulin',
    frame: true,
    setup: focusFrame,
  },
  {
    name: 'a small frame, further down',
    html: `${filler(9)}<iframe srcdoc="<p style='font:18px serif'>${TEXT}</p>" width="420" height="240"></iframe>`,
    word: 'zonulin',
    frame: true,
    setup: focusFrame,
    sheet: true,
  },
  {
    name: 'a modal dialog',
    html: `<p>outside</p><dialog><p>${TEXT}</p></dialog>`,
    word: 'zonulin',
    setup: show('dialog'),
  },
  {
    name: 'a modal dialog in a modal dialog',
    html: `<dialog><p>Outer</p><dialog><p>${TEXT}</p></dialog></dialog>`,
    word: 'zonulin',
    setup: show('dialog'),
  },
  {
    name: 'the upper one of two modal dialogs',
    html: `<dialog style="width:700px;height:500px">Lower</dialog><dialog style="transform:translateX(30px)"><p>${TEXT}</p></dialog>`,
    word: 'zonulin',
    setup: show('dialog'),
  },
  {
    name: 'a modal dialog in a zoomed page, zoomed itself',
    html: root('zoom:1.5', `<dialog style="zoom:1.3"><p>${TEXT}</p></dialog>`),
    word: 'zonulin',
    setup: show('dialog'),
  },
  {
    name: 'a clipped and transformed modal dialog',
    html: `<dialog style="overflow:hidden;transform:scale(.9);contain:layout paint;height:120px">${TEXT}</dialog>`,
    word: 'zonulin',
    setup: show('dialog'),
  },
  { name: 'a dialog that is not modal', html: `<dialog open><p>${TEXT}</p></dialog>`, word: 'zonulin' },
  {
    name: 'a fullscreen element',
    html: `<div id="x" style="background:#fff"><button onclick="document.querySelector('#x').requestFullscreen()">Full</button><p>${TEXT}</p></div>`,
    word: 'zonulin',
    setup: click('button'),
  },
  {
    name: 'a fullscreen page',
    html: `<button onclick="document.documentElement.requestFullscreen()">Full</button><p>${TEXT}</p>`,
    word: 'zonulin',
    setup: click('button'),
  },
  {
    name: 'an open menu of the page',
    html: `<button popovertarget="x">Menu</button><p>${TEXT}</p><div id="x" popover style="inset:auto 0 0 auto">A menu</div>`,
    word: 'zonulin',
    setup: click('button'),
  },
  {
    name: 'inside an open menu of the page',
    html: `<button popovertarget="x">Menu</button><div id="x" popover>${TEXT}</div>`,
    word: 'zonulin',
    setup: click('button'),
  },
  {
    name: 'a manual popover of the page over everything',
    html: `<p>outside</p><div id="x" popover="manual" style="width:100%;height:100%">${TEXT}</div>`,
    word: 'zonulin',
    setup: (page) => page.evaluate(() => (document.querySelector('#x') as HTMLElement).showPopover()),
  },
  {
    name: 'layers of the greatest z-index',
    html: `<div style="position:fixed;inset:0;z-index:2147483647;background:#fff">${TEXT}</div>`,
    word: 'zonulin',
  },
  {
    name: 'rules that reset and hide everything',
    html: `<style>*{all:unset!important}div,[popover]{display:none!important;opacity:0!important;zoom:3!important}p{display:block!important}</style><p>${TEXT}</p>`,
    word: 'zonulin',
  },
  {
    name: 'rules that move everything slowly',
    html: `<style>*,*::before,*::backdrop{transition:all 5s!important;animation-duration:9s!important;translate:50px 50px!important}</style><p>${TEXT}</p>`,
    word: 'zonulin',
  },
  {
    name: 'boxes before and after every element',
    html: `<style>*::before,*::after{content:"x";position:fixed;inset:0;z-index:9;background:red;pointer-events:none;opacity:.01}</style><p>${TEXT}</p>`,
    word: 'zonulin',
  },
  { name: 'a slotted word', html: slotted('<div><slot></slot></div>'), word: 'zonulin' },
];

export const SITUATIONS: readonly Situation[] = [...PLACES, ...SCALED, ...DIRECTIONS, ...SMALL, ...AROUND];

/** Keys go to the page that has the focus, and no further. */
function focusFrame(page: Page) {
  return page.evaluate(() => (document.querySelector('iframe') as HTMLElement).focus());
}

function inView(selector: string) {
  return (page: Page) =>
    page.evaluate((wanted) => document.querySelector(wanted)?.scrollIntoView({ block: 'center' }), selector);
}

function slotted(shadow: string): string {
  return `<section><template shadowrootmode="open">${shadow}</template><p>${TEXT}</p></section>`;
}
