/** Tells a tap of a finger from scrolling, pinching and long presses, all of which belong to the page and the browser. */
import { TAP_MS, TAP_RADIUS } from './timing.ts';

/** @param tapped gets the event with which the finger was lifted. Listeners are passive and stop nothing. */
export function listenForTaps(tapped: (event: PointerEvent) => void, signal: AbortSignal): void {
  const passive = { capture: true, passive: true, signal };
  let down: PointerEvent | undefined;
  addEventListener(
    'pointerdown',
    (event) => {
      down = event.isTrusted && event.pointerType === 'touch' && event.isPrimary ? event : undefined;
    },
    passive,
  );
  addEventListener(
    'pointercancel',
    () => {
      down = undefined;
    },
    passive,
  );
  addEventListener(
    'pointerup',
    (event) => {
      const from = down;
      down = undefined;
      if (!event.isTrusted || !from || from.pointerId !== event.pointerId) return;
      if (event.timeStamp - from.timeStamp >= TAP_MS) return;
      if (Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) <= TAP_RADIUS) tapped(event);
    },
    passive,
  );
}
