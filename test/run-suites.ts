import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';

export const bin = (name: string): string => join('node_modules', name);

/** Runs a script of the project's own Node; whether it ended well. */
export const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): boolean =>
  spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  }).status === 0;

/** The same while something else goes on. */
export const runBeside = (args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    child.once('exit', (code) => resolve(code === 0));
  });

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'importer-desk-'));

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});

/** Runs suites, all when none is named, and counts. What follows a name chooses some of its files. */
export function runSuites(
  suites: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  files: readonly string[] = [],
): { passed: number; failed: number } {
  const file = join(newFolder(), 'report.json');
  const chosen = suites.flatMap((suite) => ['--project', suite]);
  const fine = run(
    [
      bin('vitest/vitest.mjs'),
      'run',
      '-c',
      'test/vitest.config.ts',
      ...chosen,
      ...files,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    environment,
  );
  const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  // A file that does not load fails without a test; it must not look like a success.
  const failed = Math.max(report.numFailedTests, fine ? 0 : 1);
  return { passed: report.numPassedTests, failed };
}
