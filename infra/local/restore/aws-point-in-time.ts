import {
  DescribeContinuousBackupsCommand,
  RestoreTableToPointInTimeCommand,
  TableNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { described, settleTable } from '../operator/table-settings.ts';
import type { PointInTime } from './ports.ts';

/** The last part of `arn:aws:dynamodb:us-east-1:…:table/NAME`. */
const nameIn = (arn: string | undefined): string => arn?.split('/').at(-1) ?? '';

/** `every`: how often AWS is asked whether a table is ready, in milliseconds. */
export const awsPointInTime = (client: DynamoDBClient, every?: number): PointInTime => ({
  async window(TableName) {
    try {
      const { ContinuousBackupsDescription } = await client.send(new DescribeContinuousBackupsCommand({ TableName }));
      const { EarliestRestorableDateTime: earliest, LatestRestorableDateTime: latest } =
        ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {};
      return earliest && latest ? { earliest: earliest.toISOString(), latest: latest.toISOString() } : 'off';
    } catch (error) {
      if (error instanceof TableNotFoundException) return 'no-table';
      throw error;
    }
  },

  async found(name) {
    const table = await described(client, name);
    if (!table) return 'nothing';
    const { SourceTableArn, RestoreDateTime, RestoreInProgress } = table.RestoreSummary ?? {};
    if (SourceTableArn === undefined || !RestoreDateTime) return 'another-table';
    const ready = RestoreInProgress !== true && table.TableStatus === 'ACTIVE';
    return { from: nameIn(SourceTableArn), at: RestoreDateTime.toISOString(), ready };
  },

  // The indexes come along as they were; how it is paid for and encrypted is said, so that no default can decide it.
  async begin({ from, at, to }) {
    await client.send(
      new RestoreTableToPointInTimeCommand({
        SourceTableName: from,
        TargetTableName: to,
        RestoreDateTime: new Date(at),
        BillingModeOverride: 'PAY_PER_REQUEST',
        SSESpecificationOverride: { Enabled: true },
      }),
    );
  },

  settle: (table, tell) => settleTable(client, table, tell, every),
});
