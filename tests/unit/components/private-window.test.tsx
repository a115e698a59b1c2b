import { render } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { Options, type OptionsProps } from '../../../components/options.tsx';
import { Welcome } from '../../../components/welcome.tsx';
import type { Entry } from '../../../data/entry.ts';

const sample: Entry = {
  id: 'butyrate',
  name: 'Butyrate',
  kind: 'molecule',
  also: [],
  old: [],
  hidden: [],
  inShort: 'A small acid.',
  explain: 'It is made from fibre.',
  claims: [],
  noStudy: 'None yet.',
  studies: [],
  related: [],
  reviewed: '2026-11-01',
};
const nothing = () => undefined;

const optionsOf = (kept: boolean): OptionsProps => ({
  kept,
  trouble: undefined,
  opening: 'normal',
  onOpening: nothing,
  marks: { density: 'section', onDensity: nothing, style: 'none', onStyle: nothing },
  card: { textSize: 'normal', onTextSize: nothing, theme: 'page', onTheme: nothing, sample, entryOf: () => undefined },
  sites: {
    where: 'all',
    onWhere: nothing,
    sites: [{ host: 'news.example', on: false }],
    onSite: nothing,
    onForget: nothing,
    readSite: () => ({ problem: 'empty' }),
    access: { granted: true, onAsk: nothing },
  },
  terms: {
    known: [{ id: 'zonulin', name: 'Zonulin', url: undefined }],
    onMarkAgain: nothing,
    saved: [],
    onUnsave: nothing,
    notHere: [],
    onTakeBack: nothing,
    recent: 2,
    onClearRecent: nothing,
  },
  exchange: {
    onExport: () => Promise.resolve(''),
    onImport: () => Promise.resolve({ ok: true, counts: {} }),
  },
  privacy: { kept: { sites: 1, known: 1, saved: 0, notHere: 0, recent: 2 }, onWipe: nothing },
  keys: { keys: [], onChangeKeys: nothing },
  about: { version: '1.0.0', terms: 1, studies: 1, glossaryUrl: '' },
});

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  // Painting marks is the browser's, and tested there.
  vi.stubGlobal('Highlight', Set);
  vi.stubGlobal('StaticRange', Object);
  vi.stubGlobal('CSS', { highlights: new Map() });
});

/** What can still be pressed or changed. */
const open = () =>
  [...document.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')]
    .filter(
      (element) => !element.disabled && !element.closest('fieldset:disabled') && !element.closest('dialog, .card'),
    )
    .map((element) => element.textContent || element.type);

test('in a private window the options say that nothing is stored, and nothing that stores can be used', () => {
  render(<Options {...optionsOf(false)} />, root);
  expect(document.body.textContent).toContain('This is a private window, where nothing is stored.');
  expect(open()).toEqual(['search', 'checkbox', 'Save file', 'Change keys']);
});

test('elsewhere everything can be used', () => {
  render(<Options {...optionsOf(true)} />, root);
  expect(document.body.textContent).not.toContain('private window, where nothing is stored');
  expect(document.querySelector(':disabled')).toBeNull();
  expect(open()).toEqual(expect.arrayContaining(['radio', 'Add', 'Mark again Zonulin', 'file', 'Delete everything…']));
});

test('the first-run page says so, too, and still can be left', () => {
  const { marks, sites } = optionsOf(false);
  render(
    <Welcome
      kept={false}
      trouble={undefined}
      opening="normal"
      onOpening={nothing}
      density="section"
      onDensity={marks.onDensity}
      where="all"
      onWhere={sites.onWhere}
      access={sites.access}
      terms={[sample, sample]}
      entryOf={() => undefined}
      optionsUrl=""
      onLeave={nothing}
    />,
    root,
  );
  expect(document.body.textContent).toContain('This is a private window, where nothing is stored.');
  expect(open()).toEqual(['Skip', 'zonulin', 'rosacea', 'Start reading']);
});
