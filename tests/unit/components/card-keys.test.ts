import { expect, test } from 'vitest';
import { actionOf } from '../../../components/card-keys.ts';

const pressed = (key: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {}) =>
  actionOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false, ...held });

test('each key has its action, with caps lock as well', () => {
  expect(['p', 'c', 'b', 'r', 'k', 's', 'n', '?'].map((key) => pressed(key))).toEqual([
    'pin',
    'copy',
    'bibtex',
    'ris',
    'known',
    'saved',
    'next',
    'help',
  ]);
  expect(pressed('P')).toBe('pin');
  expect(pressed('N', { shiftKey: true })).toBe('previous');
  expect(pressed('?', { shiftKey: true })).toBe('help');
  expect(pressed('ArrowLeft', { altKey: true })).toBe('back');
  expect(pressed('ArrowRight', { altKey: true })).toBe('forward');
});

test('keys of the browser and the page stay theirs', () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const) {
    for (const key of ['p', 'c', 'b', 'r', 'k', 's', 'n', '?'])
      expect(pressed(key, { [held]: true }), key).toBe(undefined);
  }
  expect(pressed('ArrowLeft', { altKey: true, ctrlKey: true })).toBe(undefined);
  for (const key of ['ArrowLeft', 'ArrowRight', 'Escape', 'Enter', ' ', 'Tab', 'x'])
    expect(pressed(key), key).toBe(undefined);
  expect(pressed('K', { shiftKey: true })).toBe(undefined);
  expect(
    actionOf({ key: 'n', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: true }),
  ).toBe(undefined);
});
