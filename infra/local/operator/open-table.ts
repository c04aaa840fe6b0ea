import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { broker } from '../../../broker.config.ts';
import { startEmbeddedDynamodb } from '../embedded-dynamodb.ts';
import { Refused } from './command.ts';
import { described } from './table-settings.ts';

/** How a table is called on one machine. */
export const LOCAL_TABLE = 'importer-desk';

const local = { region: broker.region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/** Nobody waits at a page: a command asks again for as long as it helps. */
const patience = { maxAttempts: 8 };

export type OpenTable = {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly inAws: boolean;
  /** Where it is, for people. */
  readonly place: string;
  readonly close: () => Promise<void>;
};

type Which = { readonly named?: string | undefined; readonly make?: boolean };

/**
 * The table that a command is about: with TABLE_NAME one in AWS, else the data folder of this machine. `named` is another
 * table in the same place; `make` takes a data folder that is not there yet.
 */
export async function openTable({ named, make = false }: Which = {}): Promise<OpenTable> {
  const inAws = process.env['TABLE_NAME'] || undefined;
  const endpoint = process.env['DYNAMODB_ENDPOINT'] || undefined;
  const table = named ?? inAws ?? LOCAL_TABLE;
  const open = (client: DynamoDBClient, where: string, close = () => Promise.resolve()): OpenTable => ({
    ...{ client, table, inAws: inAws !== undefined, place: where },
    close: () => {
      client.destroy();
      return close();
    },
  });
  if (inAws !== undefined) {
    const region = process.env['AWS_REGION'] || broker.region;
    const client = new DynamoDBClient({ region, ...patience, ...(endpoint !== undefined && { endpoint }) });
    return open(client, `the table ${table}`);
  }
  if (endpoint !== undefined) return open(new DynamoDBClient({ ...local, ...patience, endpoint }), endpoint);
  const folder = join(resolve(process.env['DATA_DIR'] ?? '.local'), 'dynamodb');
  if (!make && !existsSync(folder))
    throw new Refused(`There is no data in ${folder}. Run npm start first, or say where: DATA_DIR=…`);
  const embedded = await startEmbeddedDynamodb(folder);
  const client = new DynamoDBClient({ ...local, endpoint: embedded.endpoint });
  return open(client, folder, embedded.close);
}

/** The same for the time of some work; the table must be there, unless the work makes it. */
export async function withTable<T>(which: Which, work: (open: OpenTable) => Promise<T>): Promise<T> {
  const open = await openTable(which);
  try {
    if (!which.make && !(await described(open.client, open.table)))
      throw new Refused(`There is no table ${open.table}${open.inAws ? '' : ` in ${open.place}`}. Look at its name.`);
    return await work(open);
  } finally {
    await open.close();
  }
}
