/** Marks as they are painted: seen on any ground, and the words as readable with them as without. */
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { type Colour, contrast, Pixels } from './pixels.ts';
import { type Box, browserName, start } from './start.ts';

declare const browser: typeof import('wxt/browser').browser;

const started = start({ extension: 'production' });
const STYLES = ['dotted', 'solid', 'wavy', 'tint'] as const;
/** For what is no text (SC 1.4.11), and for text that leaves nothing to be wished for (SC 1.4.6). */
const LINE = 3;
const TEXT = 7;

/** Style of a block, and the words in it. */
const GROUNDS: readonly (readonly [name: string, style: string, html?: string])[] = [
  ['white', 'background:#fff;color:#000'],
  ['paper', 'background:#fbf8f1;color:#222'],
  ['light grey', 'background:#eee;color:#444'],
  ['words as pale as may be', 'background:#fff;color:#767676'],
  ['middle grey, dark words', 'background:#8a8a8a;color:#000'],
  ['middle grey, light words', 'background:#707070;color:#fff'],
  ['black', 'background:#000;color:#fff'],
  ['near black', 'background:#111;color:#ddd'],
  ['slate', 'background:#1e293b;color:#cbd5e1'],
  ['dark, dim words', 'background:#000;color:#757575'],
  ['dark by its own scheme', 'color-scheme:dark;background:Canvas;color:CanvasText'],
  ['red', 'background:#b00020;color:#fff'],
  ['orange', 'background:#ff9800;color:#000'],
  ['yellow', 'background:#ffeb3b;color:#222'],
  ['green', 'background:#0b6e3f;color:#fff'],
  ['teal, as our own accent', 'background:#2f9c8f;color:#000'],
  ['pale teal', 'background:#d3eee9;color:#10302c'],
  ['blue', 'background:#0d47a1;color:#e3f2fd'],
  ['violet', 'background:#4a148c;color:#f3e5f5'],
  ['pink', 'background:#fde;color:#813'],
  ['red words', 'background:#fff;color:#c00'],
  ['blue words', 'background:#fff;color:#06c'],
  ['green words on dark', 'background:#032;color:#4f9'],
  ['a light gradient', 'background:linear-gradient(90deg,#fff,#fc9);color:#222'],
  ['a dark gradient', 'background:linear-gradient(90deg,#012,#425);color:#fff'],
  [
    'a picture',
    `background:url("data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#fff"/><circle cx="20" cy="20" r="15" fill="#cde"/></svg>')}");color:#112`,
  ],
  ['a veil over dark', 'background:linear-gradient(rgb(255 255 255 / .1),rgb(255 255 255 / .1)),#000;color:#eee'],
  ['a wide colour space', 'background:oklch(0.25 0.05 280);color:oklch(0.9 0.02 280)'],
  ['a link', 'background:#fff;color:#000', '<a href="#x" style="color:#00e">zonulin</a>'],
  ['a link on dark', 'background:#111;color:#eee', '<a href="#x" style="color:#8cf">zonulin</a>'],
  ['a heading', 'background:#fff;color:#111;font:700 30px sans-serif', 'zonulin'],
  ['a heading on dark', 'background:#102030;color:#fff;font:300 40px serif', 'zonulin'],
  ['bold and slanting', 'background:#fff;color:#333', '<b><i>zonulin</i></b>'],
  ['small print', 'background:#fff;color:#555;font-size:12px'],
];

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><style>body{margin:0;font:18px/1.6 serif;color:#111;background:#fff}
  div{padding:6px 20px;box-sizing:border-box;float:left;width:320px;height:60px;white-space:nowrap}</style><body>${GROUNDS.map(
    ([, style, html = 'zonulin']) => `<div style='${style}'>On ${html}, too</div>`,
  ).join('')}`;

interface Word extends Box {
  /** What the letters stand on; the line is below it. */
  baseline: number;
}

interface Painted {
  marked: Pixels;
  bare: Pixels;
  words: Word[];
}

async function choose(style: string): Promise<void> {
  const own = await started.openOwn('popup.html');
  await own.evaluate(
    (chosen) =>
      browser.storage.local.set({ density: { version: 1, marks: 'all' }, style: { version: 1, style: chosen } }),
    style,
  );
  await own.close();
}

/** @returns the page with and without its marks. */
async function paint(style: string, prepare?: (page: Page) => Promise<unknown>): Promise<Painted> {
  await choose(style);
  const page = await started.open(PAGE);
  await page.setViewport({ width: 960, height: 760 });
  await prepare?.(page);
  const name = `term-mark-${style}`;
  await page.waitForFunction((key, count) => CSS.highlights.get(key)?.size === count, {}, name, GROUNDS.length);
  const picture = async () => {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    return Pixels.of(await page.screenshot());
  };
  const marked = await picture();
  await page.evaluate(() => CSS.highlights.clear());
  const bare = await picture();
  const words = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const canvas = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
    const boxes: Word[] = [];
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf('zonulin');
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 'zonulin'.length);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      canvas.font = getComputedStyle(node.parentElement as Element).font;
      const { fontBoundingBoxAscent, fontBoundingBoxDescent } = canvas.measureText('zonulin');
      const share = fontBoundingBoxAscent / (fontBoundingBoxAscent + fontBoundingBoxDescent);
      boxes.push({ left, top, right, bottom, baseline: top + (bottom - top) * share });
    }
    return boxes;
  });
  await page.close();
  return { marked, bare, words };
}

const key = (colour: Colour) => colour.join();

/** What a mark does to one word: contrast of its line, the share of its width that has that, and contrast of the letters. */
function measure({ marked, bare }: Painted, { left, top, right, bottom, baseline }: Word) {
  const [from, to] = [Math.ceil(left), Math.floor(right)];
  const high = Math.floor(top);
  // A mark may bring a ground of its own along; then its line counts within that only.
  const wash = marked.at(from, high + 1);
  const washed = key(wash) !== key(bare.at(from, high + 1));
  const low = washed ? Math.floor(bottom) - 1 : Math.ceil(bottom) + 6;
  let line = 0;
  let seen = 0;
  let lettersMarked = 1;
  let lettersBare = 1;
  for (let x = from; x < to; x++) {
    let best = 1;
    for (let y = Math.ceil(baseline + 0.5); y < low; y++) {
      const now = marked.at(x, y);
      const ground = washed ? wash : bare.at(x, y);
      if (key(now) !== key(ground)) best = Math.max(best, contrast(now, ground));
    }
    if (best >= LINE) seen++;
    line = Math.max(line, best);
    for (let y = high; y < baseline - 1; y++) {
      lettersMarked = Math.max(lettersMarked, contrast(marked.at(x, y), marked.at(x, high + 1)));
      lettersBare = Math.max(lettersBare, contrast(bare.at(x, y), bare.at(x, high + 1)));
    }
  }
  return { line, seen: seen / (to - from), lettersMarked, lettersBare };
}

const measured: string[] = [];

test.for(STYLES)('%s: the line is seen on every ground, and the letters lose nothing', async (style) => {
  const painted = await paint(style);
  expect(painted.words).toHaveLength(GROUNDS.length);
  const wrong: string[] = [];
  let least = 21;
  for (const [number, [name]] of GROUNDS.entries()) {
    const { line, seen, lettersMarked, lettersBare } = measure(painted, painted.words[number] as Word);
    least = Math.min(least, line);
    const facts = `${name}: line ${line.toFixed(2)}, on ${Math.round(seen * 100)} %, letters ${lettersBare.toFixed(2)} → ${lettersMarked.toFixed(2)}`;
    // Of a dotted line about half of the width is dots.
    if (line < LINE || seen < 0.3) wrong.push(facts);
    else if (lettersMarked < Math.min(lettersBare, TEXT)) wrong.push(facts);
    else if (style !== 'tint' && lettersMarked < lettersBare) wrong.push(facts);
  }
  measured.push(`${style}: least ${least.toFixed(2)} : 1`);
  expect(wrong).toEqual([]);
});

test('none: nothing is painted', async () => {
  const painted = await paint('none');
  for (const word of painted.words) expect(measure(painted, word).line).toBe(1);
});

test.runIf(browserName === 'chromium').for(['light', 'dark'])(
  'forced colours, %s: words and line are seen',
  async (scheme) => {
    for (const style of STYLES) {
      const painted = await paint(style, async (page) => {
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', {
          features: [
            { name: 'forced-colors', value: 'active' },
            { name: 'prefers-color-scheme', value: scheme },
          ],
        });
      });
      for (const [number, [name]] of GROUNDS.entries()) {
        const { line, lettersMarked } = measure(painted, painted.words[number] as Word);
        expect(line, `${style}, ${name}`).toBeGreaterThanOrEqual(LINE);
        expect(lettersMarked, `${style}, ${name}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  },
);

afterAll(() => {
  console.log(`${browserName}: line on ${GROUNDS.length} grounds: ${measured.join('; ')}`);
});
