import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../infra/local/build-site.ts';
import { newFolder, runSuites } from '../run-suites.ts';
import { countsIn, tableOf } from './counts.ts';

/**
 * `npm run chaos`: everything that may go wrong, in full and one thing after another, since what is measured must not be
 * disturbed; about three quarters of an hour on two cores. Prints what was counted as one table. Parts of names of files
 * may follow: `npm run chaos -- mail-outage load`.
 */
const files = process.argv.slice(2);
const counts = join(newFolder(), 'counts.jsonl');
buildSite();
const { passed, failed } = runSuites(['chaos'], { CHAOS: 'full', CHAOS_COUNTS: counts }, files);
if (existsSync(counts)) console.log(`\n${tableOf(countsIn(readFileSync(counts, 'utf8')))}`);
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed === 0 ? 0 : 1);
