/**
 * Measures the built extension in real Chromium, against the least that reading a page can cost and against libraries
 * that mark words:
 *
 *   npm run bench
 *   npm run bench -- --quick          two runs of two pages, the short list only
 *   npm run bench -- --only huge      one section; may be given several times
 *   npm run bench -- --runs 9
 *   npm run bench -- --write          also writes docs/performance.md; with --only, that section of it
 *
 * Every figure is a median with the least and the greatest of the runs. What is compared is measured in turns, in one go,
 * each time in a fresh tab. Ratios carry over to other machines, times do not. A missed bar is printed as such and
 * does not fail the run: a machine with other work on it misses some.
 */
import { parseArgs } from 'node:util';
import { Bench, type Section } from './bench.ts';
import { writePerformancePage } from './performance-page.ts';
import { sectionsOf } from './sections.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    runs: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const sections = sectionsOf(options.quick);
const names = sections.map(({ name }) => name);
const unknown = options.only?.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`bench: there is no section "${unknown}". There are ${names.join(', ')}.`);
  process.exit(1);
}
const runs = Number(options.runs ?? (options.quick ? 2 : 5));
const chosen = sections.filter(({ name, quick }) => options.only?.includes(name) ?? (!options.quick || quick));

// Browsers end with this process; one section cut short should not be followed by the next.
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const bench = await Bench.start(runs);
try {
  await bench.build(options.quick ? [1_500] : undefined);
  for (const section of chosen) await runSection(section);
  if (options.write) await writePerformancePage(bench.printed, names, runs);
} finally {
  await bench.close();
}

async function runSection({ name, limit, run }: Section): Promise<void> {
  bench.print(`\n${name}`);
  const begin = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const cutOff = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`cut off after ${limit} s`)), limit * 1000);
  });
  bench.startClock(limit);
  try {
    await Promise.race([run(bench), cutOff]);
  } catch (error) {
    bench.note(`not completed: ${(error as Error).message}`);
    process.exitCode = 1;
  } finally {
    clearTimeout(timer);
    await bench.closeBrowsers();
  }
  bench.note(`${Math.round((performance.now() - begin) / 1000)} s`);
}
