/** The benchmark's last figures as a page of the documents. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBrowser } from '../../scripts/browsers.ts';

const root = join(import.meta.dirname, '../..');
const FILE = join(root, 'docs/performance.md');

/** @param lines as printed. @param runs how often everything was measured. */
export async function writePerformancePage(lines: readonly string[], runs: number): Promise<void> {
  const chromium = execFileSync(await ensureBrowser('chromium'), ['--version'], { encoding: 'utf8' });
  const [browser] = /[A-Z][\w ]*\d+/.exec(chromium) ?? [chromium.trim()];
  await writeFile(FILE, pageOf(lines, runs, browser));
  console.log(`\nWritten to ${relative(process.cwd(), FILE)}`);
}

function pageOf(lines: readonly string[], runs: number, browser: string): string {
  return `# What it costs

Measured with the built extension in ${browser}, ${runs} runs, on ${availableParallelism()} processors. A figure is the median, with the least
and the greatest of the runs in brackets, then the bar it is held against. Ratios are of things measured in turns, in one
go, each time in a fresh tab; they carry over to other machines, times do not. How each is measured is told in
\`tests/bench/\`.

    npm run bench -- --write

measures everything again and writes this page; \`npm run bench -- --quick\` takes half a minute.

\`\`\`text
${lines.join('\n').trim()}
\`\`\`
`;
}
