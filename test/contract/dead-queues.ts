import { describe, expect, it } from 'vitest';
import type { DeadQueue, DeadQueues, Moving } from '../../infra/local/redrive/ports.ts';

/** What the queues of dead letters keep, wherever they are: 3 events of feedback that came from a queue, 2 calls that did not. */
export function deadQueuesContract(name: string, make: () => Promise<DeadQueues>): void {
  describe(`queues of dead letters (${name})`, () => {
    const oneOf = async (queues: DeadQueues, wanted: string): Promise<DeadQueue> => {
      const found = (await queues.list()).find((queue) => queue.name === wanted);
      if (!found) throw new Error(`${wanted} is not listed`);
      return found;
    };

    it('says how many wait in each, and where they came from', async () => {
      const found = await (await make()).list();
      expect(found.map(({ name: of, waiting }) => [of, waiting])).toEqual([
        ['FeedbackDead', 3],
        ['StreamDead', 2],
      ]);
      expect(found.map(({ cameFrom }) => cameFrom !== undefined)).toEqual([true, false]);
    });

    it('moves all back, says how far it is, and empties the queue', async () => {
      const queues = await make();
      const queue = await oneOf(queues, 'FeedbackDead');
      expect(await queues.moving(queue)).toBeUndefined();
      await queues.moveBack(queue);
      // As often as one likes: it is one move.
      await queues.moveBack(queue);
      const seen: (Moving | undefined)[] = [];
      for (let n = 0; n < 4; n += 1) seen.push(await queues.moving(queue));
      expect(seen.at(-1)).toEqual({ moved: 3, running: false });
      expect((await oneOf(queues, 'FeedbackDead')).waiting).toBe(0);
    });

    it('moves nothing that came from nowhere', async () => {
      const queues = await make();
      const queue = await oneOf(queues, 'StreamDead');
      await queues.moveBack(queue);
      expect(await queues.moving(queue)).toBeUndefined();
      expect((await oneOf(queues, 'StreamDead')).waiting).toBe(2);
    });

    it('throws away what it is told to', async () => {
      const queues = await make();
      await queues.purge(await oneOf(queues, 'StreamDead'));
      expect((await queues.list()).map(({ waiting }) => waiting)).toEqual([3, 0]);
    });
  });
}
