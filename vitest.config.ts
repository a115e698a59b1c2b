import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Pages, faults and texts that are meant to do harm. */
const PROOFS = ['privacy', 'xss', 'faults', 'frameworks', 'editors', 'odd-pages', 'hostile-pages'].map(
  (name) => `tests/browser/${name}.test.ts`,
);

function browserProject(
  name: string,
  browser: 'chromium' | 'firefox',
  exclude: string[],
  include = ['tests/browser/**/*.test.ts'],
) {
  return {
    test: {
      name,
      include,
      exclude,
      environment: 'node' as const,
      globalSetup: ['tests/browser/set-up.ts'],
      provide: { browser },
      // Each file has a browser of its own, with its own pointer and focus. Two at a time, after the units.
      maxWorkers: 2,
      sequence: { groupOrder: 1 },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    reporters: ['default', './tests/counting-reporter.ts'],
    projects: [
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['tests/unit/words-of-interface.ts'],
          // Thousands of generated cases take their time on a busy machine; how long is not what is tested.
          testTimeout: 60_000,
        },
      },
      browserProject('chromium', 'chromium', []),
      browserProject('firefox', 'firefox', PROOFS),
      // By `npm run test:proof`: what takes Firefox long and seldom finds more than Chromium did.
      browserProject('firefox-proof', 'firefox', [], PROOFS),
    ],
  },
});
