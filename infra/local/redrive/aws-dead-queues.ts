import {
  GetQueueAttributesCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DeadQueue, DeadQueues } from './ports.ts';

/** `importer-desk-production-FeedbackDeadQueue-abcdefgh`: the stack's own name, and what AWS was asked to call it. */
const DEAD = /-(\w+Dead)Queue(-|$)/;

/** More of ours than any stage has. */
const MOST = 1000;

type Known = { readonly url: string; readonly arn: string; readonly sourceArn?: string };

/** The dead letters of a stage in SQS, found by what its queues are called. */
export function awsDeadQueues(client: SQSClient, stage: string): DeadQueues {
  const known = new Map<string, Known>();
  const of = ({ name }: DeadQueue): Known => {
    const queue = known.get(name);
    if (!queue) throw new Error(`${name} was not listed`);
    return queue;
  };

  async function attributesOf(QueueUrl: string) {
    const AttributeNames = [
      'QueueArn',
      'ApproximateNumberOfMessages',
      'ApproximateNumberOfMessagesNotVisible',
    ] as const;
    const get = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] });
    const { Attributes = {} } = await client.send(get);
    const [shown, hidden] = [Attributes.ApproximateNumberOfMessages, Attributes.ApproximateNumberOfMessagesNotVisible];
    return { arn: Attributes.QueueArn ?? '', waiting: Number(shown ?? 0) + Number(hidden ?? 0) };
  }

  async function look(url: string): Promise<DeadQueue[]> {
    const name = DEAD.exec(url)?.[1];
    if (name === undefined) return [];
    const { arn, waiting } = await attributesOf(url);
    const { queueUrls = [] } = await client.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: url }));
    const [source] = queueUrls;
    const sourceArn = source === undefined ? undefined : (await attributesOf(source)).arn;
    known.set(name, { url, arn, ...(sourceArn !== undefined && { sourceArn }) });
    return [{ name, waiting, ...(sourceArn !== undefined && { cameFrom: sourceArn.split(':').at(-1) ?? '' }) }];
  }

  const lastMove = async (queue: DeadQueue) =>
    (await client.send(new ListMessageMoveTasksCommand({ SourceArn: of(queue).arn, MaxResults: 1 }))).Results?.[0];

  return {
    async list() {
      const list = new ListQueuesCommand({ QueueNamePrefix: `importer-desk-${stage}-`, MaxResults: MOST });
      const { QueueUrls = [] } = await client.send(list);
      return (await Promise.all(QueueUrls.map(look))).flat().sort((a, b) => (a.name < b.name ? -1 : 1));
    },

    async moveBack(queue) {
      const { arn, sourceArn } = of(queue);
      if (sourceArn === undefined || (await lastMove(queue))?.Status === 'RUNNING') return;
      // Said, since some came from a topic and not from the queue: SQS would not know where to put those.
      await client.send(new StartMessageMoveTaskCommand({ SourceArn: arn, DestinationArn: sourceArn }));
    },

    async moving(queue) {
      const last = await lastMove(queue);
      if (!last) return undefined;
      return {
        moved: last.ApproximateNumberOfMessagesMoved ?? 0,
        running: last.Status === 'RUNNING',
        ...(last.Status === 'FAILED' && { failed: last.FailureReason ?? 'no reason given' }),
      };
    },

    async purge(queue) {
      await client.send(new PurgeQueueCommand({ QueueUrl: of(queue).url }));
    },
  };
}
