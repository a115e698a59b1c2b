import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

// Each run reads the whole glossary first.
vi.setConfig({ testTimeout: 30_000 });

const scripts = join(import.meta.dirname, '../../scripts');

function run(script: string, input: string): Promise<{ out: string; error: string; code: number }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(scripts, script)], (error, out, errors) =>
      resolve({ out, error: errors, code: typeof error?.code === 'number' ? error.code : 0 }),
    );
    child.stdin?.end(input);
  });
}

test('spot reads JSON lines, each a page of its own', async () => {
  const pages = [
    { id: 'a', text: 'People with rosacea had raised zonulin; AD not.' },
    { id: 2, text: 'Stress on a bridge' },
  ];
  const { out, code } = await run('spot.ts', pages.map((page) => JSON.stringify(page)).join('\n'));
  expect(code).toBe(0);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      id: 'a',
      spans: [
        { start: 12, end: 19, term: 'rosacea' },
        { start: 31, end: 38, term: 'zonulin' },
      ],
    },
    { id: 2, spans: [] },
  ]);
});

test('spot reads an HTML file and plain text', async () => {
  const html = await run('spot.ts', '<!doctype html><body><nav>acne</nav><p>tight <b>junctions</b></p></body>');
  expect(JSON.parse(html.out)).toEqual({ id: null, spans: [{ start: 0, end: 15, term: 'tight-junctions' }] });
  const plain = await run('spot.ts', 'All about kefir.');
  expect(JSON.parse(plain.out)).toEqual({ id: null, spans: [{ start: 10, end: 15, term: 'kefir' }] });
});

test('spot names the line that it can’t read', async () => {
  const { error, code } = await run('spot.ts', '{"id":1,"text":"acne"}\n{"id":2}');
  expect(code).toBe(1);
  expect(error).toContain('spot: line 2 has no "text" that is a string');
});

test('labels are a JSON array of strings', async () => {
  const { out } = await run('labels.ts', '');
  const labels = JSON.parse(out) as string[];
  expect(labels.length).toBeGreaterThan(500);
  for (const label of ['zonulin', 'dietary fiber', 'SCFAs', 'short-chain fatty acid']) {
    expect(labels.map((one) => one.toLowerCase())).toContain(label.toLowerCase());
  }
});
