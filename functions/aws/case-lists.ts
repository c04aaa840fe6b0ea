import type { AttributeValue, DynamoDBClient, QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { cardSchema } from '#domain/desk/card.ts';
import type { CaseList, CaseLists, Listed } from '#casework/lists/ports.ts';
import { asked } from './asked.ts';
import { LATE_SECONDS, casePartition, keyOf, keyOfItem } from './case-item.ts';
import type { Item } from './case-item.ts';

/** The keys of each index, as infra/table-shape.ts has them; the contract's suite holds both together. */
const keysOf: Record<CaseList['by'], { readonly hash: string; readonly range: string }> = {
  queue: { hash: 'queue', range: 'queueOrder' },
  assignee: { hash: 'assignee', range: 'queueOrder' },
  importer: { hash: 'importerKey', range: 'openedAt' },
  company: { hash: 'companyInitials', range: 'companyKey' },
  'contact-mailbox': { hash: 'contactMailbox', range: 'openedAt' },
  'new-mailbox': { hash: 'newMailbox', range: 'openedAt' },
  day: { hash: 'day', range: 'openedAt' },
};

/** Two cases share a reference once in 2^50. */
const MOST_OF_A_REFERENCE = 10;

/** Lists of cases in DynamoDB: one bounded query of one index each. */
export function dynamoCaseLists(client: DynamoDBClient, TableName: string): CaseLists {
  const query = (input: Omit<QueryCommandInput, 'TableName'>) =>
    asked(() => client.send(new QueryCommand({ TableName, ...input })));
  return {
    async some(list, { most, after, latest = false }) {
      const { hash, range } = keysOf[list.by];
      const start = after && { ...keyOf(after), [hash]: { S: list.of }, [range]: { S: after.order } };
      const { Items = [], LastEvaluatedKey } = await query({
        IndexName: list.by,
        Limit: most,
        ScanIndexForward: !latest,
        ...conditionOf(list, hash, range),
        ...(start && { ExclusiveStartKey: start }),
      });
      return { found: Items.flatMap((item) => listedOf(item, range)), more: LastEvaluatedKey !== undefined };
    },

    async ofReference(reference) {
      const { ExpressionAttributeNames, ...condition } = conditionOn('pk', casePartition(reference));
      const { Items = [] } = await query({
        ConsistentRead: true,
        Limit: MOST_OF_A_REFERENCE,
        ProjectionExpression: '#hash, #sk, #card, #at, #end',
        ...condition,
        ExpressionAttributeNames: {
          ...ExpressionAttributeNames,
          ...{ '#sk': 'sk', '#card': 'card', '#at': 'openedAt', '#end': 'expiresAt' },
        },
      });
      return Items.flatMap((item) => listedOf(item, 'openedAt'));
    },

    async countOverdue(now, most) {
      // The confirmed ones, and after them the others: two stretches of one list.
      const counts = await Promise.all(
        ['0', '1'].map((half) => query({ IndexName: 'queue', Select: 'COUNT', Limit: most, ...overdue(half, now) })),
      );
      return counts.reduce((sum, { Count = 0 }) => sum + Count, 0);
    },
  };
}

type Condition = Pick<QueryCommandInput, 'KeyConditionExpression' | 'FilterExpression'> & {
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues: Record<string, AttributeValue>;
};

const conditionOn = (hash: string, value: AttributeValue): Condition => ({
  KeyConditionExpression: '#hash = :hash',
  ExpressionAttributeNames: { '#hash': hash },
  ExpressionAttributeValues: { ':hash': value },
});

function conditionOf(list: CaseList, hash: string, range: string): Condition {
  const all = conditionOn(hash, { S: list.of });
  if (list.by !== 'company') return all;
  return {
    KeyConditionExpression: '#hash = :hash AND begins_with(#range, :begins)',
    ExpressionAttributeNames: { ...all.ExpressionAttributeNames, '#range': range },
    ExpressionAttributeValues: { ...all.ExpressionAttributeValues, ':begins': { S: list.begins } },
  };
}

const overdue = (half: string, now: string): Condition => ({
  KeyConditionExpression: '#queue = :open AND #order BETWEEN :from AND :to',
  FilterExpression: 'attribute_not_exists(#end) OR #end > :now',
  ExpressionAttributeNames: { '#queue': 'queue', '#order': 'queueOrder', '#end': 'expiresAt' },
  ExpressionAttributeValues: {
    ':open': { S: 'open' },
    ':from': { S: `${half}#` },
    ':to': { S: `${half}#${now}` },
    ':now': { N: String(Math.floor(Date.parse(now) / 1000) + LATE_SECONDS) },
  },
});

function listedOf(item: Item, range: string): Listed[] {
  const key = keyOfItem(item);
  const { card, expiresAt, importerKey } = unmarshall(item);
  // A trace has none, and neither has our canary: they are in no list.
  if (!key || card === undefined) return [];
  return [
    {
      card: cardSchema.parse(card),
      place: { ...key, order: item[range]?.S ?? '' },
      ...(typeof expiresAt === 'number' && { expiresAt: expiresAt - LATE_SECONDS }),
      ...(typeof importerKey === 'string' && { importerKey }),
    },
  ];
}
