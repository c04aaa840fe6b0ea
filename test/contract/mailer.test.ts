import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient } from '@aws-sdk/client-ses';
import { simpleParser } from 'mailparser';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { MAIL_CALL_MS, sesMailer } from '../../functions/aws/ses-mailer.ts';
import { mailSchema } from '../../infra/local/ses/mail.ts';
import { startInbox } from '../../infra/local/ses/start-inbox.ts';
import { LEASE_MS } from '#domain/case/letters.ts';
import { memoryMailer } from '#test/fakes/memory-mailer.ts';
import { letter, mailerContract } from './mailer.ts';
import type { Failing } from './mailer.ts';

const codes: Readonly<Record<Failing, string | undefined>> = {
  throttled: 'Throttling',
  broken: 'InternalFailure',
  silent: 'AbortError',
  nothing: undefined,
};

mailerContract('in memory', () => {
  let failing: Failing = 'nothing';
  const { mailer, sent } = memoryMailer(() => codes[failing]);
  return Promise.resolve({
    mailer,
    received: () => Promise.resolve(sent.map(({ to, subject, text, html }) => ({ to, subject, text, html }))),
    fail: (how) => {
      failing = how;
      return Promise.resolve();
    },
  });
});

const dataDir = await mkdtemp(join(tmpdir(), 'mailer-'));
const inbox = await startInbox({ port: 0, dataDir, verifiedSenders: ['desk@refunds.harborpine.example'] });
const client = new SESClient({
  endpoint: inbox.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
});
afterAll(async () => {
  client.destroy();
  await inbox.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Short, so that a provider that never answers does not hold up the tests. */
const CALL_MS = 400;
const mailer = sesMailer(client, 'letters', CALL_MS);
const modes: Readonly<Record<Failing, string>> = {
  throttled: 'throttle',
  broken: 'error',
  silent: 'timeout',
  nothing: 'none',
};
const setFault = (mode: string) =>
  fetch(`${inbox.url}/faults`, { method: 'PUT', body: JSON.stringify({ mode }) }).then(() => undefined);
const messages = async () =>
  z
    .array(mailSchema)
    .parse(await (await fetch(`${inbox.url}/messages?limit=1000`)).json())
    .reverse();

mailerContract('SES on one machine', () =>
  Promise.resolve({
    mailer,
    received: async () =>
      (await messages()).map(({ to: [to = ''], subject, text, html }) => ({ to, subject, text, html })),
    fail: (how) => setFault(modes[how]),
  }),
);

describe('a mail through SES', () => {
  beforeEach(async () => {
    await fetch(`${inbox.url}/messages`, { method: 'DELETE' });
  });
  const only = async () => {
    const [mail, ...others] = await messages();
    if (!mail || others.length > 0) throw new Error('expected one mail');
    return mail;
  };

  it('says whom it is from, whom to answer, and that no machine should', async () => {
    await mailer.send(letter());
    const { from, to, headers } = await only();
    expect(from).toContain('desk@refunds.harborpine.example');
    expect(from).toContain('Harbor & Pine Customs Brokers');
    expect(to).toEqual(['rosa@acme-imports.example']);
    expect(headers).toMatchObject({
      'reply-to': 'team@harborpine.example',
      'auto-submitted': 'auto-generated',
      'x-importer-desk-letter': 'contact-received',
      'mime-version': '1.0',
    });
    expect(headers['content-type']).toMatch(/^multipart\/alternative;/);
  });

  it('puts all letters of a case into one conversation, and no other', async () => {
    const thread = '<H7K2M-9QXTC@refunds.harborpine.example>';
    await mailer.send(letter());
    await mailer.send(letter({ subject: 'Another letter of the case', kind: 'team-request' }));
    await mailer.send(letter({ conversation: '00000-ZZZZZ' }));
    const threads = (await messages()).map(({ headers }) => [headers['references'], headers['in-reply-to']]);
    expect(threads.slice(0, 2)).toEqual([
      [thread, thread],
      [thread, thread],
    ]);
    expect(threads[2]?.[0]).toBe('<00000-ZZZZZ@refunds.harborpine.example>');
  });

  it('says so in its head when it may have come before, and only then', async () => {
    await mailer.send(letter());
    await mailer.send(letter({ mayBeTwice: true }));
    const marks = (await messages()).map(({ headers }) => headers['x-importer-desk-may-be-twice']);
    expect(marks).toEqual([undefined, 'yes']);
  });

  it('holds only ASCII on the way, in lines that every mail server takes', async () => {
    await mailer.send(
      letter({
        subject: `上海 ${'Imports '.repeat(40)}`,
        text: `🚢 ${'long '.repeat(500)}`,
        html: `<p>${'ü'.repeat(3000)}</p>`,
      }),
    );
    const { id } = await only();
    const raw = Buffer.from(await (await fetch(`${inbox.url}/messages/${id}/raw`)).arrayBuffer());
    expect(raw.every((byte) => byte < 128)).toBe(true);
    expect(
      Math.max(
        ...raw
          .toString('latin1')
          .split('\r\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(998);
    expect((await simpleParser(raw)).subject).toMatch(/^上海 (Imports ){39}Imports/);
  });

  it('goes to one address, whatever is in it', async () => {
    const to = "o'brien+cbp_99=x@acme-imports.example";
    await mailer.send(letter({ to }));
    expect((await only()).to).toEqual([to]);
  });

  it.each([
    ['throttle', 'Throttling'],
    ['error', 'InternalFailure'],
  ])('names the failure as SES does: %s', async (mode, code) => {
    await setFault(mode);
    expect(await mailer.send(letter())).toEqual({ failed: code });
    await setFault('none');
  });

  it('is refused by name when nobody verified its sender', async () => {
    const from = { name: 'X', address: 'desk@other.example' };
    expect(await mailer.send(letter({ from }))).toEqual({ failed: 'MessageRejected' });
  });

  it('that SES took without an answer counts as failed, once: nothing is tried behind our back', async () => {
    await setFault('lost-answer');
    const sending = await mailer.send(letter());
    await setFault('none');
    expect(sending).toHaveProperty('failed');
    expect(sending).toHaveProperty('unsure', true);
    await only();
  });

  it('is given up in time: before anybody else may take the letter', async () => {
    await setFault('timeout');
    const began = performance.now();
    expect(await mailer.send(letter())).toHaveProperty('failed');
    const took = performance.now() - began;
    await setFault('none');
    expect(took).toBeGreaterThan(CALL_MS * 0.9);
    expect(took).toBeLessThan(CALL_MS * 5);
    expect(MAIL_CALL_MS).toBeLessThanOrEqual(10_000);
    expect(MAIL_CALL_MS * 2).toBeLessThan(LEASE_MS);
  });

  it('fails in a word when nobody is there', async () => {
    const free = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' && address ? address.port : 0;
        server.close(() => resolve(port));
      });
    });
    const nobody = new SESClient({
      endpoint: `http://localhost:${String(free)}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
    const sending = await sesMailer(nobody, undefined).send(letter());
    nobody.destroy();
    expect(sending).toEqual({ failed: 'ECONNREFUSED' });
  });
});
