import { readWords, wholeNumber } from '../operator/arguments.ts';
import { LATEST } from './restore-table.ts';

export type Wanted = {
  readonly at: string;
  readonly to: string;
  readonly letters: 'hold' | 'send';
  /** Seconds. */
  readonly every: number;
};

export const USAGE = `Makes a new table as the table was at a time: npm run restore -- --at TIME --to NAME

  --at 2026-11-27T14:05:00Z   any second of the last 35 days, with its zone (-05:00 will do, too); or: latest
  --to importer-desk-restored a name that no table has
  --letters hold              letters that were owed then wait until a member lets them go (without it: the same)
  --letters send              they stay owed: only when nothing was sent since, or they go twice
  --every 10                  ask AWS every so many seconds how far it is

Wants TABLE_NAME, the table to restore from. That one is only read. Then see docs/operations.md, "Restoring".
Stopped, the same command again finds the restore, and goes on.
Ends with 0 when the new table is ready, 1 when some letters could not be held, 2 when it could not be done.`;

const names = ['at', 'to', 'letters', 'every'] as const;
const withZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** In UTC; undefined for what is no time, or has no zone: an hour's mistake would restore the mistake. */
function timeIn(text: string): string | undefined {
  if (text === LATEST) return LATEST;
  const at = withZone.test(text) ? new Date(text) : undefined;
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

export function readArguments(args: readonly string[]): Wanted | { readonly problems: readonly string[] } {
  const { values, problems } = readWords(args, names);
  const { to, letters = 'hold' } = values;
  const at = timeIn(values.at ?? '');
  const every = wholeNumber('every', values.every, 10);
  const all = [
    ...problems,
    ...(at === undefined
      ? [`--at is "${values.at ?? ''}". It wants a time with its zone, for example 2026-11-27T14:05:00Z, or: latest.`]
      : []),
    ...(to === undefined ? ['--to is missing: name the new table.'] : []),
    ...(letters === 'hold' || letters === 'send' ? [] : [`--letters is "${letters}". It wants hold or send.`]),
    ...every.problems,
  ];
  if (at === undefined || to === undefined || all.length > 0) return { problems: all };
  return { at, to, letters: letters === 'send' ? 'send' : 'hold', every: every.number };
}
