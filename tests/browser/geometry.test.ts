/** The same rules wherever a word is: the card opens, is seen whole, covers neither line nor pointer, and goes again. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { SITUATIONS, type Situation } from './situations.ts';
import { type Box, browserName, sleep, start } from './start.ts';

const { open } = start();
const situations = SITUATIONS.filter(({ only }) => only === undefined || only === browserName);
let ran = 0;
let right = 0;

interface Look {
  /** The line pointed at, and whether it is marked. */
  line: Box;
  marked: boolean;
  seen: Box;
  /** The open card. */
  card: Box | undefined;
  sheet: boolean;
  /** Whether a click in its middle would be the card's. */
  usable: boolean;
  /** Hosts of ours; open dialogs and popovers of the page. */
  hosts: number;
  layers: number;
}

/** @returns all that the rules speak of, in client px of the page or frame that the word is in. */
function lookAt(page: Page | Frame, { word, nth = 0, line = 0 }: Situation): Promise<Look> {
  return page.evaluate(
    (text, number, lineNumber) => {
      const roots: (Document | ShadowRoot)[] = [document];
      for (const root of roots) {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot && !element.hasAttribute('data-underskin')) roots.push(element.shadowRoot);
        }
      }
      const all = (selector: string) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
      const toBox = ({ left, top, right, bottom }: Box) => ({ left, top, right, bottom });

      const ranges = roots.flatMap((root) => {
        const found: Range[] = [];
        const walker = document.createTreeWalker(root === document ? document.body : root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + text.length);
            found.push(range);
          }
        }
        return found;
      });
      const range = ranges[number];
      const box = range?.getClientRects()[lineNumber];
      if (!range || !box) throw new Error(`The page does not say "${text}" so often, or on so many lines`);
      const painted = Array.from((CSS.highlights.get('term-mark-dotted') ?? []) as Iterable<StaticRange>);
      const marked = painted.some(
        (one) => one.startContainer === range.startContainer && one.startOffset === range.startOffset,
      );

      const { offsetLeft, offsetTop, width, height } = visualViewport as VisualViewport;
      const hosts = all('[data-underskin]');
      const frame = hosts[0]?.matches(':popover-open') ? hosts[0].shadowRoot?.querySelector('.frame') : undefined;
      const card = frame?.getBoundingClientRect();
      let top = card && document.elementFromPoint((card.left + card.right) / 2, (card.top + card.bottom) / 2);
      while (top?.shadowRoot && top !== hosts[0]) {
        const next = top.shadowRoot.elementFromPoint(
          ((card?.left ?? 0) + (card?.right ?? 0)) / 2,
          ((card?.top ?? 0) + (card?.bottom ?? 0)) / 2,
        );
        if (!next || next === top) break;
        top = next;
      }
      return {
        line: toBox(box),
        marked,
        seen: { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height },
        card: card && toBox(card),
        sheet: frame?.hasAttribute('data-sheet') ?? false,
        usable: top !== undefined && top === hosts[0],
        hosts: hosts.length,
        layers: all('dialog[open], :popover-open').filter((one) => !one.hasAttribute('data-underskin')).length,
      };
    },
    word,
    nth,
    line,
  );
}

/** Asks until `done` says so. */
async function until(ask: () => Promise<Look>, done: (look: Look) => boolean, what: string): Promise<Look> {
  for (let turn = 0; turn < 60; turn++) {
    const look = await ask();
    if (done(look)) return look;
    await sleep(100);
  }
  throw new Error(`Waited in vain for ${what}: ${JSON.stringify(await ask())}`);
}

test.for(situations)('$name', async (situation) => {
  ran++;
  const { html, viewport: [width, height] = [1000, 760], setup, vertical = false, sheet = false } = situation;
  const page = await open(html);
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.setViewport({ width, height });
  await setup?.(page);
  const target = situation.frame ? page.frames().find((frame) => frame !== page.mainFrame()) : page;
  if (!target) throw new Error('The page has no frame');
  const ask = () => lookAt(target, situation);
  const before = await until(ask, ({ marked }) => marked, 'the mark');

  const { line, seen } = before;
  const inside = (value: number, from: number, to: number) => Math.max(from + 2, Math.min(value, to - 2));
  const pointer = {
    x: inside((line.left + line.right) / 2, seen.left, seen.right),
    y: inside((line.top + line.bottom) / 2, seen.top, seen.bottom),
  };
  const corner = situation.frame
    ? await page.evaluate(() => {
        const { left, top } = (document.querySelector('iframe') as HTMLElement).getBoundingClientRect();
        // Its border is 2 px.
        return { left: left + 2, top: top + 2 };
      })
    : { left: -seen.left, top: -seen.top };
  const move = (x: number, y: number, steps = 1) => page.mouse.move(x + corner.left, y + corner.top, { steps });
  await move(Math.max(1, pointer.x - 60), Math.max(1, pointer.y - 40));
  await move(pointer.x, pointer.y, 6);

  // No hand is quite still; and what follows the pointer may come to the page a little after the mark.
  let shake = 0;
  const askWithAHand = async () => {
    await move(pointer.x + (shake++ % 2), pointer.y);
    return ask();
  };
  const { card, ...look } = await until(askWithAHand, (one) => one.card !== undefined, 'the card');
  if (!card) throw new Error('There is no card');
  const facts = JSON.stringify({ line, pointer, seen: look.seen, card });
  expect(card.left >= look.seen.left && card.right <= look.seen.right, `inside, across: ${facts}`).toBe(true);
  expect(card.top >= look.seen.top && card.bottom <= look.seen.bottom, `inside, down: ${facts}`).toBe(true);
  const besideX = card.right <= look.line.left || card.left >= look.line.right;
  const besideY = card.bottom <= look.line.top || card.top >= look.line.bottom;
  expect(vertical ? besideX : besideY, `off the line: ${facts}`).toBe(true);
  const away = Math.hypot(
    Math.max(card.left - pointer.x, 0, pointer.x - card.right),
    Math.max(card.top - pointer.y, 0, pointer.y - card.bottom),
  );
  expect(away, `off the pointer: ${facts}`).toBeGreaterThanOrEqual(10);
  expect(look.sheet, `a sheet: ${facts}`).toBe(sheet);
  if (!sheet && !vertical) expect(Math.round(card.right - card.left), facts).toBe(360);
  expect(card.bottom - card.top, `high enough to read: ${facts}`).toBeGreaterThan(80);
  expect(look.usable, `in front, and not inert: ${facts}`).toBe(true);
  expect(look.hosts).toBe(1);
  expect(look.layers, 'the dialogs and menus of the page').toBe(before.layers);

  // Firefox keeps the first Esc in fullscreen for itself.
  const presses = await page.evaluate(() => (document.fullscreenElement ? 2 : 1));
  for (let press = 0; press < presses; press++) await page.keyboard.press('Escape');
  const after = await until(ask, ({ hosts }) => hosts === 0, 'nothing to be left');
  expect(after.layers, 'the dialogs and menus of the page, after Esc').toBe(before.layers);
  expect(errors).toEqual([]);
  await page.close();
  right++;
});

afterAll(() => {
  console.log(`${browserName}: ${right} of ${ran} situations right, ${ran - right} wrong`);
});
