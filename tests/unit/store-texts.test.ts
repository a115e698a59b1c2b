/** What is said to readers before they have the extension, and about it: no more than is so. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { notices } from '../../scripts/notices.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

type Words = { [key: string]: string | Words };
const words = parse(read('components/locales/en.yml')) as Record<'extension' | 'privacy', Record<string, string>>;
const flat = (part: Words): string[] =>
  Object.values(part).flatMap((value) => (typeof value === 'string' ? [value] : flat(value)));
/** Lines that belong together as one, as a reader sees them. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const STORES = ['chrome', 'edge', 'firefox'].map((name) => `docs/store/${name}.md`);
const TEXTS = new Map([
  ...[...STORES, 'docs/store/description.md', 'README.md', 'PRIVACY.md'].map((path) => [path, read(path)] as const),
  ['components/locales/en.yml', flat(words).join('\n')] as const,
  ['package.json', (JSON.parse(read('package.json')) as { description: string }).description] as const,
]);

/** What would promise health, or lend an authority that nobody gave. */
const BANNED = [
  /\bdiagnos(?:e|es|ed|ing|is|tic)\b/i,
  /\btreat(?:s|ed|ing)?\b/i,
  /\bcur(?:e|es|ed|ing)\b/i,
  /\bprevent(?:s|ed|ing|ion)?\b/i,
  /\bheal(?:s|ed|ing)?\b/i,
  /\b(?:clinically|scientifically|medically) (?:proven|tested|approved)\b/i,
  /\bdoctors?[- ](?:approved|recommended)\b/i,
  /\brecommended by\b/i,
  /\b(?:FDA|CE)\b/,
  /\byour (?:risk|condition|symptoms|results)\b/i,
  /\b\d+(?:\.\d+)?\s?% (?:accura|effective|safe)/i,
  /\b(?:miracle|guarantee[ds]?|breakthrough)\b/i,
  /\b(?:testimonials?|five stars|5 stars|users (?:say|love))\b/i,
];

/** Where such a word says what Underskin does not do. */
const HONEST = ['does not diagnose or treat anything'];

test.each([...TEXTS])('%s promises no health', (_, text) => {
  const rest = HONEST.reduce((left, phrase) => left.replaceAll(phrase, ''), oneLine(text));
  const found = BANNED.flatMap((banned) => {
    const at = rest.search(banned);
    return at < 0 ? [] : [`… ${rest.slice(Math.max(0, at - 40), at + 60)} …`];
  });
  expect(found).toEqual([]);
});

describe('the stores', () => {
  const { name = '', description = '' } = words.extension;

  test('name and summary fit their fields, and are those of the manifest', () => {
    expect(name.length).toBeLessThanOrEqual(45);
    expect(description.length).toBeLessThanOrEqual(132);
    for (const store of STORES) expect(TEXTS.get(store), store).toContain(description);
    for (const store of STORES.filter((path) => !path.includes('edge'))) expect(TEXTS.get(store)).toContain(name);
  });

  test('a reason is given for each permission, to the store and to the reader', () => {
    const [, list = ''] = /\bpermissions: \[(.*)\]/.exec(read('wxt.config.ts')) ?? [];
    const permissions = [...list.matchAll(/'(\w+)'/g)].map(([, permission]) => `\`${permission}\``);
    expect(permissions.length).toBeGreaterThan(0);
    for (const permission of permissions) {
      expect(TEXTS.get('docs/store/chrome.md')).toContain(`| ${permission}`);
      expect(TEXTS.get('README.md')).toContain(`| ${permission}`);
    }
  });

  test('the description says what it is not, and stuffs no keywords', () => {
    const text = TEXTS.get('docs/store/description.md') ?? '';
    expect(text).toContain('It is general information, not medical advice, and does not diagnose or treat anything.');
    for (const keyword of ['gut', 'skin', 'microbiome', 'eczema', 'acne', 'rosacea', 'probiotic', 'science', 'studies'])
      expect([...text.toLowerCase().matchAll(new RegExp(`\\b${keyword}\\b`, 'g'))].length, keyword).toBeLessThan(6);
  });

  test('five pictures of 1280 × 800, small enough to load', () => {
    for (const picture of ['1-marks', '2-card', '3-popup', '4-dark', '5-disputed']) {
      const path = join(root, `docs/store/screenshots/${picture}.png`);
      expect(existsSync(path), path).toBe(true);
      const bytes = readFileSync(path);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1280, 800]);
      expect(bytes.length).toBeLessThan(400_000);
    }
  });
});

test('the privacy policy says the same in the repository as in the extension', () => {
  const { title, ...paragraphs } = words.privacy;
  const [heading, ...others] = read('PRIVACY.md').split('\n\n').map(oneLine);
  expect(heading).toBe(`# ${title}`);
  expect(others).toEqual(Object.values(paragraphs).map(oneLine));
});

test('the notices are those of the packages that are locked', async () => {
  expect(read('public/THIRD-PARTY-NOTICES.md') === (await notices()), 'run `npm run notices`').toBe(true);
});
