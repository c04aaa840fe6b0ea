import type { Case, CaseKey } from '#domain/case/case.ts';
import { isExpired } from '#domain/case/retention.ts';
import { importerKey } from '#domain/importer-number/record.ts';
import { mailboxKey, otherMailboxOf } from '#domain/requests/mailboxes.ts';
import type { Others } from '#domain/risk/of-others.ts';
import { readCases } from '../find-cases.ts';
import type { CaseList, CaseLists } from '../lists/ports.ts';
import type { CaseStore, Clock } from '../ports.ts';

export type OthersPorts = {
  readonly cases: Pick<CaseStore, 'read'>;
  readonly lists: Pick<CaseLists, 'some'>;
  readonly now: Clock;
};

/** The latest of each list: who asks for hundreds shows it in the last ten. */
const MOST = 10;

/** Cases that share something with this one: five lists at most, and the cases in them, each read once. */
export async function othersOf(ports: OthersPorts, of: Case): Promise<Others> {
  const contact = mailboxKey(of.answers['contactEmail'] ?? '');
  const other = mailboxKey(otherMailboxOf(of.type, of.answers) ?? '');
  const boxes = [contact, other].filter((one) => one !== '');
  const [importer, requester, ...mailbox] = await Promise.all([
    keysIn(ports, of, { by: 'importer', of: importerKey(of.importerNumber, of.answers['companyName']).toWellFormed() }),
    keysIn(ports, of, { by: 'contact-mailbox', of: contact }),
    ...boxes.map((box) => keysIn(ports, of, { by: 'new-mailbox', of: box })),
    ...(other === '' ? [] : [keysIn(ports, of, { by: 'contact-mailbox', of: other })]),
  ]);
  const read = await readAll(ports, [...importer, ...requester, ...mailbox.flat()]);
  const all = (keys: readonly CaseKey[]): Case[] =>
    [...new Set(keys.map(({ digest }) => digest))].flatMap((digest) => read.get(digest) ?? []);
  return { importer: all(importer), requester: all(requester), mailbox: all([...requester, ...mailbox.flat()]) };
}

async function keysIn({ lists }: OthersPorts, of: Case, list: CaseList): Promise<CaseKey[]> {
  const { found } = await lists.some(list, { most: MOST, latest: true });
  return found.flatMap(({ place: { reference, digest } }) => (digest === of.digest ? [] : [{ reference, digest }]));
}

async function readAll(ports: OthersPorts, keys: readonly CaseKey[]): Promise<Map<string, Case>> {
  const once = [...new Map(keys.map((key) => [key.digest, key])).values()];
  const found = await readCases(ports, once);
  return new Map(found.flatMap((one) => (one && !isExpired(one, ports.now()) ? [[one.digest, one] as const] : [])));
}
