import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { parseJson } from '../read-mail.ts';
import { writeWhole } from '../whole-files.ts';
import { mailboxSchema, type Mailbox, type MailboxState } from './mailbox.ts';

export interface Mailboxes {
  stateOf(address: string): MailboxState;
  /** Those that were said to be anything but well. */
  list(): Mailbox[];
  tell(mailbox: Mailbox): Promise<void>;
}

/** What was said of mailboxes, in one file, so that a dead one is dead after a restart too. */
export const openMailboxes = async (file: string): Promise<Mailboxes> => {
  const told = new Map((await readTold(file)).map(({ address, is }) => [keyOf(address), is]));
  const list = () => [...told].map(([address, is]) => ({ address, is }));
  return {
    stateOf: (address) => told.get(keyOf(address)) ?? simulated(keyOf(address)) ?? 'well',
    list,
    tell: async ({ address, is }) => {
      if (is === 'well') told.delete(keyOf(address));
      else told.set(keyOf(address), is);
      await writeWhole(file, JSON.stringify(list()));
    },
  };
};

const keyOf = (address: string): string => address.toLowerCase();

const readTold = async (file: string): Promise<Mailbox[]> => {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  const read = z.array(mailboxSchema).safeParse(parseJson(text));
  if (!read.success) throw new Error(`${file} is no list of mailboxes. Delete it to begin with none.`);
  return read.data;
};

/** The addresses that SES itself keeps for trying; https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html */
const simulators: ReadonlyMap<string, MailboxState> = new Map([
  ['success', 'well'],
  ['bounce', 'gone'],
  ['ooto', 'away'],
  ['complaint', 'complains'],
  ['suppressionlist', 'suppressed'],
]);

/** With a label too: `bounce+anything@simulator.amazonses.com`. */
const simulated = (address: string): MailboxState | undefined =>
  simulators.get(/^([^+@]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/.exec(address)?.[1] ?? '');
