/** Trees that no author writes by hand, and places that are not to be read. */
import { type Fixture, PARAGRAPH, pageOf, SENTENCE } from './fixture.ts';

const WORD = '<span id="word">zonulin</span>';
const notRead = (name: string, html: string): Fixture => ({
  name,
  page: pageOf(`<p>Of the gut and the skin in rosacea.</p>${html}`),
  expect: 'none',
});
const read = (name: string, html: string): Fixture => ({ name, page: pageOf(html), expect: 'card' });
/** @param script builds more of the page, after its paragraph. */
const built = (name: string, script: string, body = PARAGRAPH): Fixture => ({
  name,
  page: pageOf(`${body}<script>${script}</script>`),
  expect: 'card',
});

export const TREES: Fixture[] = [
  built(
    'ten thousand elements deep',
    `let top = document.createElement('b'); top.textContent = 'kefir';
     for (let i = 0; i < 10000; i++) { const outer = document.createElement(i % 2 ? 'div' : 'span'); outer.append(top); top = outer; }
     top.hidden = true; document.body.prepend(top);`,
  ),
  built(
    'a hundred thousand siblings',
    `const many = document.createElement('div'); many.style.contentVisibility = 'auto';
     for (let i = 0; i < 100000; i++) many.append(document.createElement('i')); document.body.append(many);`,
  ),
  built(
    'two hundred thousand text nodes of one letter',
    `for (let i = 0; i < 2000; i++) { const p = document.createElement('p'); for (const c of 'plain words of no matter, one by one and all of them for the sake of their letters, more or less so') p.append(c); document.body.append(p); }
     document.querySelector('#word').replaceChildren(...'zonulin');`,
  ),
  built('two megabytes in one text node', `document.body.append('Words of no matter at all. '.repeat(80000));`),
  built(
    'empty text nodes and comments around',
    `const word = document.querySelector('#word'); for (let i = 0; i < 500; i++) word.before('', document.createComment('x'), '');`,
  ),
  read(
    'a word in seven nodes',
    '<p>One study of the skin found that <span id="word">z<b>o</b>n<!-- x --><i>u</i>l<em>i</em>n</span> was raised.</p>',
  ),
  read(
    'the middle of a term in three nodes',
    '<p>One study of the skin found that short-<b id="word">chain</b> fatty acids were raised.</p>',
  ),
  read(
    'the middle of a term of which each letter is a node',
    '<p>One study of the skin found that tight <span id="word"></span>tions were raised.</p><script>document.querySelector("#word").append(..."junc")</script>',
  ),
  read(
    'a soft hyphen, a break opportunity and a zero-width space in the word',
    '<p>One study of the skin found that <span id="word">zo&shy;nu<wbr>li&#8203;n</span> was raised.</p>',
  ),
  read(
    'an accent as a character of its own (NFD)',
    '<p>One study of the skin found that <span id="word">zo\u0301nulin</span> was raised.</p>',
  ),
  read(
    'character references',
    '<p>One study of the skin found that <span id="word">&#122;&#x6f;nulin</span> was raised.</p>',
  ),
  read(
    'ruby',
    '<p>One study of the skin found that <ruby><span id="word">zonulin</span><rt>a protein</rt></ruby> was raised.</p>',
  ),
  read(
    'right to left around it',
    '<p dir="rtl">\u05e9\u05dc\u05d5\u05dd <bdo dir="ltr">One study of the skin found that <span id="word">zonulin</span> was raised.</bdo></p>',
  ),
  read(
    'a right-to-left override before it',
    `<p>One study \u202eof\u202c the skin and \u2067the\u2069 gut: ${SENTENCE}</p>`,
  ),
  read('lone surrogates and controls around', `<p>\ud83d\ude00 &#1; ${SENTENCE} \ufffd \u{e0041}</p>`),
  read('a thousand accents on one letter', `<p>a${'\u0301'.repeat(1000)} and ${SENTENCE}</p>`),
  read('text right in the body', `${SENTENCE}`),
  read('a table without a table', `<tr><td>${SENTENCE}</td></tr>`),
  read('text foster-parented out of a table', `<table><tr>${SENTENCE}<td>x</td></tr></table>`),
  read('elements closed in the wrong order', `<p><b><i>One study</b> of the skin</i>: ${SENTENCE}</b></p>`),
  read('unknown elements', `<x-article><y-part><z>${SENTENCE}</z></y-part></x-article>`),
  read('open details', `<details open><summary>More of it</summary>${PARAGRAPH}</details>`),
  read('a label and a legend', `<fieldset><legend>${SENTENCE}</legend><label>Name <input></label></fieldset>`),
  read('aria-hidden, which is on the screen all the same', `<div aria-hidden="true">${PARAGRAPH}</div>`),
  read(
    'fifty shadow roots, each in the one before',
    `<div id="outer"></div><script>
       let host = document.querySelector('#outer');
       for (let i = 0; i < 50; i++) { const inner = document.createElement('div'); host.attachShadow({ mode: 'open' }).append(inner); host = inner; }
       host.innerHTML = ${JSON.stringify(PARAGRAPH).replaceAll('</', '<\\/')};
     </script>`,
  ),
  read('a shadow root in the HTML', `<div><template shadowrootmode="open">${PARAGRAPH}</template></div>`),
  built(
    'a slot that is filled late',
    `const host = document.querySelector('#host'); host.attachShadow({ mode: 'open' }).innerHTML = '<slot name="a"></slot>';
     setTimeout(() => { document.querySelector('p').slot = 'a'; }, 100);`,
    `<div id="host">${PARAGRAPH}</div>`,
  ),
  built(
    'a paragraph adopted from a frame',
    `const frame = document.createElement('iframe'); document.body.append(frame);
     frame.contentDocument.body.innerHTML = ${JSON.stringify(PARAGRAPH).replaceAll('</', '<\\/')};
     document.body.prepend(document.adoptNode(frame.contentDocument.querySelector('p'))); frame.remove();`,
    '<p>Nothing yet.</p>',
  ),
  built(
    'the whole body replaced',
    `document.body.outerHTML = ${JSON.stringify(`<body>${PARAGRAPH}</body>`).replaceAll('</', '<\\/')};`,
    '<p>Nothing yet.</p>',
  ),
  {
    name: 'a body that is taken away',
    page: pageOf(`${PARAGRAPH}<script>document.body.remove()</script>`),
    expect: 'none',
  },
  {
    name: 'a root that is taken away',
    page: pageOf(`${PARAGRAPH}<script>document.documentElement.remove()</script>`),
    expect: 'none',
  },
  notRead(
    'a closed shadow root',
    `<div id="host"></div><script>document.querySelector('#host').attachShadow({ mode: 'closed' }).innerHTML = '<p>zonulin</p>'</script>`,
  ),
  notRead('code', `<p><code>${WORD}</code></p>`),
  notRead('preformatted text', `<pre>${WORD}</pre>`),
  notRead('a key', `<p><kbd>${WORD}</kbd></p>`),
  notRead('a button', `<button>${WORD}</button>`),
  notRead('a link in the navigation', `<nav><a href="#">${WORD}</a></nav>`),
  notRead('an option', '<select size="3"><option id="word">zonulin</option></select>'),
  notRead('a text field', '<textarea id="word">zonulin</textarea>'),
  notRead('editable text', `<div contenteditable>${WORD}</div>`),
  notRead('editable plain text', `<div contenteditable="plaintext-only">${WORD}</div>`),
  notRead('an island in editable text', `<div contenteditable>Of <span contenteditable="false">${WORD}</span></div>`),
  notRead('a text box by its role', `<div role="textbox">${WORD}</div>`),
  notRead('a template', `<template>${WORD}</template>`),
  notRead('what is for browsers without scripts', `<noscript>${WORD}</noscript>`),
  notRead('what is for browsers without frames', `<iframe>${WORD}</iframe>`),
  notRead('a script that is data', `<script type="text/x-notes">zonulin</script>`),
  notRead('SVG text', '<svg width="200" height="60"><text y="30" id="word">zonulin</text></svg>'),
  notRead('closed details', `<details><summary>More of it</summary><p>${WORD}</p></details>`),
  notRead('hidden until found', `<div hidden="until-found"><p>${WORD}</p></div>`),
  {
    name: 'a page that is edited as a whole (designMode)',
    page: pageOf(`${PARAGRAPH}<script>document.designMode = 'on'</script>`),
    expect: 'none',
  },
  notRead(
    'German',
    '<p lang="de">Eine Studie der Haut und des Darms: das <span id="word">zonulin</span> ist nicht mit der Zahl und dem Wert.</p>',
  ),
];
