import { SendEmailCommand } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { MailboxState } from '../../infra/local/ses/feedback/mailbox.ts';
import { aWhile, countsOf, listen, sendOne, tell } from './inbox-feedback-kit.ts';
import { clientOf, containing, onlyMessage, openInbox, sender } from './inbox-kit.ts';

const ann = 'ann@importer.example';
const permanent = { bounceType: 'Permanent', bounceSubType: 'General' };
const answered = { bounceType: 'Transient', bounceSubType: 'General' };

const simulated: [string, string[], object][] = [
  ['success', ['Send', 'Delivery'], {}],
  ['success+canary', ['Send', 'Delivery'], {}],
  ['bounce', ['Send', 'Bounce'], permanent],
  ['Bounce+Label', ['Send', 'Bounce'], permanent],
  ['ooto', ['Send', 'Delivery', 'Bounce'], answered],
  ['complaint', ['Send', 'Delivery', 'Complaint'], {}],
  ['suppressionlist', ['Send', 'Bounce'], { bounceType: 'Permanent', bounceSubType: 'Suppressed' }],
];

const told: [MailboxState, string[], object, string | undefined][] = [
  ['well', ['Send', 'Delivery'], {}, undefined],
  ['gone', ['Send', 'Bounce'], permanent, 'bounced'],
  ['full', ['Send', 'DeliveryDelay', 'Bounce'], { bounceType: 'Transient', bounceSubType: 'MailboxFull' }, 'bounced'],
  ['lost', ['Send', 'DeliveryDelay', 'Bounce'], { ...answered, bouncedRecipients: [{ status: '4.4.7' }] }, 'bounced'],
  ['away', ['Send', 'Delivery', 'Bounce'], answered, 'answered'],
  ['complains', ['Send', 'Delivery', 'Complaint'], {}, 'complained'],
  ['slow', ['Send', 'DeliveryDelay', 'Delivery'], {}, 'delayed'],
  ['harmful', ['Send', 'Reject'], {}, 'rejected'],
  ['suppressed', ['Send', 'Bounce'], { bounceType: 'Permanent', bounceSubType: 'Suppressed' }, 'bounced'],
  ['unclear', ['Send', 'Bounce'], { bounceType: 'Undetermined', bounceSubType: 'Undetermined' }, 'bounced'],
];

describe('what SES tells of a mail', () => {
  it.each(simulated)('to its own %s: %j', async (mailbox, kinds, bounce) => {
    const inbox = await openInbox();
    const listener = listen(inbox);
    const to = `${mailbox}@simulator.amazonses.com`;
    const messageId = await sendOne(inbox, { to });

    const events = await listener.hear(kinds.length);
    expect(listener.kinds()).toEqual(kinds);
    expect(events.map(({ mail }) => [mail.messageId, mail.destination])).toEqual(kinds.map(() => [messageId, [to]]));
    expect(events.at(-1)?.['bounce'] ?? {}).toMatchObject(bounce);
  });

  it.each(told)('of a mailbox that is %s: %j', async (is, kinds, bounce, became) => {
    const inbox = await openInbox();
    expect((await tell(inbox, { address: 'Ann@importer.example', is })).status).toBe(200);
    const listener = listen(inbox);
    await sendOne(inbox);

    const events = await listener.hear(kinds.length);
    expect(listener.kinds()).toEqual(kinds);
    expect(events.at(-1)?.['bounce'] ?? {}).toMatchObject(bounce);
    expect((await onlyMessage(inbox)).became).toBe(became);
  });

  it('says who, when and why in the fields that SES has', async () => {
    const inbox = await openInbox();
    await tell(inbox, { address: 'full@importer.example', is: 'full' });
    const listener = listen(inbox);
    await sendOne(inbox, { to: ['full@importer.example', 'complaint@simulator.amazonses.com'] });

    await listener.hear(5);
    const part = (kind: string, name: string) =>
      listener.events().find(({ eventType }) => eventType === kind)?.[name] ?? {};
    const time: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const full = { emailAddress: 'full@importer.example', status: '4.2.2', diagnosticCode: containing('mailbox full') };
    expect(part('Send', 'send')).toEqual({});
    expect(part('DeliveryDelay', 'deliveryDelay')).toMatchObject({
      timestamp: time,
      delayType: 'MailboxFull',
      expirationTime: time,
      delayedRecipients: [full],
    });
    expect(part('Bounce', 'bounce')).toMatchObject({
      timestamp: time,
      bouncedRecipients: [{ ...full, action: 'failed', status: '5.2.2' }],
    });
    expect(part('Delivery', 'delivery')).toMatchObject({
      timestamp: time,
      recipients: ['complaint@simulator.amazonses.com'],
      processingTimeMillis: 60,
    });
    expect(part('Complaint', 'complaint')).toMatchObject({
      timestamp: time,
      complainedRecipients: [{ emailAddress: 'complaint@simulator.amazonses.com' }],
      complaintFeedbackType: 'abuse',
      complaintSubType: null,
    });
  });

  it('tells nothing before it happened', async () => {
    const inbox = await openInbox();
    const began = Date.now();
    const heardAt: number[] = [];
    const listener = listen(inbox, (records) => {
      heardAt.push(...records.map(() => Date.now()));
    });
    await sendOne(inbox);
    const [, delivery] = await listener.hear(2);
    const at = Date.parse(z.object({ timestamp: z.string() }).parse(delivery?.['delivery']).timestamp);
    expect(at).toBeGreaterThan(began);
    expect(heardAt[1]).toBeGreaterThanOrEqual(at);
  });

  it('refuses a harmful mail to everybody', async () => {
    const inbox = await openInbox();
    await tell(inbox, { address: 'virus@importer.example', is: 'harmful' });
    const listener = listen(inbox);
    await sendOne(inbox, { to: [ann, 'virus@importer.example'] });
    await listener.hear(2);
    expect(listener.kinds()).toEqual(['Send', 'Reject']);
    expect(listener.events().at(-1)).toMatchObject({ reject: { reason: 'Bad content' } });
    expect((await onlyMessage(inbox)).became).toBe('rejected');
  });

  it('is silent about a mail without a configuration set, which came back all the same', async () => {
    const inbox = await openInbox();
    const listener = listen(inbox);
    await sendOne(inbox, { set: null, to: 'bounce@simulator.amazonses.com' });
    await aWhile();
    expect(listener.events()).toEqual([]);
    expect(await countsOf(inbox)).toEqual({ waiting: 0, dead: 0 });
    expect((await onlyMessage(inbox)).became).toBe('bounced');
  });
});

