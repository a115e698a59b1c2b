/**
 * Writes what the pages, faults and texts that are meant to do harm came to, case by case and browser by browser, as a page of
 * the documents. Used by `npm run proof`.
 */
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

const FILE = join(import.meta.dirname, '../docs/proof.md');
const SIGNS = { passed: '✓', failed: '**failed**', skipped: '–', pending: '**not run**' };

/** Results by case, in the order they came, and in each by browser. */
type Table = Map<string, Map<string, string>>;

export default class ProofReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const browsers = [...new Set(modules.map(({ project }) => project.name))].sort();
    const files = Map.groupBy(modules, ({ relativeModuleId }) => relativeModuleId);
    const parts = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, runs]) => part(file, runs, browsers));
    await writeFile(FILE, pageOf(parts, modules));
    console.log(`\nWritten to ${relative(process.cwd(), FILE)}`);
  }
}

function part(file: string, runs: readonly TestModule[], browsers: readonly string[]): string {
  const table: Table = new Map();
  for (const run of runs) {
    for (const test of run.children.allTests()) {
      const row = table.get(test.fullName) ?? new Map<string, string>();
      table.set(test.fullName, row.set(run.project.name, SIGNS[test.result().state]));
    }
  }
  const rows = [...table].map(
    ([name, row]) => `| ${plain(name)} | ${browsers.map((one) => row.get(one) ?? '–').join(' | ')} |`,
  );
  return `## ${file}

| case | ${browsers.join(' | ')} |
| --- |${browsers.map(() => ' :-: |').join('')}
${rows.join('\n')}
`;
}

/** Titles are pages and texts of all kinds; a table takes them as they are but for its own signs. */
function plain(name: string): string {
  return name.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\|<>*_`[\]&]/g, (sign) => `\\${sign}`);
}

function pageOf(parts: readonly string[], modules: readonly TestModule[]): string {
  const states = modules.flatMap(({ children }) =>
    [...children.allTests()].map((test: TestCase) => test.result().state),
  );
  const count = (state: string) => states.filter((one) => one === state).length;
  return `# Proof

Odd and hostile pages, applications and editors, faults, texts that would be code, and what leaves the browser: each case in
each browser, with the built extension. ✓ is held, – is a case that this browser has no way to set up or that is about the other.
What was found on the way and mended stands in [defects.md](defects.md).

    npm run proof

runs all of it again and writes this page. They are part of \`npm test\`, too.

${count('passed')} held, ${count('failed')} failed, ${count('skipped')} not for that browser.

${parts.join('\n')}`;
}
