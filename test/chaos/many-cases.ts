import { hash } from 'node:crypto';
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Case } from '#domain/case/case.ts';
import { einOf } from '#domain/importer-number/importer-number.ts';
import { referenceOf } from '#domain/case/reference.ts';
import { itemOf } from '../../functions/aws/case-item.ts';
import { aMonday, opened, unsuspicious } from '#test/fakes/requests.ts';

const MINUTE = 60_000;
const BATCH = 25;
const SIDE_BY_SIDE = 4;

const first = unsuspicious(opened('email-update'));

/** An open case of a company of its own, a minute older than the one before; its letters went long ago. All are of one size. */
function oldCase(n: number): Case {
  const name = String(n).padStart(7, '0');
  const digest = hash('sha256', `old ${name}`);
  const at = (time: string) => new Date(Date.parse(time) - n * MINUTE).toISOString();
  const importerNumber = einOf(`95-${name}00`);
  if (!importerNumber) throw new Error(`95-${name} is no number`);
  return {
    ...first,
    ...{ digest, reference: referenceOf(digest), importerNumber },
    ...{ openedAt: at(first.openedAt), dueAt: at(first.dueAt) },
    answers: {
      ...first.answers,
      ...{ companyName: `Company ${name}`, contactEmail: `contact@company-${name}.example` },
      newEmail: `customs@company-${name}.example`,
    },
    letters: first.letters.map((letter) => ({ ...letter, state: 'sent', sentAt: aMonday.toISOString() })),
  };
}

/** Puts cases into a table past all doors, from one number to another. */
export async function fill(client: DynamoDBClient, table: string, from: number, to: number): Promise<void> {
  let n = from;
  const writer = async () => {
    while (n < to) {
      const numbers = Array.from({ length: Math.min(BATCH, to - n) }, () => (n += 1));
      const puts = numbers.map((number) => ({ PutRequest: { Item: itemOf(oldCase(number)) } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, writer));
}
