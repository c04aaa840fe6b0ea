import { join } from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { mailSchema } from '../../infra/local/ses/mail.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { caseOf } from '../../functions/aws/read-case-item.ts';
import type { Case } from '#domain/case/case.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { samples } from '#test/fakes/requests.ts';
import type { Machine } from './machine.ts';

/** What importers send and what arrives, counted from outside. */
let n = 0;
export type Request = { readonly type: RequestTypeName; readonly answers: Readonly<Record<string, string>> };

/** A new submission. An email update names a mailbox of its own, so it owes a third letter. */
export function newRequest(type: RequestTypeName): Request {
  const submissionId = `00000000-0000-4000-b000-${String((n += 1)).padStart(12, '0')}`;
  return { type, answers: { ...samples[type][0], companyName: `Company ${String(n)}`, submissionId } };
}

export const post = (url: string, { type, answers }: Request): Promise<Response> =>
  fetch(`${url}/api/requests/${type}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(answers),
  });

export const postForm = (url: string, { type, answers }: Request): Promise<Response> =>
  fetch(`${url}/api/requests/${type}`, {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: new URLSearchParams(answers),
    redirect: 'manual',
  });

const created = z.strictObject({ reference: z.string() });

/** The reference of a request that was accepted; all else is a failure of the test. */
export async function accepted(url: string, request: Request): Promise<string> {
  const response = await post(url, request);
  if (response.status !== 201) throw new Error(`expected 201, got ${String(response.status)}`);
  return created.parse(await response.json()).reference;
}

const kinds: Record<RequestTypeName, readonly string[]> = {
  'name-query': ['contact-received', 'team-request'],
  'email-update': ['contact-received', 'mailbox-named', 'team-request'],
};

/** The letters that a request owes, as `reference kind`. */
export const owedBy = (reference: string, { type }: Request): string[] =>
  kinds[type].map((kind) => `${reference} ${kind}`);

/** The letters that arrived, one entry each time, as `reference kind`. */
export async function arrived({ inbox }: Pick<Machine, 'inbox'>): Promise<string[]> {
  const mails = z.array(mailSchema).parse(await (await fetch(`${inbox}/messages?limit=1000`)).json());
  return mails.map(({ headers }) => {
    const reference = /<([0-9A-Z]{5}-[0-9A-Z]{5})@/.exec(headers['references'] ?? '')?.[1] ?? '?';
    return `${reference} ${headers['x-importer-desk-letter'] ?? '?'}`;
  });
}

export const setFaults = ({ inbox }: Pick<Machine, 'inbox'>, mode: string, rate = 1): Promise<Response> =>
  fetch(`${inbox}/faults`, { method: 'PUT', body: JSON.stringify({ mode, rate }) });

export const missing = (owed: readonly string[], got: readonly string[]): string[] =>
  owed.filter((letter) => !got.includes(letter));
export const duplicates = (got: readonly string[]): number => got.length - new Set(got).size;

/** Every case in a DynamoDB, as it is stored. */
export async function casesAt(endpoint: string): Promise<Case[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'importer-desk', ConsistentRead: true }));
  client.destroy();
  // The table holds other items as well: the figures of a day, for one.
  return Items.filter((item) => item['pk']?.S?.startsWith('CASE#')).flatMap((item) => caseOf(item) ?? []);
}

/** Every case in a data folder; nothing else may have it open. */
export async function casesIn(dataDir: string): Promise<Case[]> {
  const embedded = await startEmbeddedDynamodb(join(dataDir, 'dynamodb'));
  const cases = await casesAt(embedded.endpoint);
  await embedded.close();
  return cases;
}

/** One line of what a bad day did. */
export function report(
  what: string,
  owed: readonly string[],
  got: readonly string[],
  of: { accepted: number; stored: number },
) {
  const counts = {
    ...of,
    'letters owed': owed.length,
    sent: got.length,
    duplicates: duplicates(got),
    lost: missing(owed, got).length,
  };
  console.log(
    `${what}: ${Object.entries(counts)
      .map(([name, count]) => `${name} ${String(count)}`)
      .join(', ')}`,
  );
}
