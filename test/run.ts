import { buildSite } from '../infra/local/build-site.ts';
import { ensureBrowser } from './browser.ts';
import { bin, run, runBeside, runSuites } from './run-suites.ts';

/**
 * `npm test`: sets up what the tests need, then form, lint, types and every suite; the last line counts them all.
 * `npm run check` does the first half only. Names of suites may follow: `npm test -- http letters`.
 */
const checksOnly = process.argv.includes('--checks');
const suites = process.argv.slice(2).filter((name) => !name.startsWith('--'));

const checks: Record<string, readonly string[]> = {
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  lint: [bin('eslint/bin/eslint.js'), '-c', 'test/eslint.config.js', '.'],
  types: [bin('typescript/bin/tsc'), '-p', '.'],
  'types of infra': [bin('typescript/bin/tsc'), '-p', 'infra'],
  'types of web': [bin('astro/bin/astro.mjs'), 'check', '--root', 'web', '--minimumFailingSeverity', 'warning'],
};

if (!run(['infra/local/sst-install.mjs'])) process.exit(1);
let passed = 0;
let failed = 0;
if (suites.length === 0) {
  // The lint takes as long as all others: on two cores the two go side by side.
  const { lint = [], ...others } = checks;
  const beside = runBeside(lint);
  const told = (name: string, fine: boolean) => {
    console.log(`${fine ? 'passed' : 'FAILED'}: ${name}`);
    if (fine) passed += 1;
    else failed += 1;
  };
  for (const [name, args] of Object.entries(others)) told(name, run(args));
  told('lint', await beside);
}
if (!checksOnly) {
  ensureBrowser();
  buildSite();
  const tests = runSuites(suites);
  passed += tests.passed;
  failed += tests.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
