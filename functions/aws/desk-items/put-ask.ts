import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Ask, AskStore } from '#casework/asks/ports.ts';
import { askOwedAt } from '#domain/desk/ask.ts';
import type { Item } from '../case-item.ts';
import { dynamoPut } from './put-item.ts';
import type { Kind } from './put-item.ts';

/** Asks stand in the index of debts under a value of their own, exactly as long as one is owed. */
export const ASKS = 'ASKS';

export const askKind: Kind<Ask> = {
  prefix: 'ASK',
  listedBy: (ask) => {
    const owedAt = askOwedAt(ask);
    return { owed: owedAt && ASKS, owedAt };
  },
};

/** All that a door for anyone may do with asks. */
export const dynamoPutAsk = (client: DynamoDBClient, tableName: string): Pick<AskStore, 'put'> => ({
  put: dynamoPut(client, tableName, askKind),
});

/** The id of an item that is an ask, or nothing when it is another item of the table. */
export function askIdOfItem(item: Item): string | undefined {
  const [prefix, id] = (item['pk']?.S ?? '').split('#');
  return prefix === askKind.prefix ? id : undefined;
}
