import { setTimeout as pause } from 'node:timers/promises';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Inbox } from '../../infra/local/ses/start-inbox.ts';
import { clientOf, taggedCommand, type Tagged } from './inbox-kit.ts';

/** The fields of an event that SES's documents promise; each kind of event has a part of its own beside them. */
const eventSchema = z.looseObject({
  eventType: z.string(),
  mail: z.looseObject({
    timestamp: z.iso.datetime(),
    source: z.string(),
    messageId: z.string(),
    destination: z.array(z.string()),
    tags: z.record(z.string(), z.array(z.string())),
  }),
});
export type SesEvent = z.infer<typeof eventSchema>;

export const eventOf = ({ body }: Pick<SQSRecord, 'body'>): SesEvent => eventSchema.parse(JSON.parse(body));

/** Asks again and again, and gives up in words. */
export const until = async (what: string, isSo: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> => {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what} did not come about within ${ms} ms`);
    await pause(15);
  }
};

/** Long enough for any event of a good day to have come, when none should. */
export const aWhile = (): Promise<void> => pause(400);

export interface Listener {
  /** One entry for each time that the door was called. */
  batches: SQSRecord[][];
  records(): SQSRecord[];
  events(): SesEvent[];
  kinds(): string[];
  /** Waits for so many, and a little longer for one too many. */
  hear(count: number): Promise<SesEvent[]>;
  stop(): Promise<void>;
}

/** A door that writes down what it hears and answers what it is told to, by default that all went well. */
export const listen = (
  { feedback }: Inbox,
  answer: (records: SQSRecord[]) => unknown = () => ({ batchItemFailures: [] }),
): Listener => {
  const batches: SQSRecord[][] = [];
  const connection = feedback.connect(async ({ Records }: SQSEvent) => {
    batches.push(Records);
    return Promise.resolve(Records).then(answer);
  });
  const events = () => batches.flat().map(eventOf);
  return {
    batches,
    stop: () => connection.stop(),
    records: () => batches.flat(),
    events,
    kinds: () => events().map(({ eventType }) => eventType),
    hear: async (count) => {
      await until(`hearing ${count} events`, () => batches.flat().length >= count);
      await pause(100);
      return events();
    },
  };
};

export const failuresOf = (records: readonly SQSRecord[]): { batchItemFailures: { itemIdentifier: string }[] } => ({
  batchItemFailures: records.map(({ messageId }) => ({ itemIdentifier: messageId })),
});

/** Sends one mail through the real client; its id. */
export const sendOne = async (inbox: Pick<Inbox, 'url'>, sending: Tagged = {}): Promise<string> => {
  const { MessageId } = await clientOf(inbox).send(taggedCommand(sending));
  return MessageId ?? '';
};

export const tell = ({ url }: Inbox, body: unknown): Promise<Response> =>
  fetch(`${url}/mailboxes`, { method: 'PUT', body: typeof body === 'string' ? body : JSON.stringify(body) });

const countsSchema = z.strictObject({ waiting: z.number(), dead: z.number() });

/** What lies in the queue, as the inbox says it. */
export const countsOf = async ({ url }: Inbox): Promise<z.infer<typeof countsSchema>> =>
  countsSchema.parse(await (await fetch(`${url}/dead-letters`)).json());
