import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { buildSite } from '../infra/local/build-site.ts';
import { ensureBrowser } from './browser.ts';

/**
 * `npm test`: sets up what the tests need, then form, lint, types and every suite; the last line counts them all.
 * `npm run check` does the first half only. Names of suites may follow: `npm test -- http letters`.
 */
const checksOnly = process.argv.includes('--checks');
const suites = process.argv.slice(2).filter((name) => !name.startsWith('--'));

const bin = (name: string) => join('node_modules', name);
const checks: Record<string, readonly string[]> = {
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  lint: [bin('eslint/bin/eslint.js'), '-c', 'test/eslint.config.js', '.'],
  types: [bin('typescript/bin/tsc'), '-p', '.'],
  'types of infra': [bin('typescript/bin/tsc'), '-p', 'infra'],
  'types of web': [bin('astro/bin/astro.mjs'), 'check', '--root', 'web', '--minimumFailingSeverity', 'warning'],
};

const run = (args: readonly string[]): boolean =>
  spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } })
    .status === 0;

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});

function runSuites(): { passed: number; failed: number } {
  const file = join(mkdtempSync(join(tmpdir(), 'importer-desk-')), 'report.json');
  const chosen = suites.flatMap((suite) => ['--project', suite]);
  const fine = run([
    bin('vitest/vitest.mjs'),
    'run',
    '-c',
    'test/vitest.config.ts',
    ...chosen,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  // A file that does not load fails without a test; it must not look like a success.
  const failed = Math.max(report.numFailedTests, fine ? 0 : 1);
  return { passed: report.numPassedTests, failed };
}

if (!run(['infra/local/sst-install.mjs'])) process.exit(1);
let passed = 0;
let failed = 0;
if (suites.length === 0) {
  for (const [name, args] of Object.entries(checks)) {
    const fine = run(args);
    console.log(`${fine ? 'passed' : 'FAILED'}: ${name}`);
    if (fine) passed += 1;
    else failed += 1;
  }
}
if (!checksOnly) {
  ensureBrowser();
  buildSite();
  const tests = runSuites();
  passed += tests.passed;
  failed += tests.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
