/** The page goes away, changes, hangs or hinders while a card is open or about to open. */
import { expect } from 'vitest';
import { browserName, isCardOpen, marks, pointAt, sleep, waitForCard, waitForNoCard } from '../start.ts';
import { type Fault, hoverAgain, pageWithCard, TEXT } from './fault.ts';

/** Some time after the pointer came to rest and before a card opens. */
const ABOUT_TO_OPEN_MS = 200;

export const PAGE_FAULTS: Fault[] = [
  {
    name: 'the word is removed while its card is about to open',
    async run(started) {
      const page = await started.open(`${TEXT}<p>More kefir.</p>`);
      await marks(page, 3);
      await pointAt(page, 'zonulin');
      await sleep(ABOUT_TO_OPEN_MS);
      await page.evaluate(() => document.querySelector('p')?.remove());
      await sleep(1000);
      expect(await isCardOpen(page)).toBe(false);
      await pointAt(page, 'kefir');
      await waitForCard(page);
    },
  },
  {
    name: 'the page goes elsewhere while a card is about to open',
    async run(started) {
      const page = await started.open(TEXT);
      const other = await started.open('<p>About kefir.</p>');
      const { href } = new URL(other.url());
      await other.close();
      await page.bringToFront();
      await marks(page, 2);
      await pointAt(page, 'zonulin');
      await sleep(ABOUT_TO_OPEN_MS);
      await page.goto(href);
      expect(await marks(page, 1)).toEqual(['kefir']);
      expect(await isCardOpen(page)).toBe(false);
    },
  },
  {
    name: 'the document is written anew while a card is about to open',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      await pointAt(page, 'zonulin');
      await sleep(ABOUT_TO_OPEN_MS);
      await page.evaluate(() => {
        document.open();
        document.write('<!doctype html><body style="font: 20px serif"><p>Written: kefir and acne.</p>');
        document.close();
      });
      await expect.poll(() => marks(page, 2), { timeout: 5000 }).toEqual(['kefir', 'acne']);
      await pointAt(page, 'kefir');
      await waitForCard(page);
    },
  },
  {
    name: 'the tab is closed while a card is being prepared',
    async run(started) {
      for (const wait of [0, 100, 250, 400]) {
        const page = await started.open(TEXT);
        await marks(page, 2);
        await pointAt(page, 'zonulin');
        await sleep(wait);
        await page.close();
      }
    },
  },
  {
    name: 'a frame is removed with its card open',
    async run(started) {
      const page = await started.open(
        `${TEXT}<iframe srcdoc="<p style='font:20px serif'>Here kefir.</p>" width="600" height="500"></iframe>`,
      );
      await marks(page, 2);
      const frame = page.frames().find((one) => one !== page.mainFrame());
      await frame?.waitForFunction(() => CSS.highlights.get('term-mark-dotted')?.size === 1, { timeout: 5000 });
      const box = await page.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().toJSON());
      await page.mouse.move(box.left + 20, box.top + 60);
      await page.mouse.move(box.left + 82, box.top + 42, { steps: 6 });
      await frame?.waitForFunction(() => document.querySelector('div[data-underskin]') !== null, { timeout: 5000 });
      await page.evaluate(() => document.querySelector('iframe')?.remove());
      await hoverAgain(page);
    },
  },
  {
    name: 'ten thousand highlights of the page’s own',
    async run(started) {
      const page = await started.open(`${TEXT}<p id="many">${'word '.repeat(2000)}</p>`);
      await marks(page, 2);
      await page.evaluate(() => {
        const text = document.querySelector('#many')?.firstChild as Text;
        for (let i = 0; i < 10_000; i++) {
          const at = (i * 5) % (text.length - 4);
          const range = new StaticRange({
            startContainer: text,
            startOffset: at,
            endContainer: text,
            endOffset: at + 4,
          });
          CSS.highlights.set(`flood-${i}`, new Highlight(range));
        }
      });
      expect(await marks(page, 2)).toHaveLength(2);
      await pointAt(page, 'zonulin');
      await waitForCard(page);
    },
  },
  {
    name: 'a hundred thousand elements are added under an open card',
    async run(started) {
      const page = await pageWithCard(started);
      await page.evaluate(() => {
        const many = document.createElement('div');
        many.innerHTML = '<span>plain <b>words</b></span>'.repeat(50_000);
        document.body.append(many, 'And kefir.');
      });
      await page.waitForFunction(() => document.querySelectorAll('b').length === 50_000);
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      await hoverAgain(page);
    },
  },
  {
    name: 'the page hangs for two seconds with the pointer on a word',
    async run(started) {
      const page = await started.open(TEXT);
      await marks(page, 2);
      await pointAt(page, 'zonulin');
      await page.evaluate(() => {
        const until = performance.now() + 2000;
        while (performance.now() < until);
      });
      await hoverAgain(page);
    },
  },
  {
    name: 'the page asks something in a dialog over an open card',
    async run(started) {
      const page = await pageWithCard(started);
      page.on('dialog', (dialog) => void dialog.dismiss());
      await page.evaluate(() => alert('Hello'));
      await hoverAgain(page);
    },
  },
  {
    name: 'the page scrolls and changes its address under an open card',
    async run(started) {
      const page = await pageWithCard(started, `${TEXT}<p style="margin-top:3000px">End</p>`);
      await page.evaluate(async () => {
        for (let i = 0; i < 60; i++) {
          scrollTo(0, (i * 97) % 2000);
          if (i % 10 === 0) history.pushState({}, '', `#${i}`);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        scrollTo(0, 0);
      });
      expect(await page.evaluate(() => document.querySelectorAll('[data-underskin]').length)).toBeLessThanOrEqual(1);
      await hoverAgain(page);
    },
  },
  {
    name: 'the page is loaded anew eight times, each time before it was read',
    async run(started) {
      const page = await started.open(TEXT);
      for (let i = 0; i < 8; i++) await page.reload({ waitUntil: 'domcontentloaded' });
      expect(await marks(page, 2)).toHaveLength(2);
      await pointAt(page, 'zonulin');
      await waitForCard(page);
    },
  },
  {
    name: 'ten tabs are opened at once',
    async run(started) {
      const pages = await Promise.all(Array.from({ length: 10 }, () => started.open(TEXT)));
      for (const page of pages) {
        await page.bringToFront();
        expect(await marks(page, 2)).toHaveLength(2);
      }
    },
  },
  {
    name: 'the page is printed with a card open',
    async run(started) {
      const page = await pageWithCard(started);
      expect((await page.pdf()).length).toBeGreaterThan(1000);
      if (browserName === 'chromium') {
        await page.emulateMediaType('print');
        // The host and all in it: nothing of the card has a box on paper.
        const area = await page.evaluate(() => {
          const host = document.querySelector('div[data-underskin]');
          const all = host ? [host, ...(host.shadowRoot?.querySelectorAll('*') ?? [])] : [];
          return Math.max(0, ...all.map((one) => one.getBoundingClientRect().height));
        });
        expect(area).toBe(0);
        await page.emulateMediaType();
      }
      await hoverAgain(page);
    },
  },
  {
    name: 'the page zooms itself under an open card',
    async run(started) {
      const page = await pageWithCard(started);
      await page.evaluate(() => document.documentElement.style.setProperty('zoom', '2'));
      await hoverAgain(page);
      await page.evaluate(() => document.documentElement.style.setProperty('zoom', '0.5'));
      await hoverAgain(page);
    },
  },
];
