import { readWords } from '../operator/arguments.ts';

export type Wanted = { readonly parked: boolean; readonly purge: boolean; readonly stage: string };

export const USAGE = `Tries again what is stuck: npm run redrive -- [--parked] [--purge]

  --parked            letters that were given up after 72 hours, and those to the team that came back, are owed again, too
  --purge             throws away calls that only were to wake a door: what they were about is in the table
  --stage production  whose queues (without it: production)

Records that were set aside are due at once, and what the mail service told and nobody could read is read again.
Works on the data folder of this machine (DATA_DIR, or .local), or with TABLE_NAME on the table and the queues in AWS.
INBOX_URL=http://localhost:8005 npm run redrive takes back what the inbox of a running machine put aside, and nothing else.
It may be run as often as you like. Mend first what went wrong: deploy, or repair what is set up.
Ends with 0 when all goes again, 1 when something stays behind, 2 when it could not be done.`;

const switches = ['parked', 'purge'] as const;

export function readArguments(args: readonly string[]): Wanted | { readonly problems: readonly string[] } {
  const { values, on, problems } = readWords(args, ['stage'], switches);
  if (problems.length > 0) return { problems };
  return { parked: on.has('parked'), purge: on.has('purge'), stage: values.stage ?? 'production' };
}
