import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '../../../infra/local/table.ts';
import { copyItems } from '../../../infra/local/table-copy.ts';
import { refusal } from './server.ts';
import type { Called, Reply } from './server.ts';

type Made = {
  readonly from: string;
  readonly at: number;
  /** So often it is still being restored when somebody asks. */
  asksLeft: number;
  settings: Record<string, unknown>;
  ttl: boolean;
  pitr: boolean;
};

export const ACCOUNT = 'arn:aws:dynamodb:us-east-1:000000000000:table';
export const EARLIEST = Date.parse('2026-11-01T00:00:00Z') / 1000;
export const LATEST = Date.parse('2026-11-27T15:00:00Z') / 1000;

/**
 * What AWS does about points in time and the embedded server does not. A restore takes some asks; `copy`, where a test has
 * tables behind it, is what the new table gets.
 */
export function timeMachine({ off = [], copy }: { off?: readonly string[]; copy?: Copy } = {}) {
  const made = new Map<string, Made>();
  const tables = ['live', ...off];
  const named = ({ input }: Called): string => {
    const name = input['TableName'] ?? input['SourceTableName'];
    return typeof name === 'string' ? name : '';
  };
  const describe = (name: string, of: Made): object => ({
    TableName: name,
    TableStatus: of.asksLeft > 0 ? 'CREATING' : 'ACTIVE',
    RestoreSummary: {
      SourceTableArn: `${ACCOUNT}/${of.from}`,
      RestoreDateTime: of.at,
      RestoreInProgress: of.asksLeft > 0,
    },
    SSEDescription: { Status: 'ENABLED' },
    ...of.settings,
  });
  return {
    made,
    async answer(called: Called): Promise<Reply | undefined> {
      const name = named(called);
      const of = made.get(name);
      switch (called.action) {
        case 'DescribeContinuousBackups': {
          if (!tables.includes(name)) return refusal('TableNotFoundException');
          const window = { EarliestRestorableDateTime: EARLIEST, LatestRestorableDateTime: LATEST };
          const description = off.includes(name) ? {} : window;
          return { body: { ContinuousBackupsDescription: { PointInTimeRecoveryDescription: description } } };
        }
        case 'RestoreTableToPointInTime': {
          const to = String(called.input['TargetTableName']);
          await copy?.(name, to);
          made.set(to, newTable(name, Number(called.input['RestoreDateTime'])));
          return { body: { TableDescription: {} } };
        }
        case 'DescribeTable':
          if (!of && copy) return undefined;
          if (!of && tables.includes(name)) return { body: { Table: { TableName: name, TableStatus: 'ACTIVE' } } };
          if (!of) return refusal('ResourceNotFoundException');
          of.asksLeft -= 1;
          return { body: { Table: describe(name, of) } };
        case 'UpdateTable': {
          if (!of) return undefined;
          const { TableName: _, StreamSpecification, ...settings } = called.input;
          of.settings = {
            ...of.settings,
            ...settings,
            ...(StreamSpecification !== undefined && { StreamSpecification }),
          };
          return { body: { TableDescription: describe(name, of) } };
        }
        case 'DescribeTimeToLive':
          return { body: { TimeToLiveDescription: { TimeToLiveStatus: of?.ttl ? 'ENABLED' : 'DISABLED' } } };
        case 'UpdateTimeToLive':
          // AWS refuses what is on already.
          if (of?.ttl) return refusal('ValidationException', 'TimeToLive is already enabled');
          if (of) of.ttl = true;
          return { body: {} };
        case 'UpdateContinuousBackups':
          if (of) of.pitr = true;
          return { body: {} };
        default:
          return undefined;
      }
    },
  };
}

type Copy = (from: string, to: string) => Promise<void>;

const newTable = (from: string, at: number): Made => ({
  ...{ from, at, asksLeft: 3, settings: {}, ttl: false, pitr: false },
});

/** The copy as it is now: of no other time, since the embedded server keeps none. */
export const copyIn =
  (client: DynamoDBClient): Copy =>
  async (from, to) => {
    await ensureTable(client, to);
    await copyItems(client, from, to);
  };
