import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import type { EventQueue, Waiting } from './event-queue.ts';
import { sqsEventOf } from './sqs-event.ts';

/** A door that reads events from a queue: its handler as Lambda calls it. */
export type QueueDoor = (event: SQSEvent) => Promise<unknown>;

export interface HandOver {
  queue: EventQueue;
  door: QueueDoor;
  /** How long an event rests that failed so often. */
  restAfter: (receives: number) => number;
  report: (event: string, error: unknown) => void;
}

/** As the queue of the cloud has them; infra says the second one there. */
export const batchSize = 10;
export const mostReceives = 20;

/** Hands one batch to the door, and gives how many events were in it. What failed rests, what failed too often is put aside. */
export const handOver = async ({ queue, door, restAfter, report }: HandOver): Promise<number> => {
  const batch = await queue.receive(batchSize);
  if (batch.length === 0) return 0;
  const failed = await failedOf(door, batch, report);
  await Promise.all(
    batch.map((one) => {
      if (!failed.has(one.messageId)) return queue.done(one);
      return one.receives < mostReceives ? queue.again(one, Date.now() + restAfter(one.receives)) : queue.bury(one);
    }),
  );
  return batch.length;
};

/** `null` and nothing at all mean that all went well; https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html */
const answerSchema = z.nullish(
  z.object({ batchItemFailures: z.nullish(z.array(z.object({ itemIdentifier: z.string() }))) }),
);

/** The events to try again: those that the door names, or all of them when it throws or names what it was not given. */
const failedOf = async (
  door: QueueDoor,
  batch: readonly Waiting[],
  report: HandOver['report'],
): Promise<ReadonlySet<string>> => {
  const all = new Set(batch.map(({ messageId }) => messageId));
  try {
    const answer = answerSchema.parse(await door(sqsEventOf(batch)));
    const named = answer?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
    return named.every((id) => all.has(id)) ? new Set(named) : all;
  } catch (error) {
    report('inbox.feedback-failed', error);
    return all;
  }
};
