import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { mailSchema } from '../../infra/local/ses/mail.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { samples } from '#test/fakes/requests.ts';
import type { Machine } from './machine.ts';

/** What importers send and what arrives, counted from outside. */
let n = 0;
export type Request = { readonly type: RequestTypeName; readonly answers: Readonly<Record<string, string>> };

/**
 * A new submission of a company of its own, so that no case has to do with another and each owes its first letters only.
 * An email update names a mailbox of its own, so it owes a third letter.
 */
export function newRequest(type: RequestTypeName): Request {
  n += 1;
  const submissionId = `00000000-0000-4000-b000-${String(n).padStart(12, '0')}`;
  const mailbox = (name: string) => `${name}@company-${String(n)}.example`;
  const answers = {
    ...samples[type][0],
    ...{
      importerNumberKind: 'ein',
      importerNumber: `95-${String(1_000_000 + n)}`,
      companyName: `Company ${String(n)}`,
    },
    contactEmail: mailbox('contact'),
    ...(type === 'email-update' && { newEmail: mailbox('customs'), oldEmail: mailbox('former') }),
    submissionId,
  };
  return { type, answers };
}

/** Both types in turn. */
export const newRequests = (many: number): Request[] =>
  Array.from({ length: many }, (_, nth) => newRequest(nth % 2 ? 'name-query' : 'email-update'));

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

/** The reference that an answer shows, to a program or to a person; nothing when the store could not take it and said so. */
export async function shownIn(response: Response): Promise<string | undefined> {
  switch (response.status) {
    case 201:
      return created.parse(await response.json()).reference;
    case 303:
      return /\/sent\/([0-9A-Z]{5}-[0-9A-Z]{5})\?/.exec(response.headers.get('location') ?? '')?.[1] ?? '?';
    case 503:
      if (Number(response.headers.get('retry-after')) > 0) return undefined;
  }
  throw new Error(`the door answered ${String(response.status)}: ${await response.text()}`);
}

/** The reference of a request that was accepted; all else is a failure of the test. */
export async function accepted(url: string, request: Request): Promise<string> {
  const reference = await shownIn(await post(url, request));
  if (reference === undefined) throw new Error('the store was not there');
  return reference;
}

/** As somebody who wants to be sure: sends the very same again until a reference is shown, wherever the site is by then. */
export async function patiently(where: () => string, request: Request, send = post): Promise<string> {
  for (;;) {
    const response = await send(where(), request).catch(() => undefined);
    const reference = response && (await shownIn(response).catch(unlessCutOff));
    if (reference !== undefined) return reference;
    await pause(50);
  }
}

/** An answer that breaks off is no answer. */
const unlessCutOff = (error: unknown): undefined => {
  if (error instanceof TypeError || error instanceof SyntaxError) return undefined;
  throw error;
};

const kinds: Record<RequestTypeName, readonly string[]> = {
  'name-query': ['contact-received', 'team-request'],
  'email-update': ['contact-received', 'mailbox-named', 'team-request'],
  'account-error': ['contact-received', 'team-request'],
  'refund-returned': ['contact-received', 'team-request'],
  'notify-party': ['contact-received', 'team-request'],
};

/** The letters that a request owes, as `reference kind`. */
export const owedBy = (reference: string, { type }: Request): string[] =>
  kinds[type].map((kind) => `${reference} ${kind}`);

export type Accepted = { readonly request: Request; readonly reference: string };
export const owedByAll = (all: readonly Accepted[]): string[] =>
  all.flatMap(({ request, reference }) => owedBy(reference, request));

/** The letters that arrived, one entry each time, as `reference kind`. */
export async function arrived({ inbox }: Pick<Machine, 'inbox'>): Promise<string[]> {
  const mails = z.array(mailSchema).parse(await (await fetch(`${inbox}/messages?limit=1000`)).json());
  return mails.map(({ headers }) => letterOf(headers['references'] ?? '', headers['x-importer-desk-letter'] ?? '?'));
}

const letterOf = (references: string, kind: string): string =>
  `${/<([0-9A-Z]{5}-[0-9A-Z]{5})@/.exec(references)?.[1] ?? '?'} ${kind}`;

/** How many mails there are, without reading them. */
export const countArrived = async ({ inbox }: Pick<Machine, 'inbox'>): Promise<number> =>
  Number((await fetch(`${inbox}/messages?limit=0`)).headers.get('x-total-count'));

/** The same from the files of the mails: for thousands, and when nothing runs any more. */
export function arrivedIn(dataDir: string): string[] {
  const folder = join(dataDir, 'mail');
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return files.map((name) => {
    const mail = readFileSync(join(folder, name), 'latin1');
    const head = mail.slice(0, mail.indexOf('\r\n\r\n'));
    return letterOf(headerIn(head, 'References'), headerIn(head, 'X-Importer-Desk-Letter'));
  });
}

const headerIn = (head: string, name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1] ?? '';

export type Faults = { readonly mode: string; readonly rate?: number; readonly events?: 'none' };

/** How the mail service is from now on; `events`: that it tells nobody what became of a mail. */
export async function setFaults({ inbox }: Pick<Machine, 'inbox'>, faults: Faults): Promise<void> {
  const put = (body: Faults) => fetch(`${inbox}/faults`, { method: 'PUT', body: JSON.stringify(body) });
  const { events: _, ...mute } = faults;
  // A service that tells nothing knows no word for it.
  if (!(await put(faults)).ok && !(await put(mute)).ok) throw new Error(`the inbox refused ${JSON.stringify(faults)}`);
}

export function missing(owed: readonly string[], got: readonly string[]): string[] {
  const came = new Set(got);
  return owed.filter((letter) => !came.has(letter));
}
export const duplicates = (got: readonly string[]): number => got.length - new Set(got).size;
