import { describe, expect, it } from 'vitest';
import { readSesEvent } from '../../functions/aws/ses-events.ts';

/** Events in the shape that SES publishes them, with what we read and something of what we do not. */
const digest = 'ab'.repeat(32);
const mail = {
  timestamp: '2026-11-27T14:59:38.237Z',
  source: 'Harbor & Pine <desk@refunds.harborpine.example>',
  sourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/refunds.harborpine.example',
  messageId: '0100018f-mail-000000',
  destination: ['priya@bluebird-toys.example'],
  headersTruncated: false,
  commonHeaders: { subject: 'We have your request' },
  tags: {
    'ses:configuration-set': ['letters'],
    kind: ['contact-received'],
    case: ['H7K2M-9QXTC'],
    digest: [digest],
    letter: ['contact-received'],
  },
};
const read = (event: object) => readSesEvent(JSON.stringify({ mail, ...event }));
const known = {
  messageId: '0100018f-mail-000000',
  mailbox: 'priya@bluebird-toys.example',
  letterKind: 'contact-received',
  letter: { reference: 'H7K2M-9QXTC', digest, id: 'contact-received' },
};

describe('an event of SES', () => {
  it.each([
    ['Send', { send: {} }, 'taken', mail.timestamp],
    [
      'Delivery',
      { delivery: { timestamp: '2026-11-27T14:59:41.000Z', smtpResponse: '250 ok' } },
      'delivered',
      '2026-11-27T14:59:41.000Z',
    ],
    [
      'DeliveryDelay',
      { deliveryDelay: { timestamp: '2026-11-27T15:10:00Z', delayType: 'MailboxFull' } },
      'delayed',
      '2026-11-27T15:10:00.000Z',
    ],
    [
      'Complaint',
      { complaint: { timestamp: '2026-11-27T16:00:00.000Z', complainedRecipients: [] } },
      'complained',
      '2026-11-27T16:00:00.000Z',
    ],
    ['Reject', { reject: { reason: 'Bad content' } }, 'rejected', mail.timestamp],
  ])('%s is read as ours, with the time at which it happened', (eventType, part, kind, at) => {
    expect(read({ eventType, ...part })).toEqual({ ...known, kind, at });
  });

  it.each([
    ['Permanent', 'General', 'permanent'],
    ['Permanent', 'OnAccountSuppressionList', 'permanent'],
    ['Transient', 'MailboxFull', 'transient'],
    ['Undetermined', 'Undetermined', 'undetermined'],
    ['Something', 'New', 'undetermined'],
  ])('a bounce says why: %s, %s', (bounceType, bounceSubType, type) => {
    const bounce = { timestamp: '2026-11-27T15:00:00.000Z', bounceType, bounceSubType, bouncedRecipients: [] };
    expect(read({ eventType: 'Bounce', bounce })).toEqual({
      ...{ ...known, kind: 'bounced', at: '2026-11-27T15:00:00.000Z' },
      bounce: { type, sub: bounceSubType },
    });
  });

  it.each([
    ['a machine answered', [{ emailAddress: 'priya@bluebird-toys.example' }], 'General'],
    ['a machine answered, and nobody is named', undefined, 'General'],
    ['it was delivered, and a machine answered', [{ action: 'delivered', status: '2.0.0' }], 'General'],
    ['it was tried for hours', [{ action: 'failed', status: '4.4.7' }], 'GivenUp'],
    ['it was refused for hours', [{ status: '5.7.1' }], 'GivenUp'],
  ])('a passing bounce without a name of its own: %s', (_, bouncedRecipients, sub) => {
    const bounce = {
      timestamp: '2026-11-27T15:00:00.000Z',
      ...{ bounceType: 'Transient', bounceSubType: 'General', bouncedRecipients },
    };
    expect(read({ eventType: 'Bounce', bounce })).toMatchObject({ bounce: { type: 'transient', sub } });
  });

  it('of a mail of no case has no letter', () => {
    const { case: _, digest: __, letter: ___, ...tags } = mail.tags;
    expect(read({ eventType: 'Send', mail: { ...mail, tags } })).not.toHaveProperty('letter');
    const { tags: ____, ...untagged } = mail;
    expect(read({ eventType: 'Send', mail: untagged })).toMatchObject({ kind: 'taken', letterKind: '' });
    expect(
      read({ eventType: 'Send', mail: { ...mail, tags: { ...mail.tags, case: ['nothing'] } } }),
    ).not.toHaveProperty('letter');
  });

  it.each(['Open', 'Click', 'Rendering Failure', 'Subscription'])('%s says nothing to us', (eventType) => {
    expect(read({ eventType })).toBe('not-ours');
  });

  it.each([
    ['no JSON', 'Successfully validated SNS topic'],
    ['another JSON', '{"Type":"Notification","Message":"{}"}'],
    ['no time', JSON.stringify({ eventType: 'Send', mail: { ...mail, timestamp: 'Friday' } })],
    ['nothing', ''],
  ])('%s is none that we know', (_, body) => {
    expect(readSesEvent(body)).toBeUndefined();
  });
});
