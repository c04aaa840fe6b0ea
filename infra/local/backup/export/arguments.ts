import { readWords, wholeNumber } from '../../operator/arguments.ts';

export type Wanted = { readonly to: string; readonly units: number; readonly segments: number };

export const USAGE = `Writes all cases, and what belongs to them, into files: npm run export -- --to FOLDER

  --to backup-2026-11     a new folder, or the one of an export that was stopped: it goes on where it was
  --units 500             take at most so many read units a second from the table
  --segments 4            read so many parts of the table side by side

Reads the data folder of this machine (DATA_DIR, or .local), or with TABLE_NAME the table in AWS. It changes nothing there.
The files hold names, addresses and numbers of importers: keep them where such records may be kept.
Ends with 0 when the export is whole, 2 when it could not be done.`;

const names = ['to', 'units', 'segments'] as const;

export function readArguments(args: readonly string[]): Wanted | { readonly problems: readonly string[] } {
  const { values, problems } = readWords(args, names);
  const units = wholeNumber('units', values.units, 500);
  const segments = wholeNumber('segments', values.segments, 4);
  const all = [
    ...problems,
    ...(values.to === undefined ? ['--to is missing: name a folder for the files.'] : []),
    ...units.problems,
    ...segments.problems,
  ];
  if (values.to === undefined || all.length > 0) return { problems: all };
  return { to: values.to, units: units.number, segments: segments.number };
}
