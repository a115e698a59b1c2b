/**
 * When a card opens and closes: a state machine with time as input, so that it runs without a browser.
 * It knows mentions only by identity (`M`), and the pointer by what `hover.ts` says about each move.
 */
import type { Opening } from '../settings/reading.ts';
import {
  CLOSE_MS,
  CORRIDOR_CAP_MS,
  DWELL_MS,
  LINK_EXTRA_MS,
  MOVE_WITHIN_MS,
  REST_MS,
  REST_RADIUS,
  SCROLL_LOCK_MS,
  SPEED_GAP_MS,
  SPEED_GATE,
  TREMOR_MS,
  TYPING_LOCK_MS,
  WARM_MS,
  WARM_OPEN_MS,
} from './timing.ts';

export type HoverEvent<M> =
  | {
      type: 'move';
      x: number;
      y: number;
      /** The mention under the pointer. */
      over: M | undefined;
      inLink: boolean;
      inCard: boolean;
      inCorridor: boolean;
      /** A button is held: somebody selects or drags. */
      pressed: boolean;
      /** Still within `ESC_LEAVE_PX` of the mention that Esc closed. */
      nearDismissed: boolean;
    }
  | { type: 'leave-window' | 'scroll' | 'escape' | 'typing' | 'time' }
  /** A button went down; `over` is the mention there. */
  | { type: 'press'; inCard: boolean; over: M | undefined }
  /** Opened by a deliberate act: a row of the popup, a key, a tap. One that `stays` is not closed by leaving it. */
  | { type: 'open'; mention: M; stays?: boolean }
  /** The open card was pinned: it goes on without us, and the next may open. */
  | { type: 'pin' }
  /** Nothing of the page may stay open: it went away, or marks were switched off. */
  | { type: 'close' }
  /** The mention is no longer on the page or in the window. */
  | { type: 'gone'; mention: M };

export type Effect<M> =
  /** Somebody seems to want this one: fetch what the card needs. */
  { type: 'prepare'; mention: M } | { type: 'open'; mention: M } | { type: 'close' };

interface Waiting<M> {
  mention: M;
  /** When the dwell began: on entering, or at the last fast move. */
  since: number;
  restSince: number;
  restX: number;
  restY: number;
  openMs: number;
  prepared: boolean;
}

interface Open<M> {
  mention: M;
  /** The pointer was on the mention or the card since it opened. Before that, leaving means nothing. */
  entered: boolean;
  leftAt: number | undefined;
  inCorridor: boolean;
  stays: boolean;
}

export class HoverMachine<M> {
  /** How cards open; the reader may change it at any time. */
  opening: Opening = 'normal';
  #waiting: Waiting<M> | undefined;
  #open: Open<M> | undefined;
  #dismissed: M | undefined;
  #closedAt = Number.NEGATIVE_INFINITY;
  #scrolledAt = Number.NEGATIVE_INFINITY;
  #typedAt = Number.NEGATIVE_INFINITY;
  #last: { x: number; y: number; at: number; speed: number } | undefined;

  /** The mention whose card is open. */
  get open(): M | undefined {
    return this.#open?.mention;
  }

  /** The mention that Esc closed and the pointer has not left yet. */
  get dismissed(): M | undefined {
    return this.#dismissed;
  }

