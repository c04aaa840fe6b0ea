import { Agent, createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { closed, listen } from '../../infra/local/listen.ts';

/** How DynamoDB says that it was asked for too much: the table, one of its partitions, or the account. */
export type Refusal = 'ProvisionedThroughputExceededException' | 'ThrottlingException' | 'RequestLimitExceeded';

/** A DynamoDB that has too much to do: passes calls to a port of this machine, and refuses a share of them in its own words. */
export async function throttleTo(target: number, random: () => number = Math.random) {
  let share = 0;
  let refusal: Refusal = 'ThrottlingException';
  let refused = 0;
  const agent = new Agent({ keepAlive: true });
  const server = createServer((asked, answer) => {
    if (random() >= share) return pass(asked, answer, target, agent);
    refused += 1;
    asked.resume().on('end', () => {
      answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      answer.end(
        JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${refusal}`, message: 'Too much at once' }),
      );
    });
  });
  const port = await listen(server, 0);
  return {
    port,
    /** How many calls were refused so far. */
    refused: () => refused,
    set: (next: number, as: Refusal = refusal) => ([share, refusal] = [next, as]),
    close: async () => {
      agent.destroy();
      await closed(server);
    },
  };
}

/** A wire that breaks on the far side breaks here as well. */
function pass(asked: IncomingMessage, answer: ServerResponse, port: number, agent: Agent): void {
  const { method, url, headers } = asked;
  const far = request({ host: '127.0.0.1', port, method, path: url, headers, agent }, (said) => {
    answer.writeHead(said.statusCode ?? 500, said.headers);
    said.on('error', () => answer.destroy()).pipe(answer);
  });
  far.on('error', () => answer.destroy());
  asked.pipe(far);
}
