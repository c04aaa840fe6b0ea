import * as z from 'zod/mini';

/** What a bad day did, counted from outside. `lost` is what nobody may ever see. */
const countsSchema = z.object({
  what: z.string(),
  /** References that somebody was shown, each once. */
  accepted: z.number(),
  stored: z.number(),
  /** Letters that the accepted requests owe, and mails that came. */
  owed: z.number(),
  sent: z.number(),
  duplicates: z.number(),
  /** References that are not stored, and letters that never came. */
  lost: z.number(),
});

export type Counts = z.infer<typeof countsSchema>;

const columns = [
  ['accepted', 'accepted'],
  ['stored', 'stored'],
  ['owed', 'letters owed'],
  ['sent', 'sent'],
  ['duplicates', 'duplicates'],
  ['lost', 'lost'],
] as const;

/** The rows of a file that tests reported to. */
export const countsIn = (lines: string): Counts[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => countsSchema.parse(JSON.parse(line)));

export function tableOf(rows: readonly Counts[]): string {
  const first = Math.max(...rows.map(({ what }) => what.length));
  const widths = columns.map(([name, said]) => Math.max(said.length, ...rows.map((row) => String(row[name]).length)));
  const line = (what: string, cells: readonly string[]) =>
    `${what.padEnd(first)}${cells.map((cell, nth) => `  ${cell.padStart(widths[nth] ?? 0)}`).join('')}`;
  const head = columns.map(([, said]) => said);
  return [
    line('', head),
    ...rows.map((row) =>
      line(
        row.what,
        columns.map(([name]) => String(row[name])),
      ),
    ),
  ].join('\n');
}
