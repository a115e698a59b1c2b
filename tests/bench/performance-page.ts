/** The benchmark's last figures as a page of the documents. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBrowser } from '../../scripts/browsers.ts';

const root = join(import.meta.dirname, '../..');
const FILE = join(root, 'docs/performance.md');

/**
 * Writes the page; sections that were not measured now stay as they are there.
 * @param lines as printed. @param names of all sections, in order. @param runs how often everything was measured.
 */
export async function writePerformancePage(
  lines: readonly string[],
  names: readonly string[],
  runs: number,
): Promise<void> {
  const chromium = execFileSync(await ensureBrowser('chromium'), ['--version'], { encoding: 'utf8' });
  const [browser] = /[A-Z][\w ]*\d+/.exec(chromium) ?? [chromium.trim()];
  const before = existsSync(FILE) ? (/```text\n([\s\S]*?)\n```/.exec(await readFile(FILE, 'utf8'))?.[1] ?? '') : '';
  const sections = new Map([...sectionsIn(before), ...sectionsIn(lines.join('\n'))]);
  const measured = names.flatMap((name) => sections.get(name) ?? []);
  await writeFile(FILE, pageOf(measured.join('\n\n'), runs, browser));
  console.log(`\nWritten to ${relative(process.cwd(), FILE)}`);
}

/** @returns the text of each section by its name, which is its first line. */
function sectionsIn(text: string): [name: string, section: string][] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((section): [string, string] => [section.split('\n')[0] ?? '', section]);
}

function pageOf(measured: string, runs: number, browser: string): string {
  return `# What it costs

Measured with the built extension in ${browser}, ${runs} runs, on ${availableParallelism()} processors. A figure is the median, with the least
and the greatest of the runs in brackets, then the bar it is held against. Ratios are of things measured in turns, in one
go, each time in a fresh tab; they carry over to other machines, times do not. How each is measured is told in
\`tests/bench/\`.

    npm run bench -- --write

measures everything again and writes this page; \`npm run bench -- --quick\` takes half a minute.

\`\`\`text
${measured}
\`\`\`

## Bars that are missed, and why

- **First pass ÷ floor, peers.** The floor is one walk that reads each text node once: some 2 ms for an article. A script that has
  just been loaded runs uncompiled; taking up 90,000 characters as words and asking a Set for each is three times the floor by itself,
  loading and setting up twice. The peers look for the same labels with one regular expression, and nothing else: no
  languages, senses, names, sections, sliced work or page that goes on changing.
- **mark.js.** 20 labels, scaled up to the list, take it some hundreds of times as long, not a thousand.
- **A frame in which a number changes.** One registered range without any style makes such a frame 1.3 times as long in Chromium; with a
  line under it, as marks have, the ink overflow of the whole page is worked out anew.
- **Insertions.** Of 1,000 a second half is script, of 10,000 a third. The list of changes that the browser hands over is two points of
  10,000 by itself, even if nobody reads it; the rest is the frames with marks in them, as above.
- **10 MB.** Slices of more than 8 ms, and with them the gap, hold a collection of garbage, of the page's nodes as well. In the middle the tasks that
  load the list and paint the first marks count as slices.
- **10 MB, 30,000 labels.** The longer list finds three times as much.
`;
}
