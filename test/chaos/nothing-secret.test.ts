import { join } from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { samples } from '#test/fakes/requests.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { secretKinds } from '#domain/secrets/secret.ts';
import type { SecretKind } from '#domain/secrets/secret.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { bytesOf, haystack, mailFilesOf } from './look-through.ts';
import { newDataDir, startMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { firstMember, mailed, mailsOn } from './member.ts';
import { arrived } from './traffic.ts';
import { variants } from './secret-variants.ts';
import type { Variant } from './secret-variants.ts';
import { until } from './until.ts';

/**
 * Hundreds of secrets, each written in its own way, go to every door that keeps what somebody typed. Then everything that
 * the machine kept, mailed, logged and gives out is looked through for them.
 */
/** Mixed, so that each door gets of each kind. */
const mixed = variants
  .map((_, nth) => variants[(nth * 97) % variants.length] ?? variants[0])
  .filter((one) => one !== undefined);
const waiting = [...mixed, ...mixed];
const typed = new Set<Variant>();

function take(at: number): Variant {
  const [one] = waiting.splice(at, 1);
  if (at < 0 || !one) throw new Error('no secret is left: fewer would do');
  typed.add(one);
  return one;
}
const next = (kind?: SecretKind): Variant => take(waiting.findIndex((one) => kind === undefined || one.kind === kind));
/** An address whose digits are a card's: of nine digits there are such mailboxes. */
const nextAddress = () => `${next('card').needle}@acme.example`;

/** Fields that take any words, and how many characters. */
const places: Readonly<Record<RequestTypeName, Readonly<Record<string, number>>>> = {
  'name-query': { companyName: 100, typedName: 200, contactName: 100, note: 1000 },
  'email-update': {
    ...{ companyName: 100, dba: 100, addressLine1: 100, addressLine2: 100, city: 60, state: 60, contactName: 100 },
    ...{ certifierFirst: 50, certifierLast: 50, certifierTitle: 60, note: 1000 },
  },
  'account-error': { wordsShown: 500, tried: 1000, companyName: 100, contactName: 100, note: 1000 },
  'refund-returned': { companyName: 100, contactName: 100, note: 1000 },
  'notify-party': { companyName: 100, contactName: 100, certifierTitle: 60, note: 1000 },
};

const created = z.object({
  reference: z.string(),
  removed: z.array(z.object({ field: z.string(), kind: z.enum(secretKinds) })),
});

let n = 0;
function filled(type: RequestTypeName) {
  n += 1;
  const sample = samples[type].find(({ recordChanged }) => type !== 'email-update' || recordChanged === 'yes');
  const given: Record<string, string> = {
    ...sample,
    contactEmail: `rosa${String(n)}@acme.example`,
    submissionId: `00000000-0000-4000-c000-${String(n).padStart(12, '0')}`,
  };
  if (type === 'email-update') Object.assign(given, { country: 'GB', newEmail: `new${String(n)}@acme.example` });
  const put: Variant[] = [];
  for (const [field, most] of Object.entries(places[type])) {
    const one = take(waiting.findIndex(({ text }) => text.length <= most));
    given[field] = one.text;
    put.push(one);
  }
  return { given, put };
}

const asJson = (value: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

/** Some requests as a program sends them, some as a browser without script. */
async function toThePublicDoor({ url }: Machine): Promise<string[]> {
  const references: string[] = [];
  for (let nth = 0; nth < 44; nth += 1) {
    const type = nth % 2 === 0 ? 'email-update' : 'name-query';
    const { given, put } = filled(type);
    const address = `${url}/api/requests/${type}`;
    if (nth % 4 < 2) {
      const answer = await fetch(address, asJson(given));
      const { reference, removed } = created.parse(await answer.json());
      expect(new Set(removed.map(({ kind }) => kind)), reference).toEqual(new Set(put.map(({ kind }) => kind)));
      references.push(reference);
    } else {
      const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(given), redirect: 'manual' });
      const location = answer.headers.get('location') ?? '';
      expect(location).toMatch(/\?removed=[a-z,]+&lang=en$/);
      references.push(location.split('?')[0]?.slice(-11) ?? '');
      expect((await fetch(url + location)).status).toBe(200);
    }
  }
  return references;
}

