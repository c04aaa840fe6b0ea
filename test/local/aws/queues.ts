import type { Called, Reply } from './server.ts';

type Queue = { waiting: number; readonly feeds?: string; move?: { moved: number; status: string; asksLeft: number } };

/**
 * What SQS says about queues of dead letters. A move takes some asks; to a queue without a source SQS moves nothing, unless it
 * is told where.
 */
export function queuesOf(stage: string, queues: Record<string, Queue>) {
  const urlOf = (name: string): string => `http://localhost/000000000000/${physical(name)}`;
  const physical = (name: string): string => `importer-desk-${stage}-${name}Queue-abcdefgh`;
  const arnOf = (name: string): string => `arn:aws:sqs:us-east-1:000000000000:${physical(name)}`;
  const named = (said: unknown): [string, Queue] | undefined =>
    Object.entries(queues).find(([name]) => said === urlOf(name) || said === arnOf(name));
  const purged: string[] = [];

  function answer({ action, input }: Called, base: string): Reply | undefined {
    const urls = (names: readonly string[]) => names.map((name) => urlOf(name).replace('http://localhost', base));
    const at = (said: unknown) => named(typeof said === 'string' ? said.replace(base, 'http://localhost') : said);
    const [name = '', queue] = at(input['QueueUrl'] ?? input['SourceArn']) ?? [];
    switch (action) {
      case 'ListQueues': {
        const prefix = input['QueueNamePrefix'];
        const begins = typeof prefix === 'string' ? prefix : '';
        return { body: { QueueUrls: urls(Object.keys(queues).filter((one) => physical(one).startsWith(begins))) } };
      }
      case 'GetQueueAttributes':
        return {
          body: {
            Attributes: {
              QueueArn: arnOf(name),
              ApproximateNumberOfMessages: String(queue?.waiting ?? 0),
              ApproximateNumberOfMessagesNotVisible: '0',
            },
          },
        };
      case 'ListDeadLetterSourceQueues':
        return { body: { queueUrls: queue?.feeds === undefined ? [] : urls([queue.feeds]) } };
      case 'StartMessageMoveTask':
        if (!queue || input['DestinationArn'] !== arnOf(queue.feeds ?? '')) return refused('no destination');
        if (queue.move?.status === 'RUNNING') return refused('a move is under way');
        queue.move = { moved: 0, status: 'RUNNING', asksLeft: 2 };
        return { body: { TaskHandle: 'x' } };
      case 'ListMessageMoveTasks': {
        const move = queue?.move;
        if (!queue || !move) return { body: { Results: [] } };
        move.asksLeft -= 1;
        if (move.status === 'RUNNING' && move.asksLeft < 0) {
          move.status = 'COMPLETED';
          move.moved = queue.waiting;
          queue.waiting = 0;
        }
        return { body: { Results: [{ Status: move.status, ApproximateNumberOfMessagesMoved: move.moved }] } };
      }
      case 'PurgeQueue':
        if (queue) queue.waiting = 0;
        purged.push(name);
        return { body: {} };
      default:
        return undefined;
    }
  }
  return { queues, purged, answer };
}

const refused = (message: string): Reply => ({
  status: 400,
  body: { __type: 'com.amazonaws.sqs#UnsupportedOperation', message },
});
