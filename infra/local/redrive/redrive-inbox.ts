import * as z from 'zod/mini';
import { Refused } from '../operator/command.ts';

const answerSchema = z.object({ redriven: z.number() });

/** The inbox of one machine stands in for SES and SQS: it takes back what it put aside. Gives how many events. */
export async function redriveInbox(inboxUrl: string): Promise<number> {
  const address = new URL('/dead-letters/redrive', inboxUrl);
  const answer = await fetch(address, { method: 'POST' }).catch(() => undefined);
  if (!answer?.ok) throw new Refused(`The inbox at ${inboxUrl} does not answer as it should. Is npm start running?`);
  return answerSchema.parse(await answer.json()).redriven;
}
