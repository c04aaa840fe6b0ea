import { stringify } from 'csv-stringify/sync';
import type { WriteCsv } from '#casework/exports/ports.ts';

/** Names of companies are what strangers typed: a cell that begins like a formula gets an apostrophe before it, and stays text. */
export const writeCsv: WriteCsv = (rows) =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: 'windows' },
  );
