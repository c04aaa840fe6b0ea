import { appendFileSync } from 'node:fs';
import { afterAll } from 'vitest';
import { tableOf } from './counts.ts';
import type { Counts } from './counts.ts';

const rows: Counts[] = [];

/** Counts that a file's tests came to: printed as one table at its end, and kept for the one that `npm run chaos` prints. */
export function report(counts: Counts): void {
  rows.push(counts);
  const file = process.env['CHAOS_COUNTS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(counts)}\n`);
}

afterAll(() => {
  if (rows.length > 0) console.log(tableOf(rows));
});
