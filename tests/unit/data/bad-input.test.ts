import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compileGlossary } from '../../../data/compile.ts';
import { GlossaryError } from '../../../data/problem.ts';

const ROSACEA = 'terms/condition/rosacea.yaml';
let folder: string;
let data: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossary-'));
  data = join(folder, 'data');
  const source = join(import.meta.dirname, '../../../data');
  await cp(join(source, 'terms'), join(data, 'terms'), { recursive: true });
  await cp(join(source, 'studies.json'), join(data, 'studies.json'));
});
afterEach(() => rm(folder, { recursive: true }));

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(data, file);
  const before = await readFile(path, 'utf8');
  const after = change(before);
  expect(after, 'the edit changes nothing').not.toBe(before);
  await writeFile(path, after);
}

/** @returns what stops the build. */
async function complaint(): Promise<string> {
  const error = await compileGlossary(data).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GlossaryError);
  return (error as GlossaryError).message;
}

describe('the build stops and names file, field and mend for', () => {
  test('a file that is not YAML, with its line, and does not blame the files that point at it', async () => {
    await edit(ROSACEA, (text) => text.replace('inShort: ', 'inShort: : '));
    const message = await complaint();
    expect(message).toMatch(/^The glossary has 1 problem:/);
    expect(message).toMatch(/data\/terms\/condition\/rosacea\.yaml:\d+: is not YAML: /);
  });

  test('a missing field', async () => {
    await edit(ROSACEA, (text) => text.replace(/^inShort: .*$/m, ''));
    expect(await complaint()).toMatch(/rosacea\.yaml(:\d+)?: inShort is missing/);
  });

  test('a misspelled field', async () => {
    await edit(ROSACEA, (text) => text.replace('inShort:', 'inshort:'));
    expect(await complaint()).toMatch(/rosacea\.yaml:\d+: inshort is not a field of the schema; check its spelling/);
  });

  test('a certainty that is none', async () => {
    await edit(ROSACEA, (text) => text.replace(/certainty: .*/, 'certainty: certain'));
    expect(await complaint()).toMatch(/rosacea\.yaml:\d+: claims\[0\]\.certainty is "certain"; expected \("high" \|/);
  });

  test('too many words', async () => {
    await edit(ROSACEA, (text) => text.replace('inShort: ', `inShort: ${'very '.repeat(30)}`));
    expect(await complaint()).toMatch(/rosacea\.yaml:\d+: inShort has \d+ words; cut it to 25 or fewer/);
  });

  test('a study that is not there', async () => {
    await edit(ROSACEA, (text) => text.replace('yuksel-2022', 'yuksel-2032'));
    expect(await complaint()).toMatch(
      /rosacea\.yaml: claims\[\d\]\.studies names yuksel-2032, which is not in data\/studies\.json; add it there or correct the id/,
    );
  });

  test('a study that nobody cites', async () => {
    await edit('studies.json', (text) => text.replace('"id": "yuksel-2022"', '"id": "nobody-2022"'));
    expect(await complaint()).toMatch(/data\/studies\.json: nobody-2022 is cited by no term; cite it or remove it/);
  });

  test('a wrong DOI', async () => {
    await edit('studies.json', (text) => text.replace('10.1080/09546634.2020.1757015', 'https://doi.org/10.1080/x'));
    expect(await complaint()).toMatch(/data\/studies\.json: yuksel-2022 DOI is not a DOI; write it bare, such as 10\./);
  });

  test('one DOI for two studies', async () => {
    await edit('studies.json', (text) => text.replace('10.1080/09546634.2020.1757015', '10.1038/s41598-025-09520-y'));
    expect(await complaint()).toMatch(
      /studies\.json: yuksel-2022 shares 10\.1038\/s41598-025-09520-y with blicharz-2025/,
    );
  });

  test('two terms with one label', async () => {
    await edit(ROSACEA, (text) => text.replace('altLabels:', 'altLabels:\n  - Psoriasis'));
    expect(await complaint()).toMatch(
      /data\/terms\/condition\/rosacea\.yaml: altLabels has "Psoriasis", which data\/terms\/condition\/psoriasis\.yaml claims too; keep it in one|psoriasis\.yaml: altLabels has "Psoriasis", which data\/terms\/condition\/rosacea\.yaml claims too; keep it in one/,
    );
  });

  test('a relation to a term that is not there', async () => {
    await edit(ROSACEA, (text) => text.replace(/term: zonulin/, 'term: zonuline'));
    expect(await complaint()).toMatch(
      /rosacea\.yaml: related\[\d\]\.term names zonuline, which no file in data\/terms has/,
    );
  });

  test('a file in the wrong place', async () => {
    await cp(join(data, ROSACEA), join(data, 'terms/diet/rosacea.yaml'));
    await rm(join(data, ROSACEA));
    expect(await complaint()).toMatch(
      /data\/terms\/diet\/rosacea\.yaml: kind is condition; move the file to data\/terms\/condition\//,
    );
  });

  test('mice called people, and mice alone called more than very unsure', async () => {
    await edit('terms/molecule/butyrate.yaml', (text) =>
      text.replace(/certainty: very-low\n {4}subjects: \[animals\]/, 'certainty: low\n    subjects: [animals]'),
    );
    expect(await complaint()).toMatch(
      /butyrate\.yaml: claims\[\d\]\.certainty is low, seen only in animals; for people that is very-low/,
    );
    await edit('terms/molecule/butyrate.yaml', (text) =>
      text.replace(/certainty: low\n {4}subjects: \[animals\]/, 'certainty: low\n    subjects: [people-observed]'),
    );
    expect(await complaint()).toMatch(
      /butyrate\.yaml: claims\[\d\]\.subjects says people, but no study cited here was done in people/,
    );
  });

  test('broken JSON', async () => {
    await edit('studies.json', (text) => text.slice(0, -20));
    expect(await complaint()).toMatch(/data\/studies\.json: is not JSON: /);
  });
});
