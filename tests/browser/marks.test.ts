import { describe, expect, test } from 'vitest';
import { differingPixels, picture } from './pixels.ts';
import { boxOf, marks, pointAt, sleep, start, waitForCard } from './start.ts';

const { open } = start({ extension: 'production' });
const PARAGRAPH =
  '<p>People with rosacea had raised zonulin. Bacteria make butyrate from leeks and kefir. The weather was fine.</p>';

describe('marks', () => {
  test('are painted under the words, and nowhere else', async () => {
    const page = await open(PARAGRAPH);
    expect(await marks(page, 4)).toEqual(['rosacea', 'zonulin', 'butyrate', 'kefir']);
    await sleep(300);
    const word = await boxOf(page, 'zonulin');
    const plain = await boxOf(page, 'weather');
    const marked = [await picture(page, word), await picture(page, plain)] as const;
    await page.evaluate(() => CSS.highlights.clear());
    await sleep(100);
    const bare = [await picture(page, word), await picture(page, plain)] as const;
    expect(await differingPixels(marked[0], bare[0])).toBeGreaterThan(30);
    expect(await differingPixels(marked[1], bare[1])).toBe(0);
  });

  test('are painted on a dark ground, too', async () => {
    const page = await open(`<div style="background:#111;color:#ddd">${PARAGRAPH}</div>`);
    await marks(page, 4);
    const word = await boxOf(page, 'zonulin');
    const marked = await picture(page, word);
    await page.evaluate(() => CSS.highlights.clear());
    await sleep(100);
    expect(await differingPixels(marked, await picture(page, word))).toBeGreaterThan(30);
  });

  test('go across inline elements', async () => {
    const page = await open(
      '<p>Some short-<b>chain</b> <i>fatty</i> acids, tight<wbr> junctions and a gut\u00adbiome.</p>',
    );
    expect(await marks(page, 2)).toEqual(['short-chain fatty acids', 'tight junctions']);
  });

  test('do not go across blocks or boxes', async () => {
    const page = await open(
      '<p>tight</p><p>junctions</p><p>rosacea<span style="display:block">acne</span></p><ul><li>fatty</li><li>acids</li></ul>',
    );
    expect(await marks(page, 2)).toEqual(['rosacea', 'acne']);
  });

  test('keep out of what is not prose', async () => {
    const page = await open(
      `<nav>zonulin</nav><pre>zonulin</pre><p><code>zonulin</code> <kbd>zonulin</kbd> <button>zonulin</button>
       <input value="zonulin"><textarea>zonulin</textarea><select><option>zonulin</option></select></p>
       <div contenteditable>zonulin <b>zonulin</b></div><div role="textbox">zonulin</div><svg><text>zonulin</text></svg>
       <p>read me: zonulin</p>`,
    );
    expect(await marks(page, 1)).toEqual(['zonulin']);
  });

  test('leave hidden text alone until it is shown', async () => {
    const page = await open('<p>About rosacea and zonulin.</p><p id="more" hidden>More on butyrate.</p>');
    expect(await marks(page, 2)).toEqual(['rosacea', 'zonulin']);
    await page.evaluate(() => document.querySelector('#more')?.removeAttribute('hidden'));
    expect(await marks(page, 3)).toContain('butyrate');
  });

  test('count everyday words only on a page about the subject', async () => {
    const bridge = await open('<p>The stress on the bridge was measured while the town was in sleep.</p>');
    expect(await marks(bridge)).toEqual([]);
    const skin = await open('<p>Stress and too little sleep come before psoriasis and rosacea.</p>');
    expect(await marks(skin, 4)).toEqual(['Stress', 'sleep', 'psoriasis', 'rosacea']);
  });

  test('survive a tree ten thousand elements deep', async () => {
    const page = await open('<p>About rosacea.</p>');
    await marks(page, 1);
    await page.evaluate(() => {
      let top: HTMLElement = document.createElement('p');
      top.textContent = 'At the bottom: kefir.';
      for (let i = 0; i < 10_000; i++) {
        const outer = document.createElement(i % 2 ? 'div' : 'span');
        outer.append(top);
        top = outer;
      }
      // Hidden, because the browser itself takes minutes to lay such a tree out.
      top.hidden = true;
      document.body.append(top, 'And zonulin.');
    });
    expect(await marks(page, 2)).toEqual(['rosacea', 'zonulin']);
  });

  test('are found in a form whose fields hide its own properties', async () => {
    const names =
      'parentNode parentElement nodeName localName matches closest textContent childNodes firstChild nextSibling attributes previousElementSibling isConnected getRootNode contains compareDocumentPosition checkVisibility shadowRoot nodeType hasAttributes assignedSlot';
    const fields = names.split(' ').map((name) => `<input name="${name}" hidden>`);
    const page = await open(`<form>${fields.join('')}About rosacea. <p>And zonulin.</p></form>`);
    expect(await marks(page, 2)).toEqual(['rosacea', 'zonulin']);
    await page.evaluate(() => document.querySelector('form')?.append('More kefir.'));
    expect(await marks(page, 3)).toContain('kefir');
    await pointAt(page, 'zonulin');
    await waitForCard(page);
  });

  test('are not held back by an earlier mention that is hidden', async () => {
    const page = await open('<p style="display:none">rosacea</p><p>Here rosacea can be seen.</p>');
    expect(await marks(page, 1)).toEqual(['rosacea']);
  });

  test('reach open shadow roots and frames', async () => {
    const page = await open(
      `<div id="host"><p>slotted rosacea</p></div><iframe srcdoc="<p>A frame about zonulin.</p>" width="400" height="200"></iframe>
       <script>document.querySelector('#host').attachShadow({mode:'open'}).innerHTML='<p>inside: butyrate</p><slot></slot>'</script>`,
    );
    expect((await marks(page, 2)).sort()).toEqual(['butyrate', 'rosacea']);
    const frame = page.frames().find((one) => one !== page.mainFrame());
    await frame?.waitForFunction(() => CSS.highlights.get('term-mark-dotted')?.size === 1, { timeout: 5000 });
  });
});

