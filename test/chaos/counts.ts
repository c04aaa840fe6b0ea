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
  const cells = (of: (name: (typeof columns)[number][0]) => string) =>
    columns.map(([name, head]) => of(name).padStart(head.length + 2)).join('');
  const head = `${' '.repeat(first)}${columns.map(([, said]) => `  ${said}`).join('')}`;
  return [head, ...rows.map((row) => `${row.what.padEnd(first)}${cells((name) => String(row[name]))}`)].join('\n');
}
