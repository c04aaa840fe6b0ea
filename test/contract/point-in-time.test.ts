import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryPointInTime } from '#test/fakes/memory-point-in-time.ts';
import { awsPointInTime } from '../../infra/local/restore/aws-point-in-time.ts';
import { startAws } from '../local/aws/server.ts';
import { timeMachine } from '../local/aws/time-machine.ts';
import { pointInTimeContract } from './point-in-time.ts';

const window = { earliest: '2026-11-01T00:00:00.000Z', latest: '2026-11-27T15:00:00.000Z' };
pointInTimeContract('in memory', () => Promise.resolve(memoryPointInTime({ live: window, plain: 'off' }).port));

const close: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const one of close.splice(0)) await one();
});

async function onAws() {
  const machine = timeMachine({ off: ['plain'] });
  const aws = await startAws((called) => machine.answer(called));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: aws.endpoint, region: 'us-east-1', credentials });
  close.push(() => {
    client.destroy();
    return aws.close();
  });
  return { port: awsPointInTime(client, 1), machine, calls: aws.calls };
}

pointInTimeContract("AWS's own words", async () => (await onAws()).port);

describe('what AWS is asked', () => {
  const asks = (calls: readonly { readonly action: string }[], action: string) =>
    calls.filter((call) => call.action === action);

  it('is a table on demand and encrypted, of that second', async () => {
    const { port, calls } = await onAws();
    await port.begin({ from: 'live', at: '2026-11-20T10:00:00.000Z', to: 'copy' });
    expect(asks(calls, 'RestoreTableToPointInTime')).toEqual([
      {
        action: 'RestoreTableToPointInTime',
        input: {
          SourceTableName: 'live',
          TargetTableName: 'copy',
          RestoreDateTime: Date.parse('2026-11-20T10:00:00.000Z') / 1000,
          BillingModeOverride: 'PAY_PER_REQUEST',
          SSESpecificationOverride: { Enabled: true },
        },
      },
    ]);
  });

  it('is every setting that a restore does not bring, each once', async () => {
    const { port, machine, calls } = await onAws();
    await port.begin({ from: 'live', at: '2026-11-20T10:00:00.000Z', to: 'copy' });
    for (let n = 0; n < 2; n += 1) await port.settle('copy', () => undefined);
    expect(machine.made.get('copy')).toMatchObject({
      settings: {
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
        DeletionProtectionEnabled: true,
      },
      ttl: true,
      pitr: true,
    });
    expect(asks(calls, 'UpdateTable')).toHaveLength(2);
    expect(asks(calls, 'UpdateTimeToLive')).toEqual([
      {
        action: 'UpdateTimeToLive',
        input: { TableName: 'copy', TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' } },
      },
    ]);
  });
});