/** Where nothing is kept, a log line might: bad fields, names, headers, addresses, the boxes that ask for a link. */
async function beside({ url }: Machine): Promise<void> {
  const sample = samples['name-query'][0];
  const address = `${url}/api/requests/name-query`;
  const tries = [
    () => fetch(address, asJson({ ...sample, [next().text]: next().text, contactRole: next().text })),
    () => fetch(address, asJson({ ...sample, contactEmail: nextAddress() })),
    () => fetch(address, asJson({ ...sample, submissionId: next().text, locale: next().text })),
    () => fetch(address, asJson({ ...sample, importerNumberKind: 'ssn', importerNumber: '772-45-6789' })),
    () => fetch(address, asJson({ ...sample, contactPhone: '773-45-6789' })),
    () => fetch(address, asJson({ ...sample, note: 'x' }, { 'idempotency-key': next().needle })),
    () => fetch(address, asJson({ ...sample, note: 'y' }, { 'user-agent': next().needle, referer: next().needle })),
    () => fetch(`${address}?note=${encodeURIComponent(next().text)}`, asJson(next().text)),
    () => fetch(`${url}/api/requests/sent/${encodeURIComponent(next().text)}?removed=${next().needle}`),
    () => fetch(`${url}/api/importer/case/${next().needle}`),
    () => fetch(`${url}/api/importer/links`, asJson({ reference: next().text, email: next().text })),
    () => fetch(`${url}/api/importer/links`, asJson({ reference: 'H7K2M-9QXTC', email: nextAddress() })),
    () => fetch(`${url}/api/desk/sign-in/ask`, asJson({ email: next().text }, { origin: url })),
    () => fetch(`${url}/api/desk/sign-in/ask`, asJson({ email: nextAddress() }, { origin: url })),
    () => fetch(`${url}/api/desk/sign-in/link`, asJson({ token: next().text }, { origin: url })),
  ];
  for (const attempt of tries) expect((await attempt()).status).toBeLessThan(500);
}

const page = z.object({ reference: z.string(), digest: z.string(), version: z.number() });
type Member = Awaited<ReturnType<typeof firstMember>>;

/** A case in a member's hands: each move on the case as it is then. */
async function inHands({ get, post }: Member, reference: string) {
  const read = async () => page.parse(await (await get(`cases/${reference}`)).json());
  const { digest } = await read();
  const move = async (move: object) => {
    const { version } = await read();
    const answer = await post(`cases/${reference}/${digest}/moves`, { version, move });
    expect(answer.status, `${JSON.stringify(move)}: ${await answer.clone().text()}`).toBe(200);
  };
  return { digest, move };
}

/** What members write: notes and reasons, what they ask and tell. */
async function toTheDesk(member: Member, [first = '', second = '', third = '']: readonly string[]): Promise<void> {
  const of = await inHands(member, first);
  for (const text of Array.from({ length: 25 }, () => next().text)) await of.move({ move: 'note', text });
  await of.move({ move: 'flag', reason: next().text });
  const person = next().text;
  const check = { move: 'check', kind: 'call-back', result: 'failed' };
  await of.move({ ...check, person: person.slice(0, 100), source: next().text, note: next().text });
  await of.move({ move: 'decline', reason: 'other', words: next().text });
  await of.move({ move: 'reopen', reason: next().text });
  await of.move({ move: 'close', reason: 'other', text: next().text });
  await (await inHands(member, second)).move({ move: 'ask', text: next().text });
  await (await inHands(member, third)).move({ move: 'convert', to: 'email-update' });
}

