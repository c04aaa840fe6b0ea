import { readWords, wholeNumber } from '../../operator/arguments.ts';

export type Wanted = {
  readonly from: string;
  readonly table: string;
  readonly units: number;
  readonly letters: 'hold' | 'send';
  readonly verify: boolean;
};

export const USAGE = `Writes an export into an empty table: npm run import -- --from FOLDER --table NAME

  --from backup-2026-11   the folder of an export that is whole
  --table importer-desk   an empty table, or one that is not there yet: it is made
  --letters hold          letters that were owed wait until a member lets them go (without it: the same)
  --letters send          they leave as usual: only when the desk was stopped before the export, or they go twice
  --units 500             take at most so many write units a second
  --no-verify             do not read everything back at the end

Writes into the data folder of this machine (DATA_DIR, or .local), or, when TABLE_NAME is set, into AWS.
It deletes nothing and overwrites nothing. Stopped, the same command again goes on where it was.
Ends with 0 when all is there, 1 when something differs, 2 when it could not be done.`;

const names = ['from', 'table', 'units', 'letters'] as const;

export function readArguments(args: readonly string[]): Wanted | { readonly problems: readonly string[] } {
  const { values, on, problems } = readWords(args, names, ['no-verify']);
  const { from, table, letters = 'hold' } = values;
  const units = wholeNumber('units', values.units, 500);
  const all = [
    ...problems,
    ...(from === undefined ? ['--from is missing: name the folder of an export.'] : []),
    ...(table === undefined ? ['--table is missing: name an empty table.'] : []),
    ...(letters === 'hold' || letters === 'send' ? [] : [`--letters is "${letters}". It wants hold or send.`]),
    ...units.problems,
  ];
  if (from === undefined || table === undefined || all.length > 0) return { problems: all };
  const letting = letters === 'send' ? 'send' : 'hold';
  return { from, table, units: units.number, letters: letting, verify: !on.has('no-verify') };
}
