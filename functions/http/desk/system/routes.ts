import { mailboxWorks } from '#casework/system/mailbox-works.ts';
import { readAlarms } from '#casework/system/read-alarms.ts';
import { readSystem } from '#casework/system/read-system.ts';
import { teamMailboxes } from '#casework/system/team-mailboxes.ts';
import { systemSchema } from '#domain/desk/system.ts';
import { alarmsSchema, mailboxCallSchema, mailboxCalledSchema } from '#domain/desk/system-calls.ts';
import type { DeskTrouble } from '../desk-answer.ts';
import type { DeskPorts } from '../desk-ports.ts';
import { memberRoute, noInput, noQuery } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';
import words from './text/system.en.json' with { type: 'json' };

export type SystemRoutePorts = Pick<DeskPorts, 'audit' | 'broker' | 'cases' | 'log' | 'now' | 'system'>;

/** How the desk itself is: what is owed, what could not go, what came back. */
export const systemRoutes = (ports: SystemRoutePorts): readonly DeskRoute[] => [
  memberRoute({
    name: 'GET /api/desk/system',
    who: 'member',
    says: 'Says how the desk itself is: letters owed and given up, records that are stuck, the team’s mailboxes, the last 24 hours and the test request.',
    input: noInput,
    query: noQuery,
    output: systemSchema,
    answer: async () => ({ ok: await readSystem(ports) }),
  }),
  memberRoute({
    name: 'GET /api/desk/system/alarms',
    who: 'member',
    says: 'Says what somebody has to look after now. Every page of the desk asks it every minute.',
    input: noInput,
    query: noQuery,
    output: alarmsSchema,
    answer: async () => ({ ok: await readAlarms(ports.broker, ports.system, ports.now) }),
  }),
  memberRoute({
    name: 'POST /api/desk/system/mailbox',
    who: 'licensed',
    says: 'Says that one of the team’s mailboxes works again: letters to the team go there once more, and those that came back are owed again. On record.',
    input: mailboxCallSchema,
    query: noQuery,
    output: mailboxCalledSchema,
    answer: async ({ member, input: { mailbox } }) => {
      const works = await mailboxWorks(ports, member, mailbox);
      if (works === 'unknown') return unknownMailbox;
      const mailboxes = await teamMailboxes({ mailboxes: ports.system.mailboxes, now: ports.now }, ports.broker);
      return { ok: { mailboxes, again: works.again } };
    },
  }),
];

const message = words['mailbox.unknown'];
const unknownMailbox: DeskTrouble = {
  problem: 'input',
  detail: message,
  more: { errors: [{ field: 'mailbox', code: 'unknown', message }] },
};
