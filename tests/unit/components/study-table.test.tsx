import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { StudyTable } from '../../../components/study-table.tsx';
import type { Citation, EntryStudy } from '../../../data/entry.ts';

const study = (cite: string, rest: Partial<EntryStudy> = {}): EntryStudy => ({
  id: cite.toLowerCase().replaceAll(' ', '-'),
  cite,
  title: `About ${cite}`,
  journal: 'Journal',
  url: 'https://doi.org/10.1/x',
  design: 'cohort',
  subjects: 'people',
  finding: 'Something.',
  ...rest,
});
const studies = [
  study('Adams 2019', { n: 40, design: 'randomised-trial' }),
  study('Berg 2024', { design: 'narrative-review' }),
  study('de la Cruz 2021', { n: 1200, design: 'cohort' }),
  study('Diaz 2021', { n: 9, design: 'animal', subjects: 'mice', retracted: '2026-01-01' }),
];

const root = document.createElement('div');
document.body.append(root);
afterEach(() => render(null, root));

const cite = async (ids: readonly string[]): Promise<Citation[]> =>
  ids.map((id) => ({ id, text: `text of ${id}`, bibtex: `@${id}`, ris: `RIS ${id}` }));

function show(copy: (text: string) => Promise<void> = async () => undefined): void {
  act(() => render(<StudyTable studies={studies} cite={cite} copy={copy} />, root));
}
const authors = () => [...root.querySelectorAll('tbody th')].map((th) => th.textContent);
const press = async (name: string) => {
  const button = [...root.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.firstChild?.textContent) === name,
  );
  if (!button) throw new Error(`no button ${name}`);
  await act(async () => {
    button.click();
    await new Promise((resolve) => setTimeout(resolve));
  });
};
const sorted = () =>
  [...root.querySelectorAll('thead th')].map((th) => th.getAttribute('aria-sort')).filter((one) => one !== null);

test('the newest is first; a heading sorts, and sorts the other way when pressed again', async () => {
  show();
  expect(authors()).toEqual(['Berg', 'de la Cruz', 'Diaz', 'Adams']);
  expect(sorted()).toEqual(['descending']);
  await press('Year');
  expect(authors()).toEqual(['Adams', 'de la Cruz', 'Diaz', 'Berg']);
  expect(sorted()).toEqual(['ascending']);
  await press('Kind of study');
  expect(authors()).toEqual(['Berg', 'Diaz', 'de la Cruz', 'Adams']);
});

test('by size; one that is not told is last, whichever way', async () => {
  show();
  await press('Size');
  expect(authors()).toEqual(['de la Cruz', 'Adams', 'Diaz', 'Berg']);
  await press('Size');
  expect(authors()).toEqual(['Diaz', 'Adams', 'de la Cruz', 'Berg']);
  expect(sorted()).toEqual(['ascending']);
});

test('a withdrawn study says so', () => {
  show();
  const told = [...root.querySelectorAll('tbody tr')].filter((row) => row.textContent?.includes('Withdrawn'));
  expect(told).toHaveLength(1);
  expect(told[0]?.textContent).toContain('Diaz');
});

test('copies one, or all in the order shown, and says which', async () => {
  const copied: string[] = [];
  show(async (text) => {
    copied.push(text);
  });
  await press('Copy Adams 2019 as RIS');
  expect(copied).toEqual(['RIS adams-2019']);
  expect(root.querySelector('[role=status]')?.textContent).toBe('Copied: Adams 2019, RIS.');
  await press('Copy all');
  expect(copied[1]).toBe('text of berg-2024\ntext of de-la-cruz-2021\ntext of diaz-2021\ntext of adams-2019');
  expect(root.querySelector('[role=status]')?.textContent).toBe('Copied: all 4 studies, Text.');
  await press('All as BibTeX');
  expect(copied[2]).toBe('@berg-2024\n\n@de-la-cruz-2021\n\n@diaz-2021\n\n@adams-2019');
});

test('where the clipboard can’t be written, the text is shown to select', async () => {
  show(() => Promise.reject(new Error('refused')));
  await press('Copy Berg 2024 as BibTeX');
  expect(root.querySelector('[role=status]')?.textContent).toBe('Could not copy. Select the text below.');
  expect(root.querySelector('pre')?.textContent).toBe('@berg-2024');
  expect(document.activeElement).toBe(root.querySelector('.to-select'));
});
