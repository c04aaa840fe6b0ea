/** Every event that is counted, and the door that tells it (docs/decisions/0050). Alarms, promises and the dashboard are made of these. */
import { api } from './api.ts';
import { desk } from './desk.ts';
import { importer } from './importer.ts';
import { intake } from './intake.ts';
import { mailFeedback } from './mail-feedback.ts';
import { measured, told, toldWhere } from './metric.ts';
import { payOwed } from './pay-owed.ts';
import { watch } from './watch.ts';

export const doors = {
  Intake: intake,
  Importer: importer,
  Desk: desk,
  PayOwed: payOwed,
  MailFeedback: mailFeedback,
  Watch: watch,
};

/** What a door catches is no error for Lambda: what it says of it is counted instead. */
const caught = (name: string, door: sst.aws.Function) => ({
  unexpected: told(door, 'unexpected', `${name}-unexpected`),
  storeUnavailable: told(door, 'store-unavailable', `${name}-store-unavailable`),
});
export const people = {
  Intake: caught('Intake', intake),
  Importer: caught('Importer', importer),
  Desk: caught('Desk', desk),
};
export const requests = {
  opened: told(intake, 'case-opened'),
  /** Turned away by the API's throttle, which says no word of ours. */
  throttled: measured(api.nodes.logGroup.name, '{ $.status = "429" }', 'throttled'),
};

export const letters = {
  sent: told(payOwed, 'letter-sent', 'letter-sent', { steady: true }),
  late: told(payOwed, 'letter-late', 'letter-late', { steady: true }),
  failed: told(payOwed, 'letter-failed'),
  parked: told(payOwed, 'letter-parked'),
  twice: told(payOwed, 'letter-twice'),
  payFailed: told(payOwed, 'pay-failed'),
  delivered: told(mailFeedback, 'letter-delivered', 'letter-delivered', { steady: true }),
  slow: told(mailFeedback, 'letter-slow', 'letter-slow', { steady: true }),
  delayed: told(mailFeedback, 'letter-delayed', 'letter-delayed', { steady: true }),
  bounced: told(mailFeedback, 'letter-bounced'),
  complained: told(mailFeedback, 'letter-complained'),
  rejected: told(mailFeedback, 'letter-rejected'),
  doubled: told(mailFeedback, 'letter-doubled'),
};

export const debts = {
  /** Once a minute: by it we know that letters are paid at all. */
  told: told(payOwed, 'debts'),
  owed: told(payOwed, 'debts', 'debts-owed', { value: '$.owed' }),
  oldest: told(payOwed, 'debts', 'debts-oldest', { value: '$.oldestSeconds', unit: 'Seconds' }),
  stuck: told(payOwed, 'debts', 'debts-stuck', { value: '$.stuck' }),
  recordStuck: told(payOwed, 'record-stuck'),
};

export const mailboxes = {
  failed: told(mailFeedback, 'team-mailbox-failed'),
  noneLeft: toldWhere(mailFeedback, 'team-mailbox-failed', '$.left = 0', 'team-mailboxes-gone'),
  unread: told(mailFeedback, 'feedback-unread'),
};

export const canary = {
  delivered: told(mailFeedback, 'canary-delivered'),
  seconds: told(mailFeedback, 'canary-delivered', 'canary-seconds', { value: '$.seconds', unit: 'Seconds' }),
  refused: told(watch, 'canary-refused'),
};

export const hours = {
  reconciled: told(watch, 'reconciled'),
  accepted: told(watch, 'reconciled', 'references-accepted', { value: '$.accepted' }),
  missing: told(watch, 'reconciled', 'references-missing', { value: '$.missing' }),
  unchecked: told(watch, 'reconcile-failed'),
  failed: told(watch, 'watch-failed'),
  quiet: told(watch, 'quiet', 'quiet-office-hours', { value: '$.officeHours' }),
};
