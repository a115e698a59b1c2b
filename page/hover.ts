/** Follows the pointer, asks the state machine and opens and closes the card. Every listener is passive or lets through. */
import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import type { Opening } from '../settings/reading.ts';
import { ActiveMark } from './active-mark.ts';
import { cardPort } from './card-port.ts';
import { type Box, contains, inCorridor, type Point } from './corridor.ts';
import { type Hit, linesOf, mentionAt } from './hit-test.ts';
import { type Effect, type HoverEvent, HoverMachine } from './hover-machine.ts';
import type { Hovering, HoveringOptions } from './hover-port.ts';
import { isAlive } from './left-behind.ts';
import type { MarkPainter } from './mark-painter.ts';
import { type PageMention, rangeOf } from './page-mentions.ts';
import { marksOf, placesOf, shownTerms, tally } from './places.ts';
import { isInWindow, scrollIntoWindow } from './scroll-into-window.ts';
import { listenForTaps } from './taps.ts';
import { TermRing } from './term-ring.ts';
import { COUNT_MS, ESC_LEAVE_PX } from './timing.ts';

export interface HoverOptions extends HoveringOptions {
  /** Gets the entry of a term and makes sure that the card script is here. */
  prepare: (term: string) => Promise<Entry | undefined>;
  /** Has the badge counted anew. */
  count: () => void;
  /** How the reader wants cards to open. */
  opening: () => Opening;
}

/** A page that clears our marks more often than this means it. */
const MOST_REPAIRS = 3;

export class Hover implements Hovering {
  readonly #machine = new HoverMachine<PageMention>();
  readonly #active: ActiveMark;
  #repairs = 0;
  readonly #ring: TermRing;
  #stepped: PageMention | undefined;
  readonly #options: HoverOptions;
  #pointer: PointerEvent | undefined;
  #frame = 0;
  #timer = 0;
  #countAt = 0;
  #lastCount = Number.NEGATIVE_INFINITY;
  #hit: Hit | undefined;
  /** The last point on the mention that has the card, and its line: the corridor starts there. */
  #left: { from: Point; line: Box } | undefined;
  #opening: PageMention | undefined;
  /** Have a pinned card, and get no second one. */
  readonly #pinned = new Set<PageMention>();
  /** The next card opens as a sheet, because it was tapped for. */
  #sheet = false;
  /** The focus was in the card that the next one takes the place of. */
  #focused = false;

