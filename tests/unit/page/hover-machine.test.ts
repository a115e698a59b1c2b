import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Effect, type HoverEvent, HoverMachine } from '../../../page/hover-machine.ts';
import {
  CLOSE_MS,
  CORRIDOR_CAP_MS,
  DWELL_MS,
  LINK_EXTRA_MS,
  OPEN_MS,
  SCROLL_LOCK_MS,
  TREMOR_MS,
  TYPING_LOCK_MS,
  WARM_MS,
  WARM_OPEN_MS,
} from '../../../page/timing.ts';
import { OPENINGS } from '../../../settings/reading.ts';

type Move = Extract<HoverEvent<string>, { type: 'move' }>;

/** Drives a machine along a clock, waking it when it asks to be woken, as `hover.ts` does. */
class Reader {
  readonly machine = new HoverMachine<string>();
  readonly log: string[] = [];
  now = 1000;
  #at = { x: 0, y: 0 };

  move(over: string | undefined, more: Partial<Move> = {}): this {
    this.#at = { x: this.#at.x + 1, y: this.#at.y };
    return this.send({
      type: 'move',
      ...this.#at,
      over,
      inLink: false,
      inCard: false,
      inCorridor: false,
      pressed: false,
      nearDismissed: false,
      ...more,
    });
  }

  send(event: HoverEvent<string>): this {
    this.#note(this.machine.send(event, this.now));
    return this;
  }

  wait(ms: number): this {
    const end = this.now + ms;
    for (let next = this.machine.nextTime; next !== undefined && next <= end; next = this.machine.nextTime) {
      this.now = Math.max(this.now, next);
      this.#note(this.machine.send({ type: 'time' }, this.now));
    }
    this.now = end;
    return this;
  }

  #note(effects: Effect<string>[]): void {
    for (const effect of effects) this.log.push(effect.type === 'close' ? 'close' : `${effect.type} ${effect.mention}`);
  }

  get isOpen(): string | undefined {
    return this.machine.open;
  }
}

const hovering = () => new Reader().move('acne').wait(OPEN_MS);

describe('opening', () => {
  test('a pointer at rest on a mention opens its card, not before its time', () => {
    const reader = new Reader().move('acne').wait(OPEN_MS - 1);
    expect(reader.log).toEqual(['prepare acne']);
    expect(reader.wait(1).log).toEqual(['prepare acne', 'open acne']);
  });

  test('passing over opens nothing', () => {
    const reader = new Reader();
    for (const word of ['acne', 'rosacea', 'sebum']) reader.move(word).wait(50);
    expect(reader.move(undefined).wait(2000).log).toEqual([]);
  });

  test('a fast pointer has to slow down first', () => {
    const reader = new Reader();
    for (let x = 0; x < 500; x += 10) reader.move('acne', { x, y: 0 }).wait(16);
    expect(reader.log).toEqual([]);
    expect(reader.wait(OPEN_MS).isOpen).toBe('acne');
  });

  test('a trembling hand gets its card, too, a little later', () => {
    const reader = new Reader();
    for (let i = 0; i * 60 < OPEN_MS + TREMOR_MS; i++) reader.move('acne', { x: (i % 2) * 5, y: 0 }).wait(60);
    expect(reader.isOpen).toBe('acne');
  });

  test('nothing opens when the page moves under a still pointer', () => {
    const reader = new Reader().move(undefined, { x: 5, y: 5 }).wait(1000);
    expect(reader.move('acne', { x: 5, y: 5 }).wait(2000).log).toEqual([]);
  });

  test('scrolling, typing and a held button keep it shut', () => {
    expect(new Reader().move('acne').send({ type: 'scroll' }).wait(2000).log).toEqual([]);
    expect(new Reader().send({ type: 'scroll' }).move('acne').wait(SCROLL_LOCK_MS).isOpen).toBeUndefined();
    expect(
      new Reader()
        .send({ type: 'typing' })
        .move('acne')
        .wait(TYPING_LOCK_MS - 1).isOpen,
    ).toBeUndefined();
    expect(new Reader().move('acne', { pressed: true }).wait(2000).log).toEqual([]);
  });

  test('in a link the click gets more time', () => {
    const reader = new Reader().move('acne', { inLink: true }).wait(OPEN_MS + LINK_EXTRA_MS - 1);
    expect(reader.isOpen).toBeUndefined();
    expect(reader.wait(1).isOpen).toBe('acne');
  });

  test('a neighbour opens at once while comparing', () => {
    const reader = hovering().move(undefined).wait(CLOSE_MS);
    expect(reader.isOpen).toBeUndefined();
    expect(reader.move('rosacea').wait(WARM_OPEN_MS).isOpen).toBe('rosacea');
    const late = hovering()
      .move(undefined)
      .wait(CLOSE_MS + WARM_MS + 1);
    expect(late.move('rosacea').wait(WARM_OPEN_MS).isOpen).toBeUndefined();
  });

  test('one card replaces the other', () => {
    const reader = hovering().move('rosacea').wait(OPEN_MS);
    expect(reader.log.filter((entry) => !entry.startsWith('prepare'))).toEqual(['open acne', 'close', 'open rosacea']);
  });
});