describe('a page that changes', () => {
  test('late text is marked', async () => {
    const page = await open(PARAGRAPH);
    await marks(page, 4);
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.innerHTML = 'Later: <em>kimchi</em> and sebum.';
      document.body.append(late);
    });
    expect(await marks(page, 6)).toEqual(['rosacea', 'zonulin', 'butyrate', 'kefir', 'kimchi', 'sebum']);
  });

  test('rows that come and go by the hundred are read all the same', async () => {
    const page = await open('<div id="log"></div>');
    /** Adds 200 rows and takes them out again, in between what is to stay. */
    const flood = (html: string) =>
      page.evaluate((kept) => {
        const log = document.getElementById('log') as HTMLElement;
        const row = () => Object.assign(document.createElement('p'), { textContent: 'Nothing new.' });
        const rows = Array.from({ length: 200 }, row);
        log.append(...rows.slice(0, 100));
        for (const late of rows.slice(100)) log.append(late);
        log.insertAdjacentHTML('beforeend', kept);
        for (const late of rows) late.remove();
      }, html);
    // The first time each row is looked at, from the second on only what is left of them.
    await flood('<p>Rosacea.</p>');
    expect(await marks(page, 1)).toEqual(['Rosacea']);
    await flood('<p id="kefir">Kefir.</p>');
    expect(await marks(page, 2)).toEqual(['Rosacea', 'Kefir']);
    await flood('And zonulin in no row.');
    expect(await marks(page, 3)).toEqual(['Rosacea', 'Kefir', 'zonulin']);
    const taken = await page.evaluateHandle(() => {
      const row = document.getElementById('kefir') as HTMLElement;
      row.remove();
      return row;
    });
    await flood('');
    expect(await marks(page, 2)).toEqual(['Rosacea', 'zonulin']);
    await page.evaluate((row) => document.getElementById('log')?.prepend(row), taken);
    await flood('');
    expect(await marks(page, 3)).toEqual(['Kefir', 'Rosacea', 'zonulin']);
  });

  test('a tab that changes without end while nobody sees it is read anew when somebody does', async () => {
    const page = await open('<p id="a">On rosacea.</p><div id="log"></div>');
    expect(await marks(page, 1)).toEqual(['rosacea']);
    const other = await open('<p>Another tab.</p>');
    await other.bringToFront();
    await page.waitForFunction(() => document.hidden, { polling: 50, timeout: 5000 });
    await page.evaluate(() => {
      const text = document.querySelector('#a')?.firstChild as Text;
      for (let i = 0; i < 11_000; i++) text.data = i % 2 === 0 ? 'On kefir.' : 'On rosacea.';
      text.data = 'Now kefir, and then zonulin.';
      for (let i = 0; i < 50; i++)
        text.parentElement?.after(Object.assign(document.createElement('p'), { id: `b${i}` }));
    });
    await sleep(500);
    await page.bringToFront();
    expect(await marks(page, 2)).toEqual(['kefir', 'zonulin']);
  });

  test('changed text is read again, inserted words join their neighbours', async () => {
    const page = await open('<p id="a">tight <span></span> and rosacea</p>');
    expect(await marks(page, 1)).toEqual(['rosacea']);
    await page.evaluate(() => {
      (document.querySelector('#a span') as HTMLElement).textContent = 'junctions';
    });
    expect(await marks(page, 2)).toEqual(['tight junctions', 'rosacea']);
    await page.evaluate(() => {
      (document.querySelector('#a')?.lastChild as Text).data = ' and nothing';
    });
    expect(await marks(page, 1)).toEqual(['tight junctions']);
  });

  test('a single-page application that swaps its view leaves no old marks', async () => {
    const page = await open('<div id="app"><p>rosacea and zonulin</p></div>');
    await marks(page, 2);
    await page.evaluate(() => {
      history.pushState({}, '', '/next');
      (document.querySelector('#app') as HTMLElement).innerHTML =
        '<article><h2>Psoriasis</h2><p>and butyrate</p></article>';
    });
    await sleep(700);
    expect(await marks(page, 2)).toEqual(['Psoriasis', 'butyrate']);
  });

  test('text that becomes editable loses its marks with the next change in it', async () => {
    const page = await open('<div id="a">rosacea and zonulin</div>');
    await marks(page, 2);
    await page.evaluate(() => {
      const field = document.querySelector('#a') as HTMLElement;
      field.contentEditable = 'true';
      field.append(' more acne');
    });
    expect(await marks(page, 0)).toEqual([]);
  });

  test('a document that gets another root is read again within a second', async () => {
    const page = await open('<p>rosacea and zonulin</p>');
    await marks(page, 2);
    await page.evaluate(() => {
      const root = document.createElement('html');
      root.innerHTML = '<head></head><body><p>Now psoriasis, kefir and sebum.</p></body>';
      document.replaceChild(root, document.documentElement);
    });
    const before = Date.now();
    expect(await marks(page, 3)).toEqual(['psoriasis', 'kefir', 'sebum']);
    expect(Date.now() - before).toBeLessThan(3000);
    await page.evaluate(() => {
      document.open();
      document.write('<!doctype html><body style="font: 20px serif"><p>Written: butyrate and acne.</p>');
      document.close();
    });
    expect(await marks(page, 2)).toEqual(['butyrate', 'acne']);
    await pointAt(page, 'butyrate');
    await waitForCard(page);
  });

  test('a translator that wraps every word finds and leaves the marks right', async () => {
    const page = await open('<p>About rosacea and zonulin.</p>');
    await marks(page, 2);
    await page.evaluate(() => {
      const p = document.querySelector('p') as HTMLElement;
      p.innerHTML = p.textContent.replace(/\S+/g, '<font><font>$&</font></font>');
    });
    expect(await marks(page, 2)).toEqual(['rosacea', 'zonulin']);
  });

  test('marks that the page clears come back a few times, and then no more', async () => {
    const page = await open(PARAGRAPH);
    await marks(page, 4);
    for (let time = 0; time < 3; time++) {
      await page.evaluate(() => CSS.highlights.clear());
      await page.mouse.move(300 + time * 7, 300);
      expect(await marks(page, 4)).toHaveLength(4);
    }
    await page.evaluate(() => CSS.highlights.clear());
    await page.mouse.move(500, 320);
    expect(await marks(page)).toEqual([]);
  });

  test('many mentions: only those near the window are painted, and scrolling brings the others', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => `<h3>Part ${i}</h3><p>On rosacea and zonulin.</p>`).join('');
    const page = await open(`${many}<p>The end: kefir.</p>`);
    await sleep(1500);
    const size = () => page.evaluate(() => CSS.highlights.get('term-mark-dotted')?.size ?? 0);
    expect(await size()).toBeGreaterThan(20);
    expect(await size()).toBeLessThanOrEqual(200);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(
      () =>
        Array.from((CSS.highlights.get('term-mark-dotted') ?? []) as Iterable<StaticRange>).some((range) =>
          (range.startContainer as Text).data.includes('kefir'),
        ),
      { timeout: 5000 },
    );
    expect(await size()).toBeLessThanOrEqual(200);
  });

  test('on a page too tall for lines they are washes, that of the open card a deeper one', async () => {
    const page = await open(`${PARAGRAPH}<div style="height:1200000px"></div>`);
    await page.waitForFunction(() => CSS.highlights.get('term-mark-dotted-wash')?.size === 4, { timeout: 5000 });
    expect(await page.evaluate(() => CSS.highlights.has('term-mark-dotted'))).toBe(false);
    const word = await boxOf(page, 'zonulin');
    const marked = await picture(page, word);
    const { x, y } = await pointAt(page, 'zonulin');
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    await waitForCard(page);
    expect(await page.evaluate(() => CSS.highlights.get('term-mark-active-wash')?.size)).toBe(1);
    const active = await picture(page, word);
    await page.evaluate(() => CSS.highlights.clear());
    await sleep(100);
    const bare = await picture(page, word);
    expect(await differingPixels(marked, bare)).toBeGreaterThan(30);
    expect(await differingPixels(marked, active)).toBeGreaterThan(30);
  });
});
