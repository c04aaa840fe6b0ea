import type { Answer } from '../http.ts';
import { becomes, type TakenMail } from '../feedback/events.ts';
import type { Mailboxes } from '../feedback/mailboxes.ts';
import type { MailStore } from '../mail-store.ts';
import { granted, refuse, refused } from './answer.ts';
import { findRefusal } from './checks.ts';
import { stampHead } from './head.ts';
import { readMarks } from './marks.ts';
import { readEmail, readRawEmail } from './submission.ts';

const sends = new Map([
  ['SendRawEmail', readRawEmail],
  ['SendEmail', readEmail],
]);

export interface SesAccount {
  region: string;
  verified: readonly string[];
  store: MailStore;
  mailboxes: Mailboxes;
  /** Tells what becomes of a mail, to where its configuration set says. */
  publish: (mail: TakenMail) => Promise<void>;
}

/** One request of the SES query protocol. Signatures are not checked: this inbox guards nothing. */
export const answerSes = async (form: URLSearchParams, at: SesAccount): Promise<Answer> => {
  const action = form.get('Action');
  if (!action) return refused(refuse('MissingAction', 'The request must contain the parameter Action.'));
  if (action === 'GetSendQuota') return granted(action, quota(at.store.size()));
  const read = sends.get(action);
  if (!read) return refused(refuse('InvalidAction', `Could not find operation ${action} for version 2010-12-01.`));

  const mail = await read(form);
  if ('code' in mail) return refused(mail);
  const marks = readMarks(form, mail.head);
  if ('code' in marks) return refused(marks);
  const refusal = findRefusal(mail, at.verified, at.region);
  if (refusal) return refused(refusal);

  const id = at.store.nextId();
  const takenAt = new Date();
  const became = becomes(mail.recipients, (address) => at.mailboxes.stateOf(address));
  await at.store.keep(id, { ...mail, raw: stampHead(mail.head, id, takenAt), became });
  await at.publish({
    ...marks,
    id,
    takenAt,
    action,
    region: at.region,
    source: mail.source,
    recipients: mail.recipients,
  });
  return granted(action, { MessageId: id });
};

/** A new production account's quota, for who asks whether sending works at all. */
const quota = (sent: number) => ({ Max24HourSend: '50000.0', MaxSendRate: '14.0', SentLast24Hours: `${sent}.0` });

/** The region that the caller signed for, to name it in a refusal as SES does. */
export const signedRegion = (authorization: string | undefined): string =>
  /Credential=[^/]+\/\d+\/([a-z0-9-]+)\//.exec(authorization ?? '')?.[1] ?? 'us-east-1';
