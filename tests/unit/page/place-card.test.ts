import { expect, test, vi } from 'vitest';
import { moveBy } from '../../../page/place-card.ts';

vi.stubGlobal('visualViewport', { offsetLeft: 0, offsetTop: 0, width: 1024, height: 768 });

/** A pinned card of this size at this place; the test's own window lays nothing out. */
function frameAt(left: number, top: number): HTMLElement {
  const frame = document.createElement('div');
  frame.getBoundingClientRect = () => new DOMRect(left, top, 360, 300);
  return frame;
}

test.for([
  ['by as much as was asked', [300, 200], [8, -32], '308px 168px'],
  ['not beyond the start', [300, 200], [-5000, -5000], '8px 8px'],
  ['not beyond the end', [300, 200], [5000, 5000], `${1024 - 8 - 360}px ${768 - 8 - 300}px`],
  ['back in from outside', [2000, 900], [0, 0], `${1024 - 8 - 360}px ${768 - 8 - 300}px`],
] as const)('a pinned card moves %s', ([, [left, top], [dx, dy], expected]) => {
  const frame = frameAt(left, top);
  moveBy(frame, dx, dy);
  expect(frame.style.getPropertyValue('translate')).toBe(expected);
});
