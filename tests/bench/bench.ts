/** What every section of the benchmark is given: browsers, pages, lists, runs, and a place to print rows. */
import type { Browser } from 'puppeteer-core';
import { launch } from '../../scripts/launch.ts';
import { type Served, serve } from '../../scripts/serve.ts';
import { buildWith } from './builds.ts';
import { LIST_SIZES, type ListSize, labelList } from './labels.ts';
import { makeDensePage, makeOneNodePage, makePage, makeTickerPage } from './pages.ts';
import { type Bar, type Figure, row } from './report.ts';
import { trieRegex } from './trie-regex.ts';
import { type Vocabulary, vocabulary } from './words.ts';

/** A browser with the extension, by the size of its list; `none` is a browser without. */
export type With = ListSize | 'none';

export interface Section {
  name: string;
  /** Seconds until it is cut off. */
  limit: number;
  /** Part of `--quick`. */
  quick?: boolean;
  run: (bench: Bench) => Promise<void>;
}

export class Bench {
  readonly runs: number;
  readonly words: Vocabulary = vocabulary();
  readonly #served: Served;
  readonly #pages = new Map<string, string>();
  readonly #lists = new Map<ListSize, string[]>();
  readonly #builds = new Map<ListSize, Promise<string>>();
  readonly #browsers = new Map<With, Promise<Browser>>();
  readonly #printed: string[] = [];
  #deadline = 0;

  private constructor(runs: number, served: (pageAt: (path: string) => string | undefined) => Served) {
    this.runs = runs;
    this.#served = served((path) => this.page(path.slice(1)));
  }

  /** @param runs how often everything is measured. */
  static async start(runs: number): Promise<Bench> {
    let pageAt: (path: string) => string | undefined = () => undefined;
    const served = await serve((path) => pageAt(path));
    return new Bench(runs, (answer) => {
      pageAt = answer;
      return served;
    });
  }

  /** The list of so many labels. */
  labels(size: ListSize): string[] {
    const known = this.#lists.get(size) ?? labelList(size, this.words);
    this.#lists.set(size, known);
    return known;
  }

  /** The HTML of a page, made when it is first asked for. */
  page(name: string): string | undefined {
    const make = this.#makers[name];
    const html = this.#pages.get(name) ?? make?.();
    if (html !== undefined) this.#pages.set(name, html);
    return html;
  }

  readonly #makers: Record<string, () => string> = {
    article: () => makePage({ characters: 90_000, seed: 1 }, this.words),
    long: () => makePage({ characters: 500_000, seed: 2 }, this.words),
    huge: () => makePage({ characters: 10_400_000, seed: 3 }, this.words),
    // Never kept for going back, because it listens to being left.
    'article-left': () => (this.page('article') ?? '').replace('</body>', '<script>onunload = () => 0</script></body>'),
    words: () => '<!doctype html><html lang="en"><body><p>About <b>rosacea</b> and <b>zonulin</b>.</p></body></html>',
    'one-node': () => makeOneNodePage(500_000, 4, this.words),
    'no-term': () => makePage({ characters: 90_000, seed: 5, without: trieRegex(this.labels(1_500)) }, this.words),
    dense: () => makeDensePage(10_000, this.labels(1_500), 6, this.words),
    'ticker-1000': () => makeTickerPage(1_000, 7, this.words),
    'ticker-10000': () => makeTickerPage(10_000, 8, this.words),
  };

  url(page: string): string {
    return `${this.#served.origin}/${page}`;
  }

  /** @returns the section's browser of this kind; it is started when it is first asked for. */
  browser(kind: With): Promise<Browser> {
    const known = this.#browsers.get(kind) ?? this.#launch(kind);
    this.#browsers.set(kind, known);
    return known;
  }

  async #launch(kind: With): Promise<Browser> {
    if (kind === 'none') return (await launch({ name: 'chromium', headless: true })).browser;
    const extension = this.#builds.get(kind) ?? buildWith(kind, this.labels(kind));
    this.#builds.set(kind, extension);
    return (await launch({ name: 'chromium', extension: await extension, headless: true })).browser;
  }

  /** Builds ahead, so that no section has to wait for it. */
  async build(sizes: readonly ListSize[] = LIST_SIZES): Promise<void> {
    for (const size of sizes) {
      const build = buildWith(size, this.labels(size));
      this.#builds.set(size, build);
      await build;
    }
  }

  /** Sets when `rounds` ends: early enough for a round to be completed before the section is cut off. */
  startClock(limit: number): void {
    this.#deadline = performance.now() + limit * 1000;
  }

  /** Counts the runs of a section, and stops early when there would be no time for another. */
  *rounds(count = this.runs): Generator<number> {
    let longest = 0;
    for (let round = 0; round < count; round++) {
      const begin = performance.now();
      if (begin + longest * 1.1 > this.#deadline) {
        this.note(`only ${round} of ${count} runs: no time for more`);
        return;
      }
      yield round;
      longest = Math.max(longest, performance.now() - begin);
    }
  }

  row(what: string, figure: Figure, unit: string, bar?: Bar): void {
    this.print(row(what, figure, unit, bar));
  }

  note(text: string): void {
    this.print(`    (${text})`);
  }

  /** Prints a line and keeps it for `printed`. */
  print(line: string): void {
    console.log(line);
    this.#printed.push(line);
  }

  /** All lines so far. */
  get printed(): readonly string[] {
    return this.#printed;
  }

  /** Ends the browsers; the next section gets new ones. Also when they no longer answer. */
  async closeBrowsers(): Promise<void> {
    const browsers = await Promise.allSettled(this.#browsers.values());
    this.#browsers.clear();
    for (const started of browsers) {
      if (started.status === 'rejected') continue;
      const browser = started.value;
      const killing = setTimeout(() => browser.process()?.kill('SIGKILL'), 5_000);
      await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
      clearTimeout(killing);
    }
  }

  async close(): Promise<void> {
    await this.closeBrowsers();
    await this.#served.close();
  }
}