describe('tags', () => {
  const tags = { case: 'H7K2M-9QXTC', digest: 'a'.repeat(64), letter: 'contact.received@1', kind: 'team_request' };

  it('come back with every event, each as a list, beside those of SES', async () => {
    const inbox = await openInbox();
    const listener = listen(inbox);
    await sendOne(inbox, { tags, to: 'complaint@simulator.amazonses.com' });

    for (const { mail } of await listener.hear(3)) {
      expect(mail.source).toBe(sender);
      expect(mail.tags).toMatchObject({
        ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
        'ses:configuration-set': ['letters'],
        'ses:operation': ['SendRawEmail'],
        'ses:from-domain': ['broker.example'],
      });
    }
  });

  it('are not written into the mail', async () => {
    const inbox = await openInbox();
    await sendOne(inbox, { tags });
    const { id } = await onlyMessage(inbox);
    const raw = await (await fetch(`${inbox.url}/messages/${id}/raw`)).text();
    for (const word of [...Object.values(tags), 'letters']) expect(raw).not.toContain(word);
  });

  it('can be in headers, which SES reads and takes off', async () => {
    const inbox = await openInbox();
    const listener = listen(inbox);
    const headers = [
      'X-SES-MESSAGE-TAGS: one=1,\r\n two=b@c.example, bad tag=x, =',
      'X-SES-CONFIGURATION-SET: others',
      'X-Other: kept',
    ];
    await sendOne(inbox, { headers, set: null });

    const [event] = await listener.hear(2);
    expect(event?.mail.tags).toMatchObject({ one: ['1'], two: ['b@c.example'], 'ses:configuration-set': ['others'] });
    expect(Object.keys(event?.mail.tags ?? {}).filter((name) => !name.startsWith('ses:'))).toEqual(['one', 'two']);
    const { headers: left } = await onlyMessage(inbox);
    expect(Object.keys(left).filter((name) => name.startsWith('x-'))).toEqual(['x-other']);
  });

  it('of the call beat those in headers; the two are never joined', async () => {
    const inbox = await openInbox();
    const listener = listen(inbox);
    await sendOne(inbox, { tags: { kind: 'call' }, headers: ['X-SES-MESSAGE-TAGS: kind=head, more=1'] });
    const [event] = await listener.hear(2);
    expect(event?.mail.tags['kind']).toEqual(['call']);
    expect(event?.mail.tags).not.toHaveProperty('more');
  });

  it('work with SendEmail too, and with odd names', async () => {
    const inbox = await openInbox();
    const listener = listen(inbox);
    await clientOf(inbox).send(
      new SendEmailCommand({
        Source: sender,
        Destination: { ToAddresses: [ann] },
        Message: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } },
        Tags: [
          { Name: '__proto__', Value: '1' },
          { Name: 'twice', Value: 'a' },
          { Name: 'twice', Value: 'b' },
        ],
        ConfigurationSetName: 'letters',
      }),
    );
    const [event] = await listener.hear(2);
    expect(event?.mail.tags).toMatchObject({ twice: ['a', 'b'], 'ses:operation': ['SendEmail'] });
    expect(listener.records()[0]?.body).toContain('"__proto__":["1"]');
  });
});
