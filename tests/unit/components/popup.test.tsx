import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Popup, type PopupProps } from '../../../components/popup.tsx';
import type { SiteState } from '../../../components/popup-site.tsx';
import type { Entry } from '../../../data/entry.ts';

const zonulin: Entry = {
  id: 'zonulin',
  name: 'Zonulin',
  kind: 'molecule',
  also: [],
  old: [],
  hidden: [],
  inShort: '',
  explain: '',
  claims: [],
  studies: [],
  related: [],
  reviewed: '2026-01-01',
};
const SITE: SiteState = { name: 'site', host: 'example.org', on: true, here: true, kept: true };

/** Shows the popup with everything at rest but for `changed`. */
function show(changed: Partial<PopupProps>): PopupProps {
  const props: PopupProps = {
    site: SITE,
    pausedUntil: undefined,
    page: { marked: [{ entry: zonulin, places: 2 }], known: [], notHere: [], stopped: false },
    termCount: 1,
    search: () => [],
    entryOf: () => zonulin,
    lists: { saved: [zonulin], recent: [] },
    density: 'section',
    ...Object.fromEntries(
      [
        'onSwitch',
        'onSwitchHere',
        'onAllow',
        'onReload',
        'onPause',
        'onJump',
        'onDensity',
        'onGoOn',
        'onOpened',
        'onOptions',
        'onGlossary',
        'onClose',
      ].map((name) => [name, vi.fn()]),
    ),
    onMarkAgain: vi.fn(),
    handsFor: () => ({}),
    ...changed,
  } as PopupProps;
  render(<Popup {...props} />, document.body);
  return props;
}

const says = () => document.body.textContent ?? '';
const button = (words: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === words);

afterEach(() => render(null, document.body));

test('in a private window there is nothing that would be stored', () => {
  const known = [{ entry: zonulin, places: 1 }];
  const props = show({
    site: { ...SITE, kept: false },
    lists: undefined,
    onMarkAgain: undefined,
    page: { marked: known, known, notHere: [], stopped: false },
  });
  expect(says()).toContain('In a private window nothing is kept.');
  for (const words of ['Pause for 1 hour', 'Mark again Zonulin', 'Off on this page only'])
    expect(button(words), words).toBeUndefined();
  expect(says()).not.toContain('Saved');
  expect(document.querySelector('.choice')).toBeNull();
  (document.querySelector('[role=switch]') as HTMLElement).click();
  expect(props.onSwitchHere).toHaveBeenCalledWith(false);
  expect(props.onSwitch).not.toHaveBeenCalled();
});

test('says how much there is of what', () => {
  show({});
  expect(says()).toContain('On this page: 1 term, 2 places');
  show({ page: { marked: [], known: [{ entry: zonulin, places: 1 }], notHere: [], stopped: false } });
  expect(says()).toContain('On this page: 1 term, 1 place');
  expect(says()).toContain('Known: 1 hidden');
});

test('elsewhere the switch is for the site, and the button below for the page', () => {
  const props = show({});
  (document.querySelector('[role=switch]') as HTMLElement).click();
  expect(props.onSwitch).toHaveBeenCalledWith(false);
  button('Off on this page only')?.click();
  expect(props.onSwitchHere).toHaveBeenCalledWith(false);
});

test.each([
  [{ on: true, here: true }, 'Marks are on.', 'Off on this page only'],
  [{ on: true, here: false }, 'Marks are off on this page, until it is reloaded.', 'On again on this page'],
  [{ on: false, here: false }, 'Marks are off here.', 'On for this page only'],
  [
    { on: false, here: true },
    'Marks are off on this site, but on in this page until it is reloaded.',
    'Off on this page only',
  ],
])('%o', (state, words, way) => {
  show({ site: { ...SITE, ...state } as SiteState });
  expect(says()).toContain(words);
  expect(button(way)).toBeDefined();
});

test('while everything is paused nothing can be switched', () => {
  const props = show({ pausedUntil: '15:40' });
  expect(says()).toContain('Paused everywhere until 15:40.');
  expect(document.querySelector<HTMLButtonElement>('[role=switch]')?.disabled).toBe(true);
  expect(says()).not.toContain('On this page');
  button('Resume')?.click();
  expect(props.onPause).toHaveBeenCalledWith(false);
});

const WHYS = ['browser', 'own', 'pdf', 'file', 'access', 'data', 'loading', 'reload'] as const;

test('every reason why it cannot run has its own words', () => {
  const words = WHYS.map((why) => {
    show({ site: { name: 'closed', why } });
    return `${document.querySelector('h1')?.textContent} ${document.querySelector('.site p')?.textContent}`;
  });
  expect(new Set(words).size).toBe(WHYS.length);
  for (const one of words) expect(one.length).toBeGreaterThan(20);
});

test('without access it offers to ask for it, by name where the name is known', () => {
  const props = show({ site: { name: 'closed', why: 'access', host: 'example.org' } });
  button('Allow on example.org')?.click();
  expect(props.onAllow).toHaveBeenCalledOnce();
  show({ site: { name: 'closed', why: 'access' } });
  expect(button('Allow on all sites')).toBeDefined();
});

test('a page from before is reloaded when asked', () => {
  const props = show({ site: { name: 'closed', why: 'reload' } });
  button('Reload the page')?.click();
  expect(props.onReload).toHaveBeenCalledOnce();
});

test('Enter opens the first that was found, but not the Enter that ends the writing of a word', async () => {
  const props = show({ search: () => [zonulin] });
  const field = document.querySelector('input') as HTMLInputElement;
  const enter = (isComposing: boolean) => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true });
    Object.defineProperty(event, 'isComposing', { value: isComposing });
    return act(() => {
      field.dispatchEvent(event);
    });
  };
  await act(() => {
    field.value = 'ゾヌリン';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await enter(true);
  expect(props.onOpened).not.toHaveBeenCalled();
  await enter(false);
  expect(props.onOpened).toHaveBeenCalledExactlyOnceWith('zonulin');
});
