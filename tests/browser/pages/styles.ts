/** Style sheets that a page may have, and that a card and a pointer have to live with. */
import type { Page } from 'puppeteer-core';
import { type Fixture, PARAGRAPH, SENTENCE, styled } from './fixture.ts';

const shown = (name: string, css: string, body?: string): Fixture => ({
  name,
  page: styled(css, body),
  expect: 'card',
});
const hidden = (name: string, css: string, body?: string): Fixture => ({
  name,
  page: styled(css, body),
  expect: 'none',
});
const FAR = '<div style="height:3000px"></div>';
const scrollToWord = (page: Page) =>
  page.evaluate(() => document.querySelector('#word')?.scrollIntoView({ block: 'center', behavior: 'instant' }));

export const STYLES: Fixture[] = [
  shown('all of everything unset', '*{all:unset!important} head,script,style,title{display:none!important}'),
  shown('every div hidden', 'div{display:none!important;opacity:0!important;visibility:hidden!important}'),
  shown('every popover hidden', '[popover]{display:none!important} ::backdrop{background:red}'),
  shown(
    'every popover tiny and far away',
    ':popover-open{width:1px!important;height:1px!important;inset:auto -9999px -9999px auto!important;transform:scale(0)!important;clip-path:circle(0)!important}',
  ),
  shown('every change takes five seconds', '*{transition:all 5s!important;animation:none!important}'),
  shown('zoomed to a half', 'html{zoom:.5}'),
  shown('zoomed twice', 'html{zoom:2}'),
  shown('zoomed four times', 'html{zoom:4} body{margin:4px}', '<p>The <span id="word">zonulin</span> in it.</p>'),
  shown('turned and scaled', 'body{transform:rotate(8deg) scale(.8)}'),
  shown('the root turned', 'html{transform:scale(.9) translate(20px,30px)}'),
  shown('the root filtered', 'html{filter:invert(1) hue-rotate(180deg)}'),
  shown('perspective', 'html{perspective:400px} body{transform:rotateY(10deg)}'),
  shown('contained strictly', 'body{contain:strict;width:800px;height:600px}'),
  shown('a container query', 'body{container-type:size;height:600px} @container (width > 10px){p{font-size:30px}}'),
  shown('content-visibility auto', 'p{content-visibility:auto}'),
  shown('no box of its own around the word', '#word{display:contents}'),
  // Browsers tell neither whether such an element is in the window nor whether it can be seen.
  hidden('no box of its own around the paragraph', 'p{display:contents}'),
  shown(
    'clipped to two lines',
    'p{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}',
  ),
  shown('columns', 'body{columns:3}'),
  shown('vertical lines', 'body{writing-mode:vertical-rl;height:500px}'),
  shown('sideways lines', 'body{writing-mode:vertical-lr;text-orientation:upright;height:600px}'),
  shown('capitals by style', 'p{text-transform:uppercase;letter-spacing:.3em;word-spacing:1em}'),
  shown('a first letter of its own', '#word{display:inline-block} #word::first-letter{font-size:3em;float:left}'),
  shown('no selecting', '*{user-select:none!important;-webkit-user-select:none!important}'),
  shown('huge letters at the root', 'html{font-size:400px} body{font:16px serif}'),
  shown(
    'names of tokens',
    ':root{--paper:red;--ink:red;--accent:red;--border:red} *{--paper:red!important;--ink:red!important}',
  ),
  shown(
    'a highlight rule of the page for every name',
    '::highlight(term-mark-dotted){color:transparent;background:transparent} ::selection{color:red}',
  ),
  shown('scroll snapping', 'html{scroll-snap-type:y mandatory} p{scroll-snap-align:start;height:90vh}'),
  { ...shown('a word far down', 'html{scroll-behavior:smooth}', `${FAR}${PARAGRAPH}${FAR}`), act: scrollToWord },
  {
    ...shown(
      'a window that scrolls inside',
      'html,body{height:100%;margin:0;overflow:hidden} main{height:100%;overflow:auto}',
      `<main>${FAR}${PARAGRAPH}${FAR}</main>`,
    ),
    act: scrollToWord,
  },
  shown('a fixed root', 'html{position:fixed;inset:0;overflow:clip}'),
  shown('the topmost layer by number', 'p{position:fixed;z-index:2147483647;inset:100px}'),
  shown('blended', 'body{background:#08c} p{mix-blend-mode:difference;color:#fff}'),
  shown('of the ground’s own colour', 'p{color:#fff;background:#fff}'),
  shown('for print', '@media print{p{display:none}} @page{margin:0}'),
  shown('a right-to-left root', 'html{direction:rtl}', `<p dir="ltr">${SENTENCE}</p>`),
  hidden('not displayed', 'p{display:none}'),
  hidden('invisible', 'p{visibility:hidden}'),
  hidden('letters of no size', 'p{font-size:0}'),
  hidden('off the screen', 'p{position:absolute;left:-9999px}'),
  hidden(
    'clipped away',
    'p{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}',
  ),
  hidden('covered', 'div{position:fixed;inset:0;background:#fff}', `${PARAGRAPH}<div></div>`),
  hidden('inert', 'p{color:gray}', `<div inert>${PARAGRAPH}</div>`),
];
