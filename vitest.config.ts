import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

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
      ...(['chromium', 'firefox'] as const).map((browser) => ({
        test: {
          name: browser,
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node' as const,
          globalSetup: ['tests/browser/set-up.ts'],
          provide: { browser },
          // One browser a file, one file at a time: the pointer and the focus are not to be shared.
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      })),
    ],
  },
});
