import { becameKinds, type Became } from '../mail.ts';
import type { Marks } from '../protocol/marks.ts';
import { send, type EventPart } from './event-parts.ts';
import { fates } from './fates.ts';
import type { MailboxState } from './mailbox.ts';

/** A mail that SES took, as its events tell of it. */
export interface TakenMail extends Marks {
  id: string;
  takenAt: Date;
  action: string;
  region: string;
  source: string;
  recipients: readonly string[];
}

/** An event that happens at its time (in milliseconds) and not before. */
export interface PlannedEvent {
  at: number;
  event: EventPart & { mail: object };
}

type StateOf = (address: string) => MailboxState;

/** What is seen of a mail: the worst that one of its mailboxes does with it. */
export const becomes = (recipients: readonly string[], stateOf: StateOf): Became | undefined => {
  const all = recipients.map((address) => fates[stateOf(address)].became);
  return becameKinds.find((kind) => all.includes(kind));
};

/** All that will be told of a mail, first what happens first. A harmful one goes to nobody. */
export const eventsOf = (mail: TakenMail, stateOf: StateOf): PlannedEvent[] => {
  const began = mail.takenAt.getTime();
  const all = mail.recipients.map((address) => ({ address, state: stateOf(address) }));
  const harmful = all.find(({ state }) => state === 'harmful');
  const told = (harmful ? [harmful] : all).flatMap(({ address, state }) =>
    fates[state].steps.map(({ afterMs, tell }) => {
      const at = began + afterMs;
      return { at, event: withMail(mail, tell({ address, at: new Date(at), afterMs })) };
    }),
  );
  return [{ at: began, event: withMail(mail, send) }, ...told].sort((one, other) => one.at - other.at);
};

const withMail = (mail: TakenMail, part: EventPart) => ({ ...part, mail: mailPart(mail, part) });

const account = '000000000000';

const mailPart = (mail: TakenMail, { eventType }: EventPart) => {
  const domain = mail.source.slice(mail.source.lastIndexOf('@') + 1);
  return {
    timestamp: mail.takenAt.toISOString(),
    source: mail.source,
    sourceArn: `arn:aws:ses:${mail.region}:${account}:identity/${domain}`,
    sendingAccountId: account,
    messageId: mail.id,
    destination: mail.recipients,
    headersTruncated: false,
    tags: tagsOf(mail, [
      ['ses:operation', mail.action],
      ['ses:configuration-set', mail.configurationSet ?? ''],
      ['ses:source-ip', '127.0.0.1'],
      ['ses:from-domain', domain],
      ['ses:caller-identity', 'local'],
      ...(eventType === 'Delivery' ? [['ses:outgoing-ip', '127.0.0.1'] as const] : []),
    ]),
  };
};

/** Each tag is a list, as SES has it; two of one name are one of two values. */
const tagsOf = ({ tags }: Marks, ofSes: readonly (readonly [string, string])[]): Record<string, string[]> => {
  const all = new Map<string, string[]>();
  for (const [name, value] of [...ofSes, ...tags.map((tag) => [tag.name, tag.value] as const)])
    all.set(name, [...(all.get(name) ?? []), value]);
  return Object.fromEntries(all);
};