/** What an importer writes through a mailed link: an answer, messages, and the answers that a turned case lacks. */
async function toTheImportersDoor(machine: Machine, [, asked = '', turned = '']: readonly string[]): Promise<void> {
  const linkOf = (reference: string) => mailed(machine, new RegExp(String.raw`(/api/importer/case/${reference}\.\S+)`));
  const link = machine.url + (await linkOf(asked));
  const reply = (body: Readonly<Record<string, string>>) => fetch(`${link}/replies`, asJson(body));
  expect((await reply({ q1: next().text, text: next().text })).status).toBe(200);
  for (let nth = 0; nth < 15; nth += 1) {
    const answer = await reply({ text: next().text });
    expect(z.object({ removed: z.array(z.enum(secretKinds)) }).parse(await answer.json()).removed).toHaveLength(1);
  }
  const form = new URLSearchParams({ text: next().text });
  const answer = await fetch(`${link}/replies`, { method: 'POST', body: form, redirect: 'manual' });
  expect(answer.headers.get('location')).toMatch(/\?done=reply&removed=[a-z]+$/);

  const { given } = filled('email-update');
  const completed = await fetch(`${machine.url}${await linkOf(turned)}/answers`, asJson(given));
  expect(completed.status, await completed.clone().text()).toBe(200);
}

const day = () => new Date().toISOString().slice(0, 10);

/** Everything that leaves the desk as a file. */
async function exportsOf({ get, post }: Member, references: readonly string[]): Promise<string> {
  const [from, to] = [new Date(Date.now() - 86_400_000).toISOString(), new Date(Date.now() + 3_600_000).toISOString()];
  const files = [
    await post('exports/cases', { from: from.slice(0, 10), to: day() }),
    await post('exports/importers', { from, to }),
  ];
  for (const reference of references) {
    const { digest } = page.parse(await (await get(`cases/${reference}`)).json());
    files.push(await post(`cases/${reference}/${digest}/record`, {}));
  }
  for (const file of files) expect(file.status).toBe(200);
  return (await Promise.all(files.map((file) => file.text()))).join('\n');
}

/** Every item of the table in a data folder that nothing else has open. */
async function itemsIn(dataDir: string): Promise<string> {
  const { endpoint, close } = await startEmbeddedDynamodb(join(dataDir, 'dynamodb'));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const items: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: 'importer-desk' }))
    items.push(...Items.map((item) => JSON.stringify(item)));
  client.destroy();
  await close();
  return items.join('\n');
}

it('no secret that anybody typed is in the data folder, a mail, a log line or an export', async () => {
  const dataDir = await newDataDir();
  const machine = await startMachine(dataDir, { RATE_LIMIT: 'off' });
  const references = await toThePublicDoor(machine);
  const member = await firstMember(machine);
  const chosen = [references[0] ?? '', references[1] ?? '', references[5] ?? ''];
  await toTheDesk(member, chosen);
  await toTheImportersDoor(machine, chosen);
  const told = (kind: string, reference: string) => async () =>
    (await arrived(machine)).includes(`${reference} ${kind}`);
  await until('the letters', 60_000, async () => {
    const kinds = await arrived(machine);
    return references.every((reference) => kinds.includes(`${reference} team-request`));
  });
  await until('word of a reply', 20_000, told('team-reply', chosen[1] ?? ''));
  await until('word of the answers', 20_000, told('team-reply', chosen[2] ?? ''));

  // Last: what is kept for a moment only is still to be seen in the files.
  await beside(machine);
  const [exports, mails] = [await exportsOf(member, references), JSON.stringify(await mailsOn(machine))];
  await machine.stop('SIGTERM');
  const places = {
    ...{ exports, mails, log: machine.said(), items: await itemsIn(dataDir) },
    ...{ files: bytesOf(dataDir), 'mail files': mailFilesOf(dataDir) },
  };
  expect(typed.size).toBe(variants.length);
  for (const [name, text] of Object.entries(places)) {
    const { holds } = haystack(text);
    // It finds what is there: otherwise it would prove nothing.
    expect(holds(name === 'log' ? 'case-opened' : 'acme.example'), name).toBe(true);
    if (name !== 'log' && name !== 'files') expect(holds('bank number removed'), name).toBe(true);
    expect(
      variants.filter(({ needle }) => holds(needle)),
      name,
    ).toEqual([]);
    for (const ssn of ['772456789', '773456789']) expect(holds(ssn), name).toBe(false);
  }
});
