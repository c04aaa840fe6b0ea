import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Case, CaseKey } from '#domain/case/case.ts';
import { owedAt } from '#domain/case/letters.ts';
import { hasPutAside } from '#domain/case/put-aside.ts';
import { readReference } from '#domain/case/reference.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import { normaliseCompanyName } from '#domain/company-name/normalise.ts';
import { NOBODY, cardOf, queueOf } from '#domain/desk/card-of.ts';
import { importerKey } from '#domain/importer-number/record.ts';
import { mailboxKey, otherMailboxOf } from '#domain/requests/mailboxes.ts';
import { attributesOf } from './attributes.ts';

/** A case as one item: the case itself under `case`, and beside it the keys and the card that the indexes list. */
export type Item = Record<string, AttributeValue>;

export const OWED_SHARDS = 8;
export const owedShard = (shard: number): string => `OWED#${shard}`;

/** Cases that owe nothing and will go one day stand in the same index, by when they do: a run asks it for those whose time is over. */
export const endsShard = (shard: number): string => `ENDS#${shard}`;

/** Cases that owe nothing and have a letter put aside, which nobody tries any more: the system page lists them until somebody sends it again. */
export const PARKED = 'PARKED';

/** Cases that owe nothing, have nothing put aside and hold a letter back: the system page counts them. In shards, for an attack makes many at once. */
export const heldShard = (shard: number): string => `HELD#${shard}`;

/** Later than any time that a case ends. */
const NEVER = '9999-12-31T23:59:59.999Z';

/** The store deletes by itself so much later than it should: a safety net, for by then a trace has long taken the case's place. */
export const LATE_SECONDS = 30 * 24 * 3600;

export const casePartition = (reference: CaseReference): AttributeValue.SMember => ({ S: `CASE#${reference}` });

export const keyOf = ({ reference, digest }: CaseKey): Item => ({ pk: casePartition(reference), sk: { S: digest } });

/** The key of an item of ours, or nothing when it is another item of the table. */
export function keyOfItem(item: Item): CaseKey | undefined {
  const [pk, sk] = [item['pk']?.S, item['sk']?.S];
  if (pk === undefined || sk === undefined || !pk.startsWith('CASE#')) return undefined;
  const reference = readReference(pk.slice('CASE#'.length));
  return reference && { reference, digest: sk };
}

/**
 * The whole item of a case. Index keys are computed from the case in every write, so that none can be forgotten. Our canary
 * has no card and stands in no list: one finds what it owes, and the store lets go of it in time, without a trace.
 */
export function itemOf(of: Case): Item {
  const listed = of.canary ? debtOf(of) : { ...indexKeys(of), card: cardOf(of) };
  return {
    ...keyOf(of),
    rev: { N: String(of.rev) },
    ...attributesOf({ ...listed, case: of }),
    ...(of.expiresAt && { expiresAt: { N: String(goesAt(of.expiresAt) + (of.canary ? 0 : LATE_SECONDS)) } }),
  };
}

const goesAt = (expiresAt: string): number => Math.floor(Date.parse(expiresAt) / 1000);

/** Open cases by due time, those whose contact was never seen to read mail last; closed ones by their end. */
const queueOrderOf = (of: Case): string =>
  queueOf(of) === 'closed'
    ? `${of.closedAt ?? of.openedAt}#${of.reference}`
    : `${of.confirmed.contact === undefined ? 1 : 0}#${of.dueAt}#${of.reference}`;

/** Names are cut to a length, perhaps within a character: DynamoDB takes only whole ones (`toWellFormed`). */
function indexKeys(of: Case): Record<string, string | undefined> {
  const company = normaliseCompanyName(of.answers['companyName'] ?? '').toWellFormed() || '-';
  const other = otherMailboxOf(of.type, of.answers);
  const queue = queueOf(of);
  return {
    queue,
    queueOrder: queueOrderOf(of),
    // Of open cases only: a list of what somebody works on is never filled with what is over.
    assignee: queue === 'open' ? (of.assignee ?? NOBODY) : undefined,
    // The writer knows no broker, and so no time zone: a day is UTC's.
    day: of.openedAt.slice(0, 10),
    importerKey: importerKey(of.importerNumber, of.answers['companyName']).toWellFormed(),
    openedAt: of.openedAt,
    companyInitials: company.slice(0, 3).toWellFormed(),
    companyKey: `${company}#${of.openedAt}`,
    contactMailbox: mailboxKey(of.answers['contactEmail'] ?? ''),
    newMailbox: other && mailboxKey(other),
    ...dueOf(of),
  };
}

type Due = { readonly owed?: string; readonly owedAt?: string };

const shardOf = ({ digest }: CaseKey): number => Number.parseInt(digest.slice(-2), 16) % OWED_SHARDS;

/** All letters of the case count in the same write, so that no debt is forgotten. */
function debtOf(of: Case): Due {
  const next = owedAt(of);
  return next === undefined ? {} : { owed: owedShard(shardOf(of)), owedAt: next };
}

/** Without debt, its end is what comes next. */
function dueOf(of: Case): Due {
  const debt = debtOf(of);
  if (debt.owed !== undefined) return debt;
  // It goes at its end all the same: a run that lets go of cases asks here, too.
  if (hasPutAside(of)) return { owed: PARKED, owedAt: of.expiresAt ?? NEVER };
  if (of.letters.some(({ state }) => state === 'held'))
    return { owed: heldShard(shardOf(of)), owedAt: of.expiresAt ?? NEVER };
  if (of.expiresAt === undefined) return {};
  return { owed: endsShard(shardOf(of)), owedAt: of.expiresAt };
}
