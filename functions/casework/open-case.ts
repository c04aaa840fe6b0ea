import { hash } from 'node:crypto';
import type { Broker } from '#domain/broker/broker.ts';
import type { Case, Letter, LetterKind } from '#domain/case/case.ts';
import { dueAfter } from '#domain/case/office-hours.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import { secretRemoved } from '#domain/case/secret-removed.ts';
import { referenceOf } from '#domain/case/reference.ts';
import type { CheckedRequest } from '#domain/requests/read-request.ts';
import { statementOf } from '#domain/requests/statement.ts';
import { otherMailboxOf } from '#domain/requests/mailboxes.ts';
import type { CaseStore, Clock } from './ports.ts';

const DAY = 24 * 3600 * 1000;

export type OpenCasePorts = { readonly cases: Pick<CaseStore, 'put'>; readonly now: Clock };

/**
 * Opens a case for a checked request: one write, no read, no mail. The letters it owes are in the same write.
 * The very same submission (a double click, a retry, a lost answer) gives the same reference and changes nothing.
 */
export async function openCase(
  { cases, now }: OpenCasePorts,
  broker: Broker,
  request: CheckedRequest,
): Promise<{ outcome: 'opened' | 'already-open'; reference: CaseReference }> {
  const opened = newCase(request, broker, now());
  const put = await cases.put(opened);
  return { outcome: put === 'stored' ? 'opened' : 'already-open', reference: opened.reference };
}

/** The case that a request makes. Its digest holds no time, so that a repeat is recognised; without an id the hour stands in for one. */
export function newCase(request: CheckedRequest, broker: Broker, now: Date): Case {
  const digest = digestOf(request, now);
  const at = now.toISOString();
  const hours = broker.dueOfficeHours[request.type] ?? broker.dueOfficeHours.default;
  const statement = statementOf(request.type, request.locale, request.answers, broker.name);
  return {
    format: 2,
    reference: referenceOf(digest),
    digest,
    type: request.type,
    locale: request.locale,
    importerNumber: request.importerNumber,
    numberWarnings: [...request.numberWarnings],
    answers: { ...request.answers },
    ...(statement && { statement: { ...statement, at } }),
    state: 'new',
    rev: 1,
    version: 1,
    openedAt: at,
    dueAt: new Date(dueAfter(now.getTime(), hours, broker.officeHours)).toISOString(),
    expiresAt: new Date(now.getTime() + broker.retentionDays.unconfirmed * DAY).toISOString(),
    ...(Object.keys(request.signs).length > 0 && { signs: request.signs }),
    letters: firstLetters(request, at),
    timeline: [{ at, who: 'importer', what: 'opened' }, ...secretRemoved(request.removed, at)],
    ...nothingYet,
  };
}

/** What only moves fill. */
const nothingYet = { confirmed: {}, checks: [], questions: [], flags: [], was: [], links: [], tellings: [] };

/**
 * The language is no part of it: who changes it on the page after a lost answer sends the same request again. Its place is
 * kept by what English requests always had there, so that a repeat across a deployment is still recognised.
 */
function digestOf(request: CheckedRequest, now: Date): string {
  const once = request.submissionId ?? now.toISOString().slice(0, 13);
  const answers = Object.entries(request.answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const content = [once, request.type, 'en', request.importerNumber, answers];
  return hash('sha256', JSON.stringify(content));
}

function firstLetters(request: CheckedRequest, at: string): Letter[] {
  const owed = (kind: LetterKind, to: Letter['to']): Letter => ({
    id: kind,
    kind,
    to,
    state: 'owed',
    owedSince: at,
    nextAt: at,
    attempts: 0,
  });
  const toStrangers = [
    owed('contact-received', 'contact'),
    ...(otherMailboxOf(request.type, request.answers) ? [owed('mailbox-named', 'other-mailbox')] : []),
  ];
  return [owed('team-request', 'team'), ...(isUnproven(request) ? toStrangers.map(heldBack) : toStrangers)];
}

/** Asked for a proof of work, it came without one: whose addresses it names may know nothing of it. */
const isUnproven = ({ signs: { proof } }: CheckedRequest): boolean => proof === 'missing' || proof === 'wrong';

const heldBack = (letter: Letter): Letter => ({ ...letter, state: 'held', heldFor: 'proof' });
