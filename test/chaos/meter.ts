import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What calls cost: how many, and capacity units as the table counts them, without those of its indexes' writes. */
export type Cost = { readonly calls: number; readonly reads: number; readonly writes: number };

/** Counts what each call of a client costs. */
export function meter(client: DynamoDBClient) {
  const cost = { calls: 0, reads: 0, writes: 0 };
  client.middlewareStack.add((next, { commandName = '' }) => async (args) => {
    const done = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
    const used = 'ConsumedCapacity' in done.output ? done.output.ConsumedCapacity : undefined;
    const units = used && 'CapacityUnits' in used ? (used.CapacityUnits ?? 0) : 0;
    cost.calls += 1;
    cost[commandName.startsWith('Put') ? 'writes' : 'reads'] += units;
    return done;
  });
  /** What something costs. */
  return async (work: () => Promise<unknown>): Promise<Cost> => {
    Object.assign(cost, { calls: 0, reads: 0, writes: 0 });
    await work();
    return { ...cost };
  };
}
