import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paceOf } from '../../operator/pace.ts';
import { clock } from '../../operator/progress.ts';
import type { Progress } from '../../operator/progress.ts';
import type { Item } from '../../../../functions/aws/case-item.ts';
import { itemIn } from '../item-line.ts';
import { countedAnew, kindOf } from '../kinds.ts';
import type { Whole } from '../manifest.ts';
import { linesOf } from '../read-pages.ts';
import type { Wanted } from './arguments.ts';
import { writeNotes } from './notes.ts';
import type { Notes } from './notes.ts';
import { prepared } from './prepare.ts';

/** So many items are on their way at once. */
const SIDE_BY_SIDE = 16;

/** Writes page after page, from the first one that the notes do not know. What was written before is passed by. */
export async function writePages(
  client: DynamoDBClient,
  wanted: Wanted,
  whole: Whole,
  begun: Notes,
  progress: Progress,
): Promise<Notes> {
  const pace = paceOf(wanted.units);
  const time = clock();
  let notes = begun;
  for (const { file } of whole.pages.slice(begun.pages)) {
    const page = linesOf(wanted.from, file).map((line) => prepared(itemIn(line), wanted.letters));
    for (let at = 0; at < page.length; at += SIDE_BY_SIDE) {
      const some = page.slice(at, at + SIDE_BY_SIDE);
      const units = await Promise.all(some.map(({ item }) => putNew(client, wanted.table, item)));
      await pace(units.reduce((sum, one) => sum + one, 0));
    }
    notes = {
      ...notes,
      pages: notes.pages + 1,
      held: page.reduce((sum, { held }) => sum + held, notes.held),
      unread: notes.unread + page.filter(({ unread }) => unread).length,
    };
    writeNotes(wanted, notes);
    progress.at(`page ${notes.pages} of ${whole.pages.length}, ${time()}`);
  }
  return notes;
}

/** Puts an item where there is none, and gives what it cost. What somebody wrote there meanwhile is never overwritten. */
async function putNew(client: DynamoDBClient, TableName: string, Item: Item): Promise<number> {
  const free = countedAnew.includes(kindOf(Item)) ? {} : { ConditionExpression: 'attribute_not_exists(pk)' };
  try {
    const put = new PutItemCommand({ TableName, Item, ...free, ReturnConsumedCapacity: 'TOTAL' });
    return (await client.send(put)).ConsumedCapacity?.CapacityUnits ?? 1;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 1;
    throw error;
  }
}
