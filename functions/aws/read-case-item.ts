import { unmarshall } from '@aws-sdk/util-dynamodb';
import { caseSchema } from '#domain/case/case.ts';
import type { Case } from '#domain/case/case.ts';
import type { Item } from './case-item.ts';

/** The case of an item, checked. Throws when it is not one: the store then holds something we never wrote. */
export const caseOf = (item: Item): Case => caseSchema.parse(unmarshall(item)['case']);
