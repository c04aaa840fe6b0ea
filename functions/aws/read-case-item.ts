import { unmarshall } from '@aws-sdk/util-dynamodb';
import { StoreUnavailable } from '#casework/ports.ts';
import { readCase } from '#domain/case/formats.ts';
import type { Case } from '#domain/case/case.ts';
import type { Item } from './case-item.ts';

/**
 * The case of an item, checked, whatever format it has; nothing when the case went and left its trace there. Throws when it
 * is neither: the store then holds something we never wrote. What a later version wrote is not ours to work on, or we would
 * drop what we do not know: for the moment of a deployment, the store does not answer.
 */
export function caseOf(item: Item): Case | undefined {
  if (item['trace']) return undefined;
  const read = readCase(unmarshall(item)['case']);
  if (read === 'newer') throw new StoreUnavailable('a later version wrote this case');
  return read;
}
