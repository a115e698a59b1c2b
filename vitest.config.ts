import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

function browserProject(browser: 'chromium' | 'firefox') {
  return {
    test: {
      name: browser,
      include: ['tests/browser/**/*.test.ts'],
      environment: 'node' as const,
      globalSetup: ['tests/browser/set-up.ts'],
      provide: { browser },
      // Each file has a browser of its own, with its own pointer and focus. One at a time, after the units: two browsers on two
      // processors keep each other waiting, and what is tested is often when something happens.
      maxWorkers: 1,
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
      browserProject('chromium'),
      browserProject('firefox'),
    ],
  },
});
