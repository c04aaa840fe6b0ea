import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoCaseStore } from '../../../functions/aws/case-store.ts';
import type { Case, Letter } from '../../../functions/domain/case/case.ts';
import { playedCases } from './play.ts';

/** So many of the latest cases still owe their letters: they arrive in the inbox, for a visitor to open. */
const STILL_OWED = 4;

/** Puts the demo's cases, those that are not there yet. Gives how many there are. */
export async function fillWithDemo(client: DynamoDBClient, tableName: string, now = new Date()): Promise<number> {
  const store = dynamoCaseStore(client, tableName);
  const cases = playedCases(now);
  for (const [place, one] of cases.entries()) await store.put(place < STILL_OWED ? one : withLettersSent(one));
  return cases.length;
}

export const withLettersSent = (of: Case): Case => ({ ...of, letters: of.letters.map(sent) });

/** As a second and a half later; what is held waits for a member. */
function sent(owed: Letter): Letter {
  if (owed.state === 'held') return owed;
  const { owedSince, ...letter } = owed;
  const at = new Date(Date.parse(owedSince) + 1500).toISOString();
  return { ...letter, owedSince, attempts: 1, state: 'sent', sentAt: at, mails: ['demo'], told: { takenAt: at, deliveredAt: at } };
}
