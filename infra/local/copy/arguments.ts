import { readReference } from '../../../functions/domain/case/reference.ts';
import type { CaseReference } from '../../../functions/domain/case/reference.ts';
import { readWords } from '../operator/arguments.ts';

export type Wanted = {
  readonly from: string;
  readonly only: CaseReference;
  readonly table: string | undefined;
  readonly write: boolean;
};

export const USAGE = `Brings one case back from another table: npm run copy -- --from TABLE --only REFERENCE [--write]

  --from importer-desk-restored   a table that npm run restore or npm run import made
  --only H7K2M-9QXTC              the case
  --table importer-desk           the table to bring it back into (without it: TABLE_NAME, or that of this machine)
  --write                         do it; without it, nothing is changed: it says what differs

The other table is only read. Letters that the case owed then are held.
Ends with 0 when the case is there as in the other table, 1 when it differs or was not brought back, 2 when it could not be done.`;

const names = ['from', 'only', 'table'] as const;

export function readArguments(args: readonly string[]): Wanted | { readonly problems: readonly string[] } {
  const { values, on, problems } = readWords(args, names, ['write']);
  const { from, only = '', table } = values;
  const reference = readReference(only);
  const all = [
    ...problems,
    ...(from === undefined ? ['--from is missing: name the table to take the case from.'] : []),
    ...(reference ? [] : [`--only is "${only}". It wants a reference, for example H7K2M-9QXTC.`]),
    ...(from !== undefined && from === table ? ['--from and --table are the same table.'] : []),
  ];
  if (from === undefined || !reference || all.length > 0) return { problems: all };
  return { from, only: reference, table, write: on.has('write') };
}
