import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ResourceNotFoundException,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient, TableDescription, UpdateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { tableShape } from '../../table-shape.ts';

/** A table as AWS describes it; nothing when there is none of this name. */
export async function described(client: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

const ASKED_EVERY_MS = 2000;

async function settled(client: DynamoDBClient, name: string, every: number): Promise<TableDescription> {
  for (;;) {
    const table = await described(client, name);
    if (table?.TableStatus === 'ACTIVE') return table;
    await pause(every);
  }
}

type Setting = {
  readonly says: string;
  readonly isOn: (table: TableDescription) => boolean;
  readonly turn: Omit<UpdateTableCommandInput, 'TableName'>;
};

/** What a table of ours has beside its shape (infra/table.ts), and neither a restore nor a new table has by itself. */
const settings: readonly Setting[] = [
  {
    says: "encrypted with AWS's own key in the account",
    isOn: ({ SSEDescription }) => SSEDescription?.Status === 'ENABLED',
    turn: { SSESpecification: { Enabled: true } },
  },
  {
    says: 'tells its stream the new image',
    isOn: ({ StreamSpecification }) => StreamSpecification?.StreamEnabled === true,
    turn: { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } },
  },
  {
    says: 'protected from deletion',
    isOn: ({ DeletionProtectionEnabled }) => DeletionProtectionEnabled === true,
    turn: { DeletionProtectionEnabled: true },
  },
];

/** Switches on what is not on yet, one after another, as AWS wants it. May be asked as often as one likes. */
export async function settleTable(
  client: DynamoDBClient,
  TableName: string,
  tell: (what: string) => void,
  every = ASKED_EVERY_MS,
): Promise<void> {
  for (const { says, isOn, turn } of settings) {
    if (!isOn(await settled(client, TableName, every)))
      await client.send(new UpdateTableCommand({ TableName, ...turn }));
    await settled(client, TableName, every);
    tell(says);
  }
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  if (!['ENABLED', 'ENABLING'].includes(TimeToLiveDescription?.TimeToLiveStatus ?? ''))
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName,
        TimeToLiveSpecification: { Enabled: true, AttributeName: tableShape.ttl },
      }),
    );
  tell('forgets by its time to live');
  await client.send(
    new UpdateContinuousBackupsCommand({
      TableName,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  );
  tell('restorable to any second');
}
