/** Every line that is counted: the door that tells it, its event, the metric, and what of it is taken (docs/decisions/0050). */
type Counted = {
  readonly door: string;
  readonly event: string;
  readonly name: string;
  readonly value?: string;
  readonly where?: string;
  readonly steady?: true;
};
const counted = (door: string, event: string, name = event, how: Partial<Counted> = {}): Counted => ({
  door,
  event,
  name,
  ...how,
});

export const countedLines: readonly Counted[] = [
  ...['Intake', 'Importer', 'Desk'].flatMap((door) => [
    counted(door, 'unexpected', `${door}-unexpected`),
    counted(door, 'store-unavailable', `${door}-store-unavailable`),
  ]),
  counted('Intake', 'case-opened'),
  counted('PayOwed', 'letter-sent', 'letter-sent', { steady: true }),
  counted('PayOwed', 'letter-late', 'letter-late', { steady: true }),
  counted('PayOwed', 'letter-failed'),
  counted('PayOwed', 'letter-parked'),
  counted('PayOwed', 'letter-twice'),
  counted('PayOwed', 'pay-failed'),
  counted('PayOwed', 'debts'),
  counted('PayOwed', 'debts', 'debts-owed', { value: '$.owed' }),
  counted('PayOwed', 'debts', 'debts-oldest', { value: '$.oldestSeconds' }),
  counted('PayOwed', 'debts', 'debts-stuck', { value: '$.stuck' }),
  counted('PayOwed', 'record-stuck'),
  counted('MailFeedback', 'letter-delivered', 'letter-delivered', { steady: true }),
  counted('MailFeedback', 'letter-slow', 'letter-slow', { steady: true }),
  counted('MailFeedback', 'letter-delayed', 'letter-delayed', { steady: true }),
  counted('MailFeedback', 'letter-bounced'),
  counted('MailFeedback', 'letter-complained'),
  counted('MailFeedback', 'letter-rejected'),
  counted('MailFeedback', 'letter-doubled'),
  counted('MailFeedback', 'team-mailbox-failed'),
  counted('MailFeedback', 'team-mailbox-failed', 'team-mailboxes-gone', { where: '$.left = 0' }),
  counted('MailFeedback', 'feedback-unread'),
  counted('MailFeedback', 'canary-delivered'),
  counted('MailFeedback', 'canary-delivered', 'canary-seconds', { value: '$.seconds' }),
  counted('Watch', 'canary-refused'),
  counted('Watch', 'reconciled'),
  counted('Watch', 'reconciled', 'references-accepted', { value: '$.accepted' }),
  counted('Watch', 'reconciled', 'references-missing', { value: '$.missing' }),
  counted('Watch', 'reconcile-failed'),
  counted('Watch', 'watch-failed'),
  counted('Watch', 'quiet', 'quiet-office-hours', { value: '$.officeHours' }),
];