  /**
   * @param now ms on any clock that does not go back.
   * @returns what is to be done, in order. Call again with `time` when `nextTime` has come.
   */
  send(event: HoverEvent<M>, now: number): Effect<M>[] {
    const due = event.type === 'time' ? [] : this.#tick(now);
    switch (event.type) {
      case 'move':
        return [...due, ...this.#move(event, now), ...this.#tick(now)];
      case 'time':
        return this.#tick(now);
      case 'scroll':
        this.#scrolledAt = now;
        this.#waiting = undefined;
        return due;
      case 'leave-window':
        this.#waiting = undefined;
        this.#leave(now);
        return due;
      case 'typing':
        this.#typedAt = now;
        this.#waiting = undefined;
        return [...due, ...this.#close(now)];
      case 'press':
        if (event.inCard) return due;
        // The click is the page's; a card that opened over it a moment later would be in the way.
        this.#dismissed = event.over ?? this.#open?.mention;
        this.#waiting = undefined;
        return [...due, ...this.#close(now)];
      case 'escape':
        this.#dismissed = this.#open?.mention ?? this.#waiting?.mention;
        this.#waiting = undefined;
        return [...due, ...this.#close(now)];
      case 'open':
        this.#waiting = undefined;
        this.#dismissed = undefined;
        return [...due, ...this.#openCard(event.mention, now, false, event.stays)];
      case 'pin':
        this.#open = undefined;
        return due;
      case 'close':
        this.#waiting = undefined;
        return [...due, ...this.#close(now)];
      case 'gone':
        if (this.#waiting?.mention === event.mention) this.#waiting = undefined;
        if (this.#dismissed === event.mention) this.#dismissed = undefined;
        return [...due, ...(this.#open?.mention === event.mention ? this.#close(now) : [])];
    }
  }

  /** When `time` is next worth sending; `undefined` when nothing is under way. */
  get nextTime(): number | undefined {
    const times: number[] = [];
    if (this.#waiting) {
      const { since, restSince, openMs, prepared } = this.#waiting;
      if (!prepared) times.push(restSince + Math.min(REST_MS, openMs) / 2);
      const ready = Math.max(since + openMs, restSince + Math.min(REST_MS, openMs), this.#lockedUntil);
      times.push(Math.min(ready, Math.max(since + openMs + TREMOR_MS, this.#lockedUntil)));
    }
    const closeAt = this.#closeAt;
    if (closeAt !== undefined) times.push(closeAt);
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  #move(event: Extract<HoverEvent<M>, { type: 'move' }>, now: number): Effect<M>[] {
    const moved = this.#measure(event.x, event.y, now);
    if (this.#dismissed !== undefined && !event.nearDismissed) this.#dismissed = undefined;

    const open = this.#open;
    if (open) {
      if (event.inCard || event.over === open.mention) {
        open.entered = true;
        open.leftAt = undefined;
        this.#waiting = undefined;
        return [];
      }
      open.inCorridor = event.inCorridor;
      this.#leave(now);
    }

    const asked = this.opening === 'click' || this.opening === 'key';
    if (asked || event.over === undefined || event.pressed || event.inCard || event.over === this.#dismissed) {
      this.#waiting = undefined;
      return [];
    }
    const waiting = this.#waiting?.mention === event.over ? this.#waiting : undefined;
    if (!waiting) {
      // The browser tells of a move, too, when the page scrolls or shifts under a still pointer.
      if (!moved) {
        this.#waiting = undefined;
        return [];
      }
      this.#waiting = {
        mention: event.over,
        since: now,
        restSince: now,
        restX: event.x,
        restY: event.y,
        openMs: this.#openMs(event.inLink, open !== undefined && event.inCorridor, now),
        prepared: false,
      };
      return [];
    }
    if ((this.#last?.speed ?? 0) > SPEED_GATE) waiting.since = now;
    if (Math.hypot(event.x - waiting.restX, event.y - waiting.restY) > REST_RADIUS) {
      waiting.restSince = now;
      waiting.restX = event.x;
      waiting.restY = event.y;
    }
    return [];
  }

  /** @returns whether the pointer itself moved lately. */
  #measure(x: number, y: number, now: number): boolean {
    const last = this.#last;
    if (last && last.x === x && last.y === y) return now - last.at <= MOVE_WITHIN_MS;
    const elapsed = last ? now - last.at : Number.POSITIVE_INFINITY;
    const speed = last && elapsed > 0 && elapsed <= SPEED_GAP_MS ? Math.hypot(x - last.x, y - last.y) / elapsed : 0;
    this.#last = { x, y, at: now, speed: last && elapsed <= SPEED_GAP_MS ? (speed + last.speed) / 2 : speed };
    return true;
  }

  /** Before the pointer was on it once, leaving means nothing. */
  #leave(now: number): void {
    if (this.#open?.entered && !this.#open.stays) this.#open.leftAt ??= now;
  }

  #openMs(inLink: boolean, towardsCard: boolean, now: number): number {
    const warm = this.#open !== undefined || now - this.#closedAt <= WARM_MS;
    // On the way to a card other mentions are crossed; only staying on one means it.
    const dwell = DWELL_MS[this.opening] ?? DWELL_MS.normal;
    return (warm && !towardsCard ? WARM_OPEN_MS : dwell) + (inLink ? LINK_EXTRA_MS : 0);
  }

  get #lockedUntil(): number {
    return Math.max(this.#scrolledAt + SCROLL_LOCK_MS, this.#typedAt + TYPING_LOCK_MS);
  }

  get #closeAt(): number | undefined {
    const open = this.#open;
    if (open?.leftAt === undefined) return undefined;
    return open.leftAt + (open.inCorridor ? CORRIDOR_CAP_MS : CLOSE_MS);
  }

  #tick(now: number): Effect<M>[] {
    const effects: Effect<M>[] = [];
    const waiting = this.#waiting;
    if (waiting) {
      const rested = now - waiting.restSince;
      const rest = Math.min(REST_MS, waiting.openMs);
      if (!waiting.prepared && rested >= rest / 2) {
        waiting.prepared = true;
        effects.push({ type: 'prepare', mention: waiting.mention });
      }
      const dwelt = now - waiting.since;
      const meant = (dwelt >= waiting.openMs && rested >= rest) || dwelt >= waiting.openMs + TREMOR_MS;
      if (meant && now >= this.#lockedUntil) {
        this.#waiting = undefined;
        effects.push(...this.#openCard(waiting.mention, now, true));
        return effects;
      }
    }
    const closeAt = this.#closeAt;
    if (closeAt !== undefined && now >= closeAt) effects.push(...this.#close(now));
    return effects;
  }

  #openCard(mention: M, now: number, entered: boolean, stays = false): Effect<M>[] {
    const closing = this.#open?.mention === mention ? [] : this.#close(now);
    this.#open = { mention, entered, leftAt: undefined, inCorridor: false, stays };
    return [...closing, { type: 'open', mention }];
  }

  #close(now: number): Effect<M>[] {
    if (!this.#open) return [];
    this.#open = undefined;
    this.#closedAt = now;
    return [{ type: 'close' }];
  }
}
