import { dynamoCaseStore } from '../../../functions/aws/case-store.ts';
import { Refused, runCommand, say, wantedBy } from '../operator/command.ts';
import { withTable } from '../operator/open-table.ts';
import type { OpenTable } from '../operator/open-table.ts';
import { described } from '../operator/table-settings.ts';
import { USAGE, readArguments } from './arguments.ts';
import { copyCase } from './copy-case.ts';

/** `npm run copy`: one case back from another table. */
const { from, only, table: named, write } = wantedBy(USAGE, readArguments);

async function copy({ client, table }: OpenTable): Promise<number> {
  if (from === table) throw new Refused(`${from} is the table to bring the case back into. --from names another one.`);
  if (!(await described(client, from))) throw new Refused(`There is no table ${from}. Look at its name.`);
  const copies = await dynamoCaseStore(client, from).find(only);
  if (copies.length === 0) throw new Refused(`${from} holds no case ${only}.`);
  let fine = true;
  for (const one of copies) {
    say(`${only} from ${from} into ${table}`);
    fine = (await copyCase({ client, table, copy: one, write, say })) && fine;
  }
  return fine ? 0 : 1;
}

await runCommand(() => withTable({ named }, copy));
