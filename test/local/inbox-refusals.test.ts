import { ListIdentitiesCommand, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import {
  clientOf,
  containing,
  messagesOf,
  openInbox,
  rawCommand,
  rawMail,
  sender,
  taggedCommand,
} from './inbox-kit.ts';
import type { Inbox } from '../../infra/local/ses/start-inbox.ts';

const many = (count: number) => Array.from({ length: count }, (_, at) => `reader${at}@importer.example`);

const rawFrom = (from: string) =>
  new SendRawEmailCommand({
    Destinations: many(1),
    RawMessage: { Data: Buffer.from(rawMail().replace(`<${sender}>`, `<${from}>`)) },
  });

/** What the SDK would never send: the query protocol written by hand. */
const post = async ({ url }: Inbox, form: Record<string, string>) => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: await response.text() };
};

describe('senders', () => {
  it('refuses one that nobody verified, in the words of SES, and keeps nothing', async () => {
    const inbox = await openInbox();
    await expect(clientOf(inbox).send(rawFrom('other@broker.example'))).rejects.toMatchObject({
      name: 'MessageRejected',
      message:
        'Email address is not verified. The following identities failed the check in region US-EAST-2: other@broker.example',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await messagesOf(inbox)).toEqual([]);
  });

  it('looks at the From header too, not only at the envelope', async () => {
    const inbox = await openInbox();
    const raw = rawMail().replace(`<${sender}>`, '<ceo@importer.example>');
    await expect(clientOf(inbox).send(rawCommand(raw))).rejects.toThrow(
      /check in region US-EAST-2: ceo@importer\.example$/,
    );
  });

  it('takes every address of a verified domain and of its subdomains, whatever the case', async () => {
    const inbox = await openInbox({ verifiedSenders: ['Broker.example'] });
    const client = clientOf(inbox);
    for (const from of ['any@broker.EXAMPLE', 'any@mail.broker.example']) await client.send(rawFrom(from));
    await expect(client.send(rawFrom('any@notbroker.example'))).rejects.toThrow(/not verified/);
    expect(await messagesOf(inbox)).toHaveLength(2);
  });
});

describe('recipients', () => {
  it('takes 50 and refuses 51', async () => {
    const inbox = await openInbox();
    const client = clientOf(inbox);
    await client.send(rawCommand(rawMail(), many(50)));
    await expect(client.send(rawCommand(rawMail(), many(51)))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: 'Recipient count exceeds 50.',
    });
    expect((await messagesOf(inbox)).map(({ to }) => to.length)).toEqual([50]);
  });

  it.each([
    ['no domain', 'ann', "Missing final '@domain'"],
    ['not ASCII, for SES has no SMTPUTF8', 'josé@importer.example', 'not plain ASCII'],
  ])('refuses an address with %s', async (_, address, message) => {
    const inbox = await openInbox();
    await expect(clientOf(inbox).send(rawCommand(rawMail(), [address]))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: containing(message),
    });
  });
});

describe('messages', () => {
  it.each([
    ['without From', 'To: a@b.example\r\n\r\nHello', "Missing required header 'From'."],
    ['without a header section', 'Hello, this is no mail.\r\n\r\nBye', 'header section of the message is malformed'],
    ['with two subjects', rawMail('one', ['Subject: two']), "Duplicate header 'subject'."],
    ['above 10 MiB', rawMail('big') + 'x'.repeat(10 * 1024 * 1024), 'Message length is more than 10485760 bytes'],
  ])('refuses one %s', async (_, raw, message) => {
    const inbox = await openInbox();
    await expect(clientOf(inbox).send(rawCommand(raw))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: containing(message),
    });
    expect(await messagesOf(inbox)).toEqual([]);
  });

  it('takes one just below 10 MiB', async () => {
    const inbox = await openInbox();
    await clientOf(inbox).send(rawCommand(rawMail('big') + `${'x'.repeat(998)}\r\n`.repeat(10_450)));
    expect(await messagesOf(inbox)).toHaveLength(1);
  });

  it('refuses a body that is far too large without keeping it in memory', async () => {
    const inbox = await openInbox();
    await expect(clientOf(inbox).send(rawCommand('x'.repeat(20 * 1024 * 1024)))).rejects.toThrow(/10485760/);
  });
});

