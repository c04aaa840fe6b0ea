import { GetSendQuotaCommand, SendEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, it } from 'vitest';
import { clientOf, containing, messagesOf, onlyMessage, openInbox, rawCommand, rawMail, sender } from './inbox-kit.ts';

it('keeps a raw mail with its headers, both parts and a subject in any script', async () => {
  const inbox = await openInbox();
  const raw = await new MailComposer({
    from: `Jürgen Brökers <${sender}>`,
    to: 'ann@importer.example',
    subject: '您的请求 — ¿qué falta?',
    replyTo: 'team@broker.example',
    references: ['<case-1@broker.example>', '<case-2@broker.example>'],
    headers: { 'X-Case': 'H7K2M-9QXTC', 'List-Unsubscribe': '<mailto:stop@broker.example>' },
    text: 'Grüße, 您好',
    html: '<p>Grüße, <b>您好</b></p>',
  })
    .compile()
    .build();
  await clientOf(inbox).send(rawCommand(raw.toString()));

  const mail = await onlyMessage(inbox);
  expect(mail).toMatchObject({
    from: `"Jürgen Brökers" <${sender}>`,
    subject: '您的请求 — ¿qué falta?',
    html: '<p>Grüße, <b>您好</b></p>',
    headers: {
      references: '<case-1@broker.example> <case-2@broker.example>',
      'reply-to': 'team@broker.example',
      'x-case': 'H7K2M-9QXTC',
      'list-unsubscribe': '<mailto:stop@broker.example>',
      subject: '您的请求 — ¿qué falta?',
    },
  });
  expect(mail.text.trim()).toBe('Grüße, 您好');
  expect(Math.abs(Date.now() - Date.parse(mail.receivedAt))).toBeLessThan(10_000);
});

it('names the envelope recipients, not the To header', async () => {
  const inbox = await openInbox();
  await clientOf(inbox).send(rawCommand(rawMail(), ['Bob <bob@importer.example>', 'blind@importer.example']));

  const mail = await onlyMessage(inbox);
  expect(mail.to).toEqual(['bob@importer.example', 'blind@importer.example']);
  expect(mail.headers['to']).toBe('ann@importer.example');
});

it('takes the recipients from the headers when the envelope has none, and hides Bcc', async () => {
  const inbox = await openInbox();
  const raw = rawMail('Hello', ['Cc: Cee <cee@importer.example>', 'Bcc: blind@importer.example']);
  await clientOf(inbox).send(rawCommand(raw, []));

  const mail = await onlyMessage(inbox);
  expect(mail.to).toEqual(['ann@importer.example', 'cee@importer.example', 'blind@importer.example']);
  expect(mail.headers).not.toHaveProperty('bcc');
});

it('puts its own Message-ID and Date on a mail, as SES does, and answers with that id', async () => {
  const inbox = await openInbox();
  const raw = rawMail('Hello', ['Message-ID: <mine@broker.example>', 'Date: Thu, 01 Jan 1970 00:00:00 +0000']);
  const { MessageId } = await clientOf(inbox).send(rawCommand(raw));

  const mail = await onlyMessage(inbox);
  expect(MessageId).toBe(mail.id);
  expect(mail.headers['message-id']).toBe(`<${mail.id}@email.amazonses.com>`);
  expect(Date.parse(mail.headers['date'] ?? '')).toBeGreaterThan(Date.now() - 10_000);
});

it('builds the mail of SendEmail', async () => {
  const inbox = await openInbox();
  await clientOf(inbox).send(
    new SendEmailCommand({
      Source: sender,
      Destination: { ToAddresses: ['ann@importer.example'], BccAddresses: ['blind@importer.example'] },
      ReplyToAddresses: ['team@broker.example'],
      Message: { Subject: { Data: 'Número & <más>' }, Body: { Text: { Data: 'a < b' }, Html: { Data: '<i>a</i>' } } },
    }),
  );

  const mail = await onlyMessage(inbox);
  expect(mail).toMatchObject({
    from: sender,
    to: ['ann@importer.example', 'blind@importer.example'],
    subject: 'Número & <más>',
    html: '<i>a</i>',
  });
  expect(mail.text.trim()).toBe('a < b');
  expect(mail.headers['reply-to']).toBe('team@broker.example');
  expect(mail.headers).not.toHaveProperty('bcc');
});

it('makes no text part out of the HTML: a letter that lacks one must be seen to lack it', async () => {
  const inbox = await openInbox();
  await clientOf(inbox).send(rawCommand(rawMail('Hello', ['Content-Type: text/html'])));
  expect(await onlyMessage(inbox)).toMatchObject({ text: '', html: containing('Hello Ann.') });
});

it('lists the newest first, also within one millisecond', async () => {
  const inbox = await openInbox();
  const client = clientOf(inbox);
  const subjects = ['one', 'two', 'three', 'four', 'five'];
  for (const subject of subjects) await client.send(rawCommand(rawMail(subject)));

  expect((await messagesOf(inbox)).map(({ subject }) => subject)).toEqual(subjects.toReversed());
});

it('survives odd MIME and shows what it can', async () => {
  const inbox = await openInbox();
  const client = clientOf(inbox);
  const odd = [
    rawMail('=?utf-8?B?broken', ['Content-Type: multipart/mixed; boundary=', 'References:', 'Date: never']),
    rawMail('', ['Content-Type: text/html; charset=no-such-charset', 'Content-Transfer-Encoding: base64']),
    rawMail('<script>', ['Content-Type: multipart/alternative; boundary="x"', '__proto__: x', 'constructor: x']),
    `From: ${sender}\r\nTo: <ann@importer.example>, , ;`,
  ];
  for (const raw of odd) await client.send(rawCommand(raw));

  const mails = await messagesOf(inbox);
  expect(mails).toHaveLength(odd.length);
  expect(mails.map(({ subject }) => subject)).toContain('<script>');
});

it('tells the quota to who asks whether sending works', async () => {
  const inbox = await openInbox();
  const client = clientOf(inbox);
  await client.send(rawCommand(rawMail()));
  expect(await client.send(new GetSendQuotaCommand())).toMatchObject({ Max24HourSend: 50_000, SentLast24Hours: 1 });
});
