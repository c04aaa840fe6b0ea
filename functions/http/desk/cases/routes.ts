import type { Caller } from '#casework/sign-in/session.ts';
import { recordOfCase, recordSeen } from '#casework/audit/record.ts';
import { findCase } from '#casework/find-cases.ts';
import { moveCase } from '#casework/move-case.ts';
import type { CaseKey } from '#domain/case/case.ts';
import { readReference } from '#domain/case/reference.ts';
import {
  askedMoveSchema,
  bulkTakenSchema,
  bulkTakeSchema,
  kiAnswerSchema,
  kiCallSchema,
} from '#domain/desk/case-calls.ts';
import type { AskedMove } from '#domain/desk/case-calls.ts';
import { casePageSchema, movedSchema } from '#domain/desk/case-page.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { DeskAnswer } from '../desk-answer.ts';
import { memberRoute, noInput, noQuery } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';
import { casePage } from './case-page.ts';
import { keyOf } from './key.ts';
import { kiFor } from './ki.ts';
import type { CaseRoutePorts } from './ports.ts';
import { refusalTrouble } from './refusals.ts';
import { takeAll } from './take.ts';

const NOT_FOUND = { problem: 'not-found' } as const;

/** One case, what is done with it, and what is done with a selection. */
export const caseRoutes = (ports: CaseRoutePorts): readonly DeskRoute[] => [
  memberRoute({
    name: 'GET /api/desk/cases/{reference}',
    who: 'member',
    says: 'Shows the case of a reference: what was asked, how it stands, what may be done. By rare chance there are two; the other is named as its twin.',
    input: noInput,
    query: noQuery,
    output: casePageSchema,
    answer: ({ member }, reference) => shown(ports, member, reference),
  }),
  memberRoute({
    name: 'GET /api/desk/cases/{reference}/{digest}',
    who: 'member',
    says: 'Shows one case by its whole name.',
    input: noInput,
    query: noQuery,
    output: casePageSchema,
    answer: ({ member }, reference, digest) => shown(ports, member, reference, digest),
  }),
  memberRoute({
    name: 'POST /api/desk/cases/{reference}/{digest}/moves',
    who: 'member',
    says: 'Makes a move on the version of the case that the caller has read. When somebody was quicker, 409 says who changed what since.',
    input: askedMoveSchema,
    query: noQuery,
    output: casePageSchema,
    others: { 409: movedSchema },
    answer: ({ input, member }, reference, digest) => moved(ports, member, keyOf(reference, digest), input),
  }),
  memberRoute({
    name: 'POST /api/desk/cases/take',
    who: 'member',
    says: 'Takes up to 25 cases, each in the version that the caller has read, and says of each what became of it.',
    input: bulkTakeSchema,
    query: noQuery,
    output: bulkTakenSchema,
    answer: async ({ input, member }) => ({ ok: await takeAll(ports, member, input) }),
  }),
  memberRoute({
    name: 'POST /api/desk/ki',
    who: 'member',
    says: 'Writes the query lines (KI) for up to 25 cleared cases, six importer numbers a line. Says which cases are in none, and why.',
    input: kiCallSchema,
    query: noQuery,
    output: kiAnswerSchema,
    answer: async ({ input, member }) => {
      const { answer, given } = await kiFor(ports, input);
      // Up to 25 whole importer numbers leave here: on record, as every export is.
      for (const of of given) await recordOfCase(ports, member, of, 'exported', { export: 'ki' });
      return { ok: answer };
    },
  }),
];

type Member = Caller['member'];

async function shown(ports: CaseRoutePorts, by: Member, text = '', digest?: string): Promise<DeskAnswer<CasePage>> {
  const reference = readReference(text);
  const found = reference && (await findCase(ports, reference, digest));
  if (!found) return NOT_FOUND;
  await recordSeen(ports, by, found.case);
  return { ok: casePage(found.case, { broker: ports.broker, by, now: ports.now() }, found.twins) };
}

async function moved(
  ports: CaseRoutePorts,
  by: Member,
  key: CaseKey | undefined,
  { version, move }: AskedMove,
): Promise<DeskAnswer<CasePage>> {
  const { broker, now } = ports;
  const found = key && (await findCase(ports, key.reference, key.digest));
  if (!key || !found) return NOT_FOUND;
  const page = (of: typeof found.case) => casePage(of, { broker, by, now: now() }, found.twins);
  const end = await moveCase(ports, { key, version, move, by, broker });
  if ('gone' in end) return NOT_FOUND;
  if ('late' in end) await recordSeen(ports, by, key);
  if ('late' in end) return { problem: 'moved', more: { since: end.late.since, case: page(end.late.case) } };
  if ('refused' in end) {
    const { code: reason } = end.refused;
    if (reason === 'licensed-only') await recordOfCase(ports, by, key, 'refused', { step: move.move, reason });
    return refusalTrouble(end.refused, found.case.type, move, broker);
  }
  await recordOfCase(ports, by, key, 'moved', { move: move.move });
  ports.log('case-moved', { reference: key.reference, move: move.move });
  return { ok: page(end.moved) };
}
