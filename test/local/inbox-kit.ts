import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { afterEach, expect } from 'vitest';
import * as z from 'zod/mini';
import { mailSchema, type Mail } from '../../infra/local/ses/mail.ts';
import { startInbox, type Inbox, type InboxOptions } from '../../infra/local/ses/start-inbox.ts';

const undo: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

export const sender = 'desk@broker.example';

export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** A started inbox on a free port, closed and swept away after the test. */
export const openInbox = async (options: Partial<InboxOptions> = {}): Promise<Inbox> => {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const inbox = await startInbox({ port: 0, verifiedSenders: [sender], ...options, dataDir });
  undo.push(() => inbox.close());
  return inbox;
};

/** The SDK as production uses it, but without its retries: each test counts its own requests. */
export const clientOf = ({ url }: Pick<Inbox, 'url'>): SESClient => {
  const client = new SESClient({
    endpoint: url,
    region: 'us-east-2',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  });
  undo.push(() => client.destroy());
  return client;
};

export const rawMail = (subject = 'Hello', more: string[] = []): string =>
  [
    `From: Importer Desk <${sender}>`,
    'To: ann@importer.example',
    `Subject: ${subject}`,
    ...more,
    '',
    'Hello Ann.',
    '',
  ].join('\r\n');

export const rawCommand = (raw: string, destinations = ['ann@importer.example']): SendRawEmailCommand =>
  new SendRawEmailCommand({ Source: sender, Destinations: destinations, RawMessage: { Data: Buffer.from(raw) } });

export type Tagged = {
  to?: string | string[];
  tags?: Record<string, string>;
  /** `null` names none. */
  set?: string | null;
  headers?: string[];
};

/** A raw mail as the desk sends it: to one address, marked, and with a configuration set unless told otherwise. */
export const taggedCommand = ({ to = 'ann@importer.example', tags = {}, set = 'letters', headers = [] }: Tagged) =>
  new SendRawEmailCommand({
    Source: sender,
    Destinations: [to].flat(),
    RawMessage: { Data: Buffer.from(rawMail('Hello', headers)) },
    Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
    ConfigurationSetName: set ?? undefined,
  });

export const messagesOf = async ({ url }: Inbox): Promise<Mail[]> =>
  z.array(mailSchema).parse(await (await fetch(`${url}/messages`)).json());

/** The only message there is. */
export const onlyMessage = async (inbox: Inbox): Promise<Mail> => {
  const [mail, ...others] = await messagesOf(inbox);
  if (!mail || others.length > 0) throw new Error(`Expected one message, found ${others.length + (mail ? 1 : 0)}.`);
  return mail;
};

export const setFaults = ({ url }: Inbox, body: unknown): Promise<Response> =>
  fetch(`${url}/faults`, { method: 'PUT', body: typeof body === 'string' ? body : JSON.stringify(body) });

/** Vitest's matcher, typed so that the linter lets it stand inside an object. */
export const containing = (text: string): unknown => expect.stringContaining(text);
