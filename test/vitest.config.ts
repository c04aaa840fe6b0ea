import { defineConfig } from 'vitest/config';

/** One runner for every suite; each suite is a folder of test/. Suites that own a browser or a stack run apart, one after another. */
const suite = (name: string, options: Record<string, unknown> = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: 20_000, hookTimeout: 120_000, ...options },
});

/** Two at a time: chaos mostly waits. One at a time in full, where it measures as well. */
const inPairs = process.env['CHAOS'] === 'full' ? {} : { fileParallelism: true, maxWorkers: 2 };

const slow = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 240_000 };

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      ...['domain', 'casework', 'contract', 'http', 'letters', 'local'].map((name) => suite(name)),
      ...['architecture', 'infra'].map((name) => suite(name, slow)),
      // Each file has a browser and a machine of its own, and waits for both as often as it works.
      suite('e2e', { ...slow, fileParallelism: true, maxWorkers: 2, sequence: { groupOrder: 1 } }),
      suite('chaos', { ...slow, ...inPairs }),
    ],
  },
});
