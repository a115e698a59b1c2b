/** The tab that the popup was opened on: what it holds, and whether it can be marked at all. */
import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { readPageMessage } from '../../page/messages.ts';
import { jumpTo, onThisPage, switchTab, type TabReport } from '../../page/on-this-page.ts';
import { isReadable, type Why, whyClosed } from './why-closed.ts';

/** A page takes a moment to follow what was chosen. What it reads later it tells by itself. */
const ASK_AGAIN_MS = [150, 500, 1500];
/** For all sites, where the browser does not tell which one this is. */
const ALL_SITES = ['http://*/*', 'https://*/*'];

export class TabBelow {
  /** What the page said last; nothing before it answered. */
  readonly report = signal<TabReport | undefined>(undefined);
  readonly closed = signal<Why | undefined>(undefined);
  /** Host of the page, empty for a file; `undefined` where the browser does not tell or there is none. */
  readonly host: string | undefined;
  /** In a private window, where nothing is stored. */
  readonly isPrivate: boolean;
  readonly #id: number;
  readonly #url: string | undefined;
  /** The place of each term that was gone to last, from 0. */
  readonly #at = new Map<string, number>();

  private constructor(id: number, url: string | undefined, isPrivate: boolean) {
    this.#id = id;
    this.#url = url;
    this.host = url !== undefined && isReadable(url) ? new URL(url).hostname : undefined;
    this.isPrivate = isPrivate;
    browser.tabs.onUpdated.addListener((tab, change) => {
      if (tab === id && change.status === 'complete') this.askSoon();
    });
    browser.permissions.onAdded.addListener(() => this.askSoon());
    browser.runtime.onMessage.addListener((message: unknown, sender) => {
      const isOurs = sender.id === browser.runtime.id && sender.tab?.id === id;
      if (isOurs && readPageMessage(message)?.type === 'changed') void this.ask();
      return undefined;
    });
  }

  /** @param wanted a tab by its id; the one that is looked at when there is none such. */
  static async find(wanted: number | undefined): Promise<TabBelow> {
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    const named = wanted === undefined ? undefined : await browser.tabs.get(wanted).catch(() => undefined);
    const { id = browser.tabs.TAB_ID_NONE, url, incognito = false } = named ?? active ?? {};
    return new TabBelow(id, url, incognito);
  }

  /** Asks the page what it holds. */
  async ask(): Promise<void> {
    let report: TabReport | undefined;
    try {
      report = await onThisPage(this.#id);
    } catch (error) {
      console.debug('This page takes no scripts:', error);
    }
    const origins = this.#origins();
    const [tab, isAllowed, mayReadFiles] = await Promise.all([
      browser.tabs.get(this.#id).catch(() => undefined),
      browser.permissions.contains({ origins }),
      browser.extension.isAllowedFileSchemeAccess(),
    ]);
    const isLoading = tab?.status === 'loading';
    const ownBase = browser.runtime.getURL('/');
    this.report.value = report;
    this.closed.value = whyClosed({
      url: this.#url,
      title: tab?.title,
      isLoading,
      isAllowed,
      mayReadFiles,
      ownBase,
      report,
    });
  }

  /** To be called when what was chosen for the site changed: the page follows, and until it has, its state is not known. */
  follow(): void {
    const { value } = this.report;
    this.report.value = value && { ...value, running: undefined };
    this.askSoon();
  }

  askSoon(): void {
    for (const ms of ASK_AGAIN_MS) setTimeout(() => void this.ask(), ms);
  }

  /** Switches marks in this page until it is reloaded. */
  async switch(on: boolean): Promise<void> {
    await switchTab(this.#id, on);
    await this.ask();
    this.askSoon();
  }

  /** Goes to the next place of a term or the one before, round at the ends. */
  async jump(term: string, direction: 1 | -1): Promise<void> {
    const frames = this.report.value?.terms.filter((one) => one.term === term) ?? [];
    const total = frames.reduce((sum, frame) => sum + frame.places, 0);
    if (total === 0) return;
    const number = ((this.#at.get(term) ?? (direction > 0 ? -1 : 0)) + direction + total) % total;
    this.#at.set(term, number);
    let before = 0;
    for (const { frameId, places } of frames) {
      if (number < before + places) {
        await jumpTo(this.#id, frameId, term, number - before);
        return;
      }
      before += places;
    }
  }

  /** Asks the reader to let the extension in. To be called in a click, else the browser refuses. */
  async requestAccess(): Promise<void> {
    await browser.permissions.request({ origins: this.#origins() });
  }

  async reload(): Promise<void> {
    await browser.tabs.reload(this.#id);
  }

  get id(): number {
    return this.#id;
  }

  #origins(): string[] {
    if (this.#url === undefined || !isReadable(this.#url)) return ALL_SITES;
    const { protocol, hostname } = new URL(this.#url);
    return [`${protocol}//${hostname}/*`];
  }
}