  constructor(options: HoverOptions) {
    this.#options = options;
    const { signal } = options;
    this.#active = new ActiveMark(options.spotter.painter);
    const passive = { capture: true, passive: true, signal };
    this.#ring = new TermRing(
      () => this.#stepped && this.#send({ type: 'open', mention: this.#stepped }),
      () => this.#send({ type: 'close' }),
      signal,
    );
    addEventListener(
      'focusout',
      () => setTimeout(() => this.#ring.leaveUnless((node) => cardPort()?.owns(node) ?? false)),
      {
        capture: true,
        signal,
      },
    );
    addEventListener('pointermove', (event) => this.#pointerMoved(event), passive);
    addEventListener('pointerdown', (event) => this.#pressed(event), passive);
    listenForTaps((event) => this.#tapped(event), signal);
    addEventListener('click', (event) => this.#clicked(event), passive);
    addEventListener('scroll', () => this.#scrolled(), passive);
    addEventListener('wheel', () => this.#send({ type: 'scroll' }), passive);
    addEventListener('keydown', (event) => this.#key(event), { capture: true, signal });
    addEventListener('pagehide', () => this.#clear(), { signal });
    document.documentElement.addEventListener('pointerleave', () => this.#send({ type: 'leave-window' }), passive);
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#timer);
      clearTimeout(this.#countAt);
      this.#options.count();
      this.#clear();
    });
  }

  summary(): { term: string; places: number }[] {
    return [...tally(this.#options.spotter.mentions)].map(([term, places]) => ({ term, places }));
  }

  terms(): string[] {
    return [...shownTerms(this.#options.spotter.mentions)];
  }

  jump(term: string, place: number): void {
    const mention = placesOf(term, this.#options.spotter.mentions)[place];
    if (!mention) return;
    scrollIntoWindow(mention);
    this.#hit = undefined;
    this.#send({ type: 'open', mention });
  }

  step(direction: 1 | -1): void {
    const marks = marksOf(this.#options.spotter);
    const at = this.#stepped === undefined || !this.#ring.isShown ? -1 : marks.indexOf(this.#stepped);
    const next = at < 0 ? fromWindow(marks, direction) : (at + direction + marks.length) % marks.length;
    const mention = marks[next];
    if (!mention) return;
    this.#send({ type: 'close' });
    this.#ring.begin();
    scrollIntoWindow(mention);
    this.#hit = undefined;
    this.#active.show(mention);
    this.#standOn(mention, marks);
    this.#ring.focus();
  }

  /** Puts the ring round a mark. */
  #standOn(mention: PageMention, marks: readonly PageMention[]): void {
    this.#stepped = mention;
    const words = rangeOf(mention).toString().replaceAll(/\s+/g, ' ');
    const name = i18n.t('ring.name', { words, number: marks.indexOf(mention) + 1, count: marks.length });
    this.#ring.show(name, () => linesOf(mention)[0], mention.element);
  }

  /** A card whose words are gone has to go, and the badge wants counting. */
  changed(): void {
    this.#check();
    this.#countAt ||= setTimeout(
      () => {
        this.#countAt = 0;
        this.#lastCount = performance.now();
        this.#options.count();
      },
      Math.max(0, this.#lastCount + COUNT_MS - performance.now()),
    ) as unknown as number;
  }

  #check(): void {
    const mention = this.#machine.open;
    if (mention && !linesOf(mention).some(isInWindow)) this.#send({ type: 'gone', mention });
  }

  #pointerMoved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    this.#pointer = event;
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#look());
  }

  #look(): void {
    this.#frame = 0;
    const event = this.#pointer;
    if (!event || this.#options.signal.aborted) return;
    const { spotter } = this.#options;
    const point = { x: event.clientX, y: event.clientY };
    const card = cardPort();
    const ours = card?.owns(event.target) ?? false;
    const box = card?.box();
    const inCard = ours && box !== undefined && contains(box, point);
    // A pinned card hides what is under it.
    const hit = ours ? undefined : this.#mentionAt(point);
    this.#hit = hit;
    if (hit && hit.mention === this.#machine.open) this.#left = { from: point, line: hit.line };
    const { dismissed } = this.#machine;
    this.#send({
      type: 'move',
      ...point,
      over: hit?.mention,
      inLink: hit !== undefined && isInLink(hit.mention),
      inCard,
      inCorridor:
        box !== undefined && this.#left !== undefined && inCorridor(point, this.#left.from, this.#left.line, box),
      pressed: event.buttons !== 0,
      nearDismissed: dismissed !== undefined && linesOf(dismissed).some((line) => contains(line, point, ESC_LEAVE_PX)),
    });
    this.#repair(spotter.painter);
  }

  /** Sets marks again that the page has cleared. */
  #repair({ name, highlight }: MarkPainter): void {
    if (name === '' || this.#repairs >= MOST_REPAIRS || CSS.highlights.get(name) === highlight) return;
    this.#repairs++;
    CSS.highlights.set(name, highlight);
  }

  #pressed(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const point = { x: event.clientX, y: event.clientY };
    const ours = cardPort()?.owns(event.target) ?? false;
    // Asked here and not taken from the last move: a quick hand clicks before the next frame.
    this.#send({ type: 'press', inCard: ours, over: ours ? undefined : this.#mentionAt(point)?.mention });
  }

  /** A tap on a word opens its card as a sheet; one elsewhere closes it. */
  #tapped(event: PointerEvent): void {
    if (cardPort()?.owns(event.target)) return;
    if (this.#openAt({ x: event.clientX, y: event.clientY }, true)) return;
    this.#send({ type: 'press', inCard: false, over: undefined });
  }

  #clicked(event: MouseEvent): void {
    const { isTrusted, button, detail, pointerType } = event as PointerEvent;
    const byPointer = isTrusted && button === 0 && detail > 0 && pointerType !== 'touch';
    if (!byPointer || this.#options.opening() !== 'click' || cardPort()?.owns(event.target)) return;
    this.#openAt({ x: event.clientX, y: event.clientY }, false);
  }

  /** @returns whether there is a word to open, which is no link and was not just selected. */
  #openAt(point: Point, sheet: boolean): boolean {
    const hit = this.#mentionAt(point);
    if (!hit || isInLink(hit.mention) || getSelection()?.isCollapsed === false) return false;
    this.#hit = hit;
    this.#sheet = sheet;
    this.#focused = sheet;
    this.#send({ type: 'open', mention: hit.mention, stays: true });
    return true;
  }

  #mentionAt(point: Point): Hit | undefined {
    const hit = mentionAt(point, this.#options.spotter);
    return hit && !this.#pinned.has(hit.mention) ? hit : undefined;
  }

  /** Goes to the next or previous place of the term whose card is open. */
  #goOn(mention: PageMention, direction: 1 | -1): void {
    const { spotter } = this.#options;
    const places = placesOf(mention.term, spotter.mentions);
    const next = places[(places.indexOf(mention) + direction + places.length) % places.length];
    if (!next) return;
    this.#focused = cardPort()?.hasFocus() ?? false;
    scrollIntoWindow(next);
    this.#hit = undefined;
    this.#send({ type: 'open', mention: next, stays: this.#focused });
    const marks = this.#ring.isShown ? marksOf(spotter) : [];
    if (marks.includes(next)) this.#standOn(next, marks);
  }

  #clear(): void {
    this.#do(this.#machine.send({ type: 'close' }, performance.now()));
    this.#pinned.clear();
    cardPort()?.clear();
  }

  #scrolled(): void {
    this.#send({ type: 'scroll' });
    if (this.#machine.open) requestAnimationFrame(() => this.#check());
  }

  #key(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.key === 'Escape') {
      if (!this.#escape()) return;
      // The card is what this key closed, so a dialog of the page below it stays open.
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (isEditable(event.composedPath()[0])) this.#send({ type: 'typing' });
  }

  /** Closes what is nearest: the open card, the pinned one with the focus in it, the ring. @returns whether there was one. */
  #escape(): boolean {
    if (this.#machine.open) this.#send({ type: 'escape' });
    else if (cardPort()?.escape()) return true;
    else if (this.#ring.isShown) {
      this.#ring.end();
      this.#active.show(undefined);
    } else return false;
    return true;
  }

  #send(event: HoverEvent<PageMention>): void {
    if (!isAlive()) {
      this.#options.orphaned();
      return;
    }
    this.#machine.opening = this.#options.opening();
    this.#do(this.#machine.send(event, performance.now()));
    clearTimeout(this.#timer);
    const next = this.#machine.nextTime;
    if (next !== undefined && !this.#options.signal.aborted) {
      this.#timer = setTimeout(
        () => this.#send({ type: 'time' }),
        Math.max(0, next - performance.now()),
      ) as unknown as number;
    }
  }

  #do(effects: readonly Effect<PageMention>[]): void {
    for (const effect of effects) {
      if (effect.type === 'prepare') void this.#prepare(effect.mention);
      else if (effect.type === 'open') void this.#show(effect.mention);
      else this.#hide();
    }
  }

  async #show(mention: PageMention): Promise<void> {
    const { spotter, prepare } = this.#options;
    const sheet = this.#sheet;
    const focus = this.#focused || (this.#ring.isShown && mention === this.#stepped);
    this.#sheet = false;
    this.#focused = false;
    this.#opening = mention;
    const pointer = this.#hit?.mention === mention ? this.#pointer : undefined;
    const lines = linesOf(mention);
    const at = this.#hit?.mention === mention ? this.#hit.line : lines[0];
    const lineNumber = Math.max(
      0,
      lines.findIndex((line) => line.top === at?.top && line.left === at.left),
    );
    if (at) this.#left = { from: { x: pointer?.clientX ?? at.left, y: pointer?.clientY ?? at.bottom }, line: at };
    this.#active.show(mention);

    const entry = await this.#prepare(mention);
    // Meanwhile the pointer may have gone on.
    if (this.#opening !== mention || this.#machine.open !== mention) return;
    const card = cardPort();
    if (!entry || !card) {
      this.#send({ type: 'close' });
      return;
    }
    const places = placesOf(mention.term, spotter.mentions);
    card.show({
      entry,
      place: places.indexOf(mention) + 1,
      places: places.length,
      line: () => linesOf(mention)[lineNumber] ?? linesOf(mention)[0],
      pointerX: pointer?.clientX,
      element: mention.startNode.parentElement ?? mention.element,
      focus,
      sheet,
      lookUp: prepare,
      goOn: (direction) => this.#goOn(mention, direction),
      pinned: () => {
        this.#pinned.add(mention);
        this.#opening = undefined;
        this.#active.show(undefined);
        this.#send({ type: 'pin' });
      },
      closed: () => {
        if (!this.#pinned.delete(mention)) this.#send({ type: 'escape' });
      },
    });
  }

  /** @returns nothing when the extension could not answer, for instance because it is just being updated. */
  async #prepare({ term }: PageMention): Promise<Entry | undefined> {
    try {
      return await this.#options.prepare(term);
    } catch (error) {
      console.debug('No card for', term, error);
      return undefined;
    }
  }

  #hide(): void {
    this.#opening = undefined;
    this.#left = undefined;
    this.#active.show(this.#ring.isShown ? this.#stepped : undefined);
    cardPort()?.hide();
    this.#ring.focus();
  }
}

/** @returns the first mark from the window's top on, or the last before its bottom. */
function fromWindow(marks: readonly PageMention[], direction: 1 | -1): number {
  const top = (mention: PageMention | undefined) => (mention && linesOf(mention)[0]?.top) ?? 0;
  if (direction < 0) return marks.findLastIndex((mention) => top(mention) < innerHeight);
  return Math.max(
    0,
    marks.findIndex((mention) => top(mention) >= 0),
  );
}

function isInLink({ startNode }: PageMention): boolean {
  const parent = startNode.parentElement;
  return parent !== null && Element.prototype.closest.call(parent, 'a[href]') !== null;
}

function isEditable(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