describe('closing', () => {
  test('leaving closes after a grace', () => {
    const reader = hovering()
      .move(undefined)
      .wait(CLOSE_MS - 1);
    expect(reader.isOpen).toBe('acne');
    expect(reader.wait(1).isOpen).toBeUndefined();
  });

  test('coming back in time keeps it open, and does not open it again', () => {
    const reader = hovering()
      .move(undefined)
      .wait(CLOSE_MS - 1)
      .move('acne')
      .wait(5000);
    expect(reader.isOpen).toBe('acne');
    expect(reader.log).toEqual(['prepare acne', 'open acne']);
  });

  test('it stays as long as the pointer is on it', () => {
    expect(hovering().move(undefined, { inCard: true }).wait(600_000).isOpen).toBe('acne');
  });

  test('on the way to the card there is more time, and words in between do not open', () => {
    const reader = hovering()
      .move('sebum', { inCorridor: true })
      .wait(CLOSE_MS + 50);
    expect(reader.isOpen).toBe('acne');
    expect(reader.move(undefined, { inCorridor: true }).wait(CORRIDOR_CAP_MS).isOpen).toBeUndefined();
  });

  test('Esc closes, and the same word stays shut until the pointer has left it', () => {
    const reader = hovering().send({ type: 'escape' });
    expect(reader.isOpen).toBeUndefined();
    expect(reader.move('acne', { nearDismissed: true }).wait(5000).isOpen).toBeUndefined();
    reader.move(undefined).wait(50);
    expect(reader.move('acne').wait(OPEN_MS).isOpen).toBe('acne');
  });

  test('a click on the page closes and is left to the page; one in the card does not', () => {
    expect(hovering().send({ type: 'press', inCard: true, over: undefined }).isOpen).toBe('acne');
    expect(hovering().send({ type: 'press', inCard: false, over: 'acne' }).isOpen).toBeUndefined();
  });

  test('a card opened on request stays while the pointer is elsewhere', () => {
    const reader = new Reader().send({ type: 'open', mention: 'acne' }).move(undefined).wait(60_000);
    expect(reader.isOpen).toBe('acne');
    reader.move('acne').wait(10).move(undefined).wait(CLOSE_MS);
    expect(reader.isOpen).toBeUndefined();
  });

  test('words that are gone take their card along', () => {
    expect(hovering().send({ type: 'gone', mention: 'acne' }).isOpen).toBeUndefined();
    expect(hovering().send({ type: 'gone', mention: 'sebum' }).isOpen).toBe('acne');
  });
});