describe('tags and configuration sets', () => {
  const signs = "only alphanumeric ASCII characters, '_', ";
  it.each([
    ['a name with a colon', { 'ses:kind': 'x' }, `Invalid tag name <ses:kind>: ${signs}and '-' are allowed.`],
    ['a name with a dot', { 'a.b': 'x' }, 'Invalid tag name <a.b>'],
    ['a value with a space', { kind: 'a b' }, `Invalid tag value <a b>: ${signs}'-', '.', and '@' are allowed.`],
    ['a value outside ASCII', { kind: 'é' }, 'Invalid tag value <é>'],
    ['no value', { kind: '' }, 'The tag value must be specified.'],
    ['no name', { '': 'x' }, 'The tag name must be specified.'],
    ['a long name', { ['n'.repeat(256)]: 'x' }, 'Tag name cannot exceed 255 characters.'],
    ['a long value', { kind: 'v'.repeat(256) }, 'Tag value cannot exceed 255 characters.'],
    ['too many', Object.fromEntries(many(51).map((_, at) => [`t${at}`, 'x'])), 'cannot exceed 50'],
  ])('refuses tags with %s, and keeps nothing', async (_, tags, message) => {
    const inbox = await openInbox();
    await expect(clientOf(inbox).send(taggedCommand({ tags }))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: containing(message),
    });
    expect(await messagesOf(inbox)).toEqual([]);
  });

  it('takes 50 tags of 255 characters', async () => {
    const inbox = await openInbox();
    const tags = Object.fromEntries(many(50).map((_, at) => [`${at}`.padStart(255, 'n'), 'v'.repeat(255)]));
    await clientOf(inbox).send(taggedCommand({ tags }));
    expect(await messagesOf(inbox)).toHaveLength(1);
  });

  it.each([
    ['a b', 'Invalid configuration set name <a b>'],
    ['', 'The configuration set name must be specified.'],
    ['s'.repeat(65), 'Configuration set name cannot exceed 64 characters.'],
  ])('refuses the configuration set "%s"', async (set, message) => {
    const inbox = await openInbox();
    await expect(clientOf(inbox).send(taggedCommand({ set }))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: containing(message),
    });
  });

  it.each([
    ['Value', "null at 'tags.1.member.name'"],
    ['Name', "null at 'tags.1.member.value'"],
  ])('refuses a tag with a %s alone', async (field, message) => {
    const raw = Buffer.from(rawMail()).toString('base64');
    const form = { Action: 'SendRawEmail', 'RawMessage.Data': raw, [`Tags.member.1.${field}`]: 'x' };
    const { status, body } = await post(await openInbox(), form);
    expect([status, body]).toEqual([400, containing(message)]);
  });
});

describe('requests', () => {
  it('names an action that it does not have', async () => {
    const inbox = await openInbox();
    await expect(clientOf(inbox).send(new ListIdentitiesCommand())).rejects.toMatchObject({
      name: 'InvalidAction',
      message: 'Could not find operation ListIdentities for version 2010-12-01.',
    });
  });

  it.each([
    [{}, 'MissingAction', 'parameter Action'],
    [{ Action: '<b>"&' }, 'InvalidAction', 'operation &lt;b&gt;"&amp; for'],
    [{ Action: 'constructor' }, 'InvalidAction', 'constructor'],
    [{ Action: 'SendRawEmail' }, 'ValidationError', "null at 'rawMessage.data'"],
    [{ Action: 'SendRawEmail', 'RawMessage.Data': 'no base64!' }, 'InvalidParameterValue', 'not valid base64'],
    [{ Action: 'SendEmail' }, 'ValidationError', "null at 'source'"],
    [{ Action: 'SendEmail', Source: sender }, 'ValidationError', "null at 'message.subject'"],
    [{ Action: 'SendEmail', Source: sender, 'Message.Subject.Data': 'x' }, 'ValidationError', "null at 'message.body'"],
  ])('answers %j with %s', async (form, code, message) => {
    const { status, body } = await post(await openInbox(), form);
    expect(status).toBe(400);
    expect(body).toMatch(
      /^<ErrorResponse xmlns="http:\/\/ses\.amazonaws\.com\/doc\/2010-12-01\/"><Error><Type>Sender</,
    );
    expect(body).toContain(`<Code>${code}</Code>`);
    expect(body).toContain(message);
    expect(body).toMatch(/<RequestId>[0-9a-f-]{36}<\/RequestId><\/ErrorResponse>$/);
  });

  it('refuses SendEmail with no recipient', async () => {
    const inbox = await openInbox();
    const Message = { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } };
    await expect(
      clientOf(inbox).send(new SendEmailCommand({ Source: sender, Destination: {}, Message })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue', message: containing('No recipients') });
  });
});
