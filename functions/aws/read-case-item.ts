import { unmarshall } from '@aws-sdk/util-dynamodb';
import { caseSchema } from '#domain/case/case.ts';
import type { Case } from '#domain/case/case.ts';
import type { Item } from './case-item.ts';

/**
 * The case of an item, checked; nothing when the case went and left its trace there. Throws when it is neither: the store
 * then holds something we never wrote.
 */
export function caseOf(item: Item): Case | undefined {
  return item['trace'] ? undefined : caseSchema.parse(unmarshall(item)['case']);
}