describe('as the reader chose', () => {
  test('calm takes longer, fast less', () => {
    for (const opening of ['calm', 'normal', 'fast'] as const) {
      const reader = new Reader();
      reader.machine.opening = opening;
      const dwell = DWELL_MS[opening] ?? 0;
      expect(reader.move('acne').wait(dwell - 1).isOpen, opening).toBeUndefined();
      expect(reader.wait(1).isOpen, opening).toBe('acne');
    }
  });

  test('click only and key only open nothing on hover, and a request still does', () => {
    for (const opening of ['click', 'key'] as const) {
      const reader = new Reader();
      reader.machine.opening = opening;
      expect(reader.move('acne').wait(60_000).isOpen).toBeUndefined();
      expect(reader.send({ type: 'open', mention: 'acne', stays: true }).isOpen).toBe('acne');
    }
  });

  test('a card that was clicked or tapped open is not closed by leaving it', () => {
    const reader = new Reader().send({ type: 'open', mention: 'acne', stays: true }).move('acne').move(undefined);
    expect(reader.send({ type: 'leave-window' }).wait(60_000).isOpen).toBe('acne');
    expect(reader.send({ type: 'press', inCard: false, over: undefined }).isOpen).toBeUndefined();
  });

  test('a pinned card goes on by itself, and the next may open beside it', () => {
    const reader = hovering().send({ type: 'pin' });
    expect(reader.log.at(-1)).toBe('open acne');
    expect(reader.isOpen).toBeUndefined();
    expect(reader.move(undefined).wait(1000).move('sebum').wait(OPEN_MS).isOpen).toBe('sebum');
    expect(reader.log).not.toContain('close');
  });
});

test('whatever happens: one card at most, opened only on intent, it always closes, and Esc always works', () => {
  const term = fc.constantFrom('acne', 'sebum', undefined);
  const move = fc.record({
    type: fc.constant('move' as const),
    x: fc.integer({ min: 0, max: 20 }),
    y: fc.integer({ min: 0, max: 20 }),
    over: term,
    inLink: fc.boolean(),
    inCard: fc.boolean(),
    inCorridor: fc.boolean(),
    pressed: fc.boolean(),
    nearDismissed: fc.boolean(),
  });
  const other = fc.constantFrom<HoverEvent<string>>(
    { type: 'leave-window' },
    { type: 'scroll' },
    { type: 'escape' },
    { type: 'typing' },
    { type: 'press', inCard: false, over: 'acne' },
    { type: 'press', inCard: true, over: undefined },
    { type: 'open', mention: 'acne' },
    { type: 'open', mention: 'sebum', stays: true },
    { type: 'pin' },
    { type: 'close' },
    { type: 'gone', mention: 'acne' },
  );
  const step = fc.tuple(fc.oneof({ weight: 4, arbitrary: move }, other), fc.integer({ min: 0, max: 600 }));
  const opening = fc.constantFrom(...OPENINGS);
  fc.assert(
    fc.property(opening, fc.array(step, { maxLength: 40 }), (chosen, steps) => {
      const reader = new Reader();
      reader.machine.opening = chosen;
      let open: string | undefined;
      // What the pointer has been over without a break, and since when.
      let over: { term: string | undefined; since: number } = { term: undefined, since: 0 };
      for (const [event, ms] of steps) {
        const seen = reader.log.length;
        const before = reader.now;
        if (event.type === 'move' && event.over !== over.term) over = { term: event.over, since: before };
        reader.send(event).wait(ms);
        if (event.type === 'pin') open = undefined;
        for (const entry of reader.log.slice(seen)) {
          const [what, name] = entry.split(' ');
          if (what === 'open') {
            // A request for the card that is open leaves it open; nothing else opens upon an open one.
            if (event.type !== 'open') {
              expect(open).toBeUndefined();
              expect(['click', 'key']).not.toContain(chosen);
              expect(name).toBe(over.term);
              expect(reader.now - over.since).toBeGreaterThanOrEqual(WARM_OPEN_MS);
            } else expect(name).toBe(event.mention);
            open = name;
          } else if (what === 'close') {
            expect(open).toBeDefined();
            open = undefined;
          }
        }
        expect(reader.isOpen).toBe(open);
        if (event.type === 'escape' && ms === 0) expect(open).toBeUndefined();
        expect(reader.now).toBe(before + ms);
      }
      if (reader.isOpen !== undefined && steps.every(([event]) => event.type !== 'open')) {
        reader.move(undefined).wait(CORRIDOR_CAP_MS);
        expect(reader.isOpen).toBeUndefined();
      }
      reader.send({ type: 'escape' });
      expect(reader.isOpen).toBeUndefined();
      expect(reader.wait(60_000).isOpen).toBeUndefined();
    }),
    { numRuns: 10_000 },
  );
});
