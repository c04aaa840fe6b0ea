import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { keyOf } from '../../../functions/aws/case-item.ts';
import { caseOf } from '../../../functions/aws/read-case-item.ts';
import type { Case, CaseKey } from '../../../functions/domain/case/case.ts';
import { traceSchema } from '../../../functions/domain/case/trace.ts';
import type { Trace } from '../../../functions/domain/case/trace.ts';

/** What stands under a case's key: nothing, a case, a record that cannot be read, or the trace of a case that went. */
export type Standing =
  | { readonly is: 'nothing' }
  | { readonly is: 'case'; readonly case: Case }
  | { readonly is: 'unreadable'; readonly rev: number }
  | { readonly is: 'trace'; readonly trace: Trace };

export async function standing(client: DynamoDBClient, TableName: string, key: CaseKey): Promise<Standing> {
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
  if (!Item) return { is: 'nothing' };
  if (Item['trace']) return { is: 'trace', trace: traceSchema.parse(unmarshall(Item)['trace']) };
  try {
    const found = caseOf(Item);
    if (found) return { is: 'case', case: found };
  } catch {
    // Broken by whoever: that is what this command is for.
  }
  return { is: 'unreadable', rev: Number(Item['rev']?.N ?? 0) };
}
