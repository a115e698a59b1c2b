/** Builds the extension with a label list of the benchmark's in place of the glossary's. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'wxt';
import { type ListSize, labelData } from './labels.ts';

const root = join(import.meta.dirname, '../..');

/** @returns the folder of a production build whose labels are `labels`. */
export async function buildWith(size: ListSize, labels: readonly string[]): Promise<string> {
  const mode = `bench-${size}`;
  const folder = await mkdtemp(join(tmpdir(), 'underskin-bench-'));
  try {
    process.env.UNDERSKIN_LABELS = join(folder, 'labels.txt');
    await writeFile(process.env.UNDERSKIN_LABELS, labelData(labels));
    await build({ root, browser: 'chrome', mode });
  } finally {
    delete process.env.UNDERSKIN_LABELS;
    await rm(folder, { recursive: true, force: true });
  }
  return join(root, '.output', `chrome-mv3-${mode}`);
}
