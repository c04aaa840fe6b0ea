import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoCaseStore } from '../../../functions/aws/case-store.ts';
import type { Case } from '../../../functions/domain/case/case.ts';
import { playedCases } from './play.ts';
import { withLetterSent } from './sent.ts';

/** So many of the latest cases still owe their letters: they arrive in the inbox, for a visitor to open. */
const STILL_OWED = 4;

/** Puts the demo's cases, those that are not there yet. Gives how many there are. */
export async function fillWithDemo(client: DynamoDBClient, tableName: string, now = new Date()): Promise<number> {
  const store = dynamoCaseStore(client, tableName);
  const cases = playedCases(now);
  for (const [place, one] of cases.entries()) await store.put(place < STILL_OWED ? one : withLettersSent(one));
  return cases.length;
}

export const withLettersSent = (of: Case): Case => ({ ...of, letters: of.letters.map(withLetterSent) });
