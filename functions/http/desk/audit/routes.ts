import { caseTrailPage } from '#casework/audit/case-page.ts';
import { checkDay } from '#casework/audit/check.ts';
import { dayPage } from '#casework/audit/day-page.ts';
import { caseChain } from '#casework/audit/record.ts';
import { findCase } from '#casework/find-cases.ts';
import {
  auditCheckQuerySchema,
  auditCheckSchema,
  auditPageSchema,
  auditQuerySchema,
  trailPageSchema,
  trailQuerySchema,
} from '#domain/desk/audit.ts';
import { trailDays } from '#domain/desk/trail-days.ts';
import { keyOf } from '../cases/key.ts';
import type { DeskPorts } from '../desk-ports.ts';
import { memberRoute, noInput } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';

const PAGE = 50;

export type AuditRoutePorts = Pick<DeskPorts, 'audit' | 'broker' | 'cases' | 'now'>;

/** What is on record: of a case for every member, of all for licensed ones. */
export const auditRoutes = (ports: AuditRoutePorts): readonly DeskRoute[] => [
  memberRoute({
    name: 'GET /api/desk/cases/{reference}/{digest}/trail',
    who: 'member',
    says: 'Lists who saw a case and what was done with it, the latest first.',
    input: noInput,
    query: trailQuerySchema,
    output: trailPageSchema,
    answer: async ({ query: { cursor } }, reference, digest) => {
      const key = keyOf(reference, digest);
      const found = key && (await findCase(ports, key.reference, key.digest));
      if (!found) return { problem: 'not-found' };
      const page = await caseTrailPage(ports, caseChain(found.case), { most: PAGE, cursor });
      return { ok: { ...page, events: [...page.events] } };
    },
  }),
  memberRoute({
    name: 'GET /api/desk/audit',
    who: 'licensed',
    says: 'Lists what members did and what was refused on a day in UTC, the latest first; of one member, when asked so.',
    input: noInput,
    query: auditQuerySchema,
    output: auditPageSchema,
    answer: async ({ query: { day = ports.now().toISOString().slice(0, 10), ...query } }) => {
      const page = await dayPage(ports, { ...query, day, most: PAGE });
      return { ok: { day, ...page, events: [...page.events] } };
    },
  }),
  memberRoute({
    name: 'GET /api/desk/audit/check',
    who: 'licensed',
    says: 'Computes every hash of a day anew (UTC), and holds the chains of members and cases against each other. What the log knows of them, only the command `npm run audit` can compare.',
    input: noInput,
    query: auditCheckQuerySchema,
    output: auditCheckSchema,
    answer: async ({ query: { day } }) => ({
      ok: await checkDay({ ...ports, keptDays: trailDays(ports.broker) }, day),
    }),
  }),
];
