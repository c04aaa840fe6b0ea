import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryDeadQueues } from '#test/fakes/memory-dead-queues.ts';
import { awsDeadQueues } from '../../infra/local/redrive/aws-dead-queues.ts';
import { queuesOf } from '../local/aws/queues.ts';
import { startAws } from '../local/aws/server.ts';
import { deadQueuesContract } from './dead-queues.ts';

deadQueuesContract('in memory', () =>
  Promise.resolve(memoryDeadQueues({ FeedbackDead: { waiting: 3, cameFrom: 'Feedback' }, StreamDead: { waiting: 2 } })),
);

const close: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const one of close.splice(0)) await one();
});

async function onSqs() {
  const sqs = queuesOf('production', {
    Feedback: { waiting: 7 },
    FeedbackDead: { waiting: 3, feeds: 'Feedback' },
    StreamDead: { waiting: 2 },
  });
  const aws = await startAws((called, base) => sqs.answer(called, base));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SQSClient({ endpoint: aws.endpoint, region: 'us-east-1', credentials });
  close.push(() => {
    client.destroy();
    return aws.close();
  });
  return { client, aws };
}

deadQueuesContract('SQS', async () => awsDeadQueues((await onSqs()).client, 'production'));

describe('what SQS is asked', () => {
  it('is the queues of one stage, and to move them where they came from', async () => {
    const { client, aws } = await onSqs();
    expect(await awsDeadQueues(client, 'trial').list()).toEqual([]);
    const queues = awsDeadQueues(client, 'production');
    const [feedback] = await queues.list();
    if (feedback) await queues.moveBack(feedback);
    const arn = 'arn:aws:sqs:us-east-1:000000000000:importer-desk-production';
    expect(aws.calls.at(-1)).toEqual({
      action: 'StartMessageMoveTask',
      input: { SourceArn: `${arn}-FeedbackDeadQueue-abcdefgh`, DestinationArn: `${arn}-FeedbackQueue-abcdefgh` },
    });
  });
});
