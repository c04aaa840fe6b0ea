import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { broker } from '../../../broker.config.ts';
import { dynamoCaseStore } from '../../../functions/aws/case-store.ts';
import { dynamoClient } from '../../../functions/aws/clients.ts';
import { dynamoTrailStore } from '../../../functions/aws/desk-items/trail-store.ts';
import { settings } from '../../../functions/aws/settings.ts';
import type { TrailStore } from '../../../functions/casework/audit/ports.ts';
import type { CaseStore } from '../../../functions/casework/ports.ts';
import { trailDays } from '../../../functions/domain/desk/trail-days.ts';
import { startEmbeddedDynamodb } from '../embedded-dynamodb.ts';

const LOCAL_TABLE = 'importer-desk';
const local = { region: broker.region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

export const keptDays = trailDays(broker);

export type OpenTrail = {
  readonly place: string;
  readonly audit: TrailStore;
  readonly cases: CaseStore;
  readonly close: () => Promise<void>;
};

/** The trail to check, and where it is: a table in AWS when one is named, else the data folder of this machine. */
export async function openTrail(): Promise<OpenTrail | { readonly missing: string }> {
  const table = process.env['TABLE_NAME'];
  if (table) return opened(dynamoClient(settings()), table, `the table ${table}`);
  const endpoint = process.env['DYNAMODB_ENDPOINT'];
  if (endpoint) return opened(new DynamoDBClient({ ...local, endpoint }), LOCAL_TABLE, endpoint);
  const folder = join(resolve(process.env['DATA_DIR'] ?? '.local'), 'dynamodb');
  if (!existsSync(folder)) return { missing: folder };
  const embedded = await startEmbeddedDynamodb(folder);
  const client = new DynamoDBClient({ ...local, endpoint: embedded.endpoint });
  return { ...opened(client, LOCAL_TABLE, folder), close: embedded.close };
}

const opened = (client: DynamoDBClient, table: string, place: string): OpenTrail => ({
  place,
  audit: dynamoTrailStore(client, table, keptDays),
  cases: dynamoCaseStore(client, table),
  close: () => Promise.resolve(),
});
