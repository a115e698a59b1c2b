/** Documents of every kind that a tab or a frame can show. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fixture, PARAGRAPH, pageOf, SENTENCE } from './fixture.ts';

const INNER = `<!doctype html><html lang="en"><body style="font:18px serif">${PARAGRAPH}</body></html>`;
const quoted = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const encoded = (html: string) => `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
const frame = (attributes: string) => pageOf(`<p>A frame:</p><iframe width="500" height="260" ${attributes}></iframe>`);
const ICON = readFileSync(join(import.meta.dirname, '../../../docs/card.png'));

export const KINDS: Fixture[] = [
  { name: 'HTML without a doctype (quirks)', page: { body: `<html lang=en><body>${PARAGRAPH}` }, expect: 'card' },
  {
    name: 'HTML with an old doctype (limited quirks)',
    page: {
      body: `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html lang="en"><body>${PARAGRAPH}`,
    },
    expect: 'card',
  },
  { name: 'HTML without head and body tags', page: { body: `<!doctype html>${PARAGRAPH}` }, expect: 'card' },
  { name: 'nothing at all', page: { body: '' }, expect: 'none' },
  { name: 'a page with status 404', page: { body: pageOf(PARAGRAPH), status: 404 }, expect: 'card' },
  {
    name: 'UTF-16 with a byte order mark',
    page: { body: Buffer.from(`\ufeff${pageOf(PARAGRAPH)}`, 'utf16le'), type: 'text/html' },
    expect: 'card',
  },
  {
    name: 'windows-1252',
    page: {
      body: Buffer.from(pageOf(`<p>\xabQuoted\xbb. ${SENTENCE}</p>`).replace('utf-8', 'windows-1252'), 'latin1'),
      type: 'text/html; charset=windows-1252',
    },
    expect: 'card',
  },
  {
    name: 'XHTML',
    page: {
      type: 'application/xhtml+xml',
      body: `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>X</title></head><body>${PARAGRAPH}</body></html>`,
    },
    expect: 'card',
  },
  {
    name: 'XHTML with the word in a CDATA section',
    page: {
      type: 'application/xhtml+xml',
      body: '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>X</title></head><body><p>One study of the skin found that <span id="word"><![CDATA[zonulin]]></span> was raised.</p></body></html>',
    },
    expect: 'card',
  },
  {
    name: 'XML',
    page: { type: 'text/xml', body: `<?xml version="1.0"?><doc><p id="word">zonulin</p></doc>` },
    expect: 'none',
  },
  {
    name: 'XML with a style sheet',
    page: {
      type: 'application/xml',
      body: `<?xml version="1.0"?><?xml-stylesheet type="text/css" href="data:text/css,p{display:block}"?><doc><p id="word">zonulin</p></doc>`,
    },
    expect: 'none',
  },
  {
    name: 'SVG',
    page: {
      type: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><text x="20" y="60" id="word">zonulin in rosacea</text></svg>',
    },
    expect: 'none',
  },
  {
    name: 'SVG with HTML inside',
    page: {
      type: 'image/svg+xml',
      body: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><foreignObject width="600" height="200"><p xmlns="http://www.w3.org/1999/xhtml">${SENTENCE}</p></foreignObject></svg>`,
    },
    expect: 'none',
  },
  {
    name: 'MathML',
    page: {
      type: 'application/xml',
      body: '<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext id="word">zonulin</mtext></math>',
    },
    expect: 'none',
  },
  { name: 'plain text', page: { type: 'text/plain', body: 'zonulin was raised in rosacea' }, expect: 'none' },
  { name: 'a style sheet', page: { type: 'text/css', body: '/* zonulin in rosacea */' }, expect: 'none' },
  { name: 'a script', page: { type: 'text/javascript', body: '// zonulin in rosacea' }, expect: 'none' },
  { name: 'a picture', page: { type: 'image/png', body: ICON }, expect: 'none' },
  {
    name: 'a frameset',
    page: {
      body: `<!doctype html><frameset cols="50%,50%"><frame src="${quoted(encoded(INNER))}"><frame src="about:blank"></frameset>`,
    },
    expect: 'card',
  },
  {
    name: 'a frameset in a frameset',
    page: {
      body: `<!doctype html><frameset rows="50%,50%"><frame src="about:blank"><frame src="${quoted(encoded(`<frameset cols="30%,70%"><frame src="about:blank"><frame src="${encoded(INNER)}"></frameset>`))}"></frameset>`,
    },
    expect: 'card',
  },
  { name: 'a frame with its own text (srcdoc)', page: frame(`srcdoc="${quoted(INNER)}"`), expect: 'card' },
  { name: 'a sandboxed frame without scripts', page: frame(`sandbox srcdoc="${quoted(INNER)}"`), expect: 'card' },
  {
    name: 'a sandboxed frame with scripts',
    page: frame(`sandbox="allow-scripts" srcdoc="${quoted(INNER)}"`),
    expect: 'card',
  },
  { name: 'a data: frame', page: frame(`src="${quoted(encoded(INNER))}"`), expect: 'card' },
  {
    name: 'a blob: frame',
    page: pageOf(
      `<iframe width="500" height="260"></iframe><script>document.querySelector('iframe').src = URL.createObjectURL(new Blob([${JSON.stringify(INNER).replaceAll('</', '<\\/')}], { type: 'text/html' }))</script>`,
    ),
    moves: true,
    expect: 'card',
  },
  {
    name: 'an empty frame that the page writes into',
    page: pageOf(
      `<iframe width="500" height="260"></iframe><script>document.querySelector('iframe').contentDocument.body.innerHTML = ${JSON.stringify(PARAGRAPH).replaceAll('</', '<\\/')}</script>`,
    ),
    expect: 'card',
  },
  {
    name: 'an object with a page in it',
    page: pageOf(`<object type="text/html" width="500" height="260" data="${quoted(encoded(INNER))}"></object>`),
    expect: 'card',
  },
  {
    name: 'a frame of 190 by 100',
    page: pageOf(`<iframe width="190" height="100" srcdoc="${quoted(INNER)}"></iframe>`),
    expect: 'none',
  },
  {
    name: 'the strictest policy, with trusted types',
    page: {
      body: `<!doctype html><html lang="en"><body>${PARAGRAPH}`,
      headers: {
        'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    },
    expect: 'card',
  },
  {
    name: 'a policy that sandboxes the page',
    page: { body: pageOf(PARAGRAPH), headers: { 'content-security-policy': 'sandbox' } },
    expect: 'card',
  },
  {
    name: 'a page isolated from other origins',
    page: {
      body: pageOf(PARAGRAPH),
      headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
    },
    expect: 'card',
  },
  {
    name: 'a page without permission for anything',
    page: {
      body: pageOf(PARAGRAPH),
      headers: {
        'permissions-policy': 'clipboard-write=(), fullscreen=(), focus-without-user-activation=()',
        'document-policy': 'document-write=?0',
      },
    },
    expect: 'card',
  },
];
