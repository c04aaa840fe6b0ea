import { memberItem, memberOf } from '#casework/sign-in/member-item.ts';
import { makeCode, resetMember } from '#casework/sign-in/members.ts';
import type { Member } from '#domain/broker/broker.ts';
import { handedCodeSchema, membersSchema, resetInputSchema } from '#domain/desk/members.ts';
import type { MemberRow } from '#domain/desk/members.ts';
import type { DeskPorts } from '../desk-ports.ts';
import { memberRoute, noInput, noQuery } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';
import { refused } from '../sign-in/refused.ts';

/** Looking after the team. */
export const memberRoutes = (ports: DeskPorts): readonly DeskRoute[] => [
  memberRoute({
    name: 'GET /api/desk/members',
    who: 'licensed',
    says: 'Lists the members of the configuration, with their passkeys counted and codes that wait.',
    input: noInput,
    query: noQuery,
    output: membersSchema,
    answer: async () => ({
      ok: { members: await Promise.all(ports.broker.members.map((member) => rowOf(ports, member))) },
    }),
  }),
  memberRoute({
    name: 'POST /api/desk/members/{email}/code',
    who: 'licensed',
    says: 'Makes a code by which one member can make a passkey. It is shown this once and works for 24 hours.',
    input: noInput,
    query: noQuery,
    output: handedCodeSchema,
    answer: async ({ member: by }, email) => {
      const member = memberOf(ports.broker, email);
      return member ? { ok: await makeCode(ports, by, member) } : { problem: 'not-found' };
    },
  }),
  memberRoute({
    name: 'POST /api/desk/members/{email}/reset',
    who: 'licensed',
    says: 'After a lost passkey: removes all passkeys of another member, ends every session, gives a fresh code. On record with the reason.',
    input: resetInputSchema,
    query: noQuery,
    output: handedCodeSchema,
    answer: async ({ member: by, input: { reason } }, email) => {
      const member = memberOf(ports.broker, email);
      if (!member) return { problem: 'not-found' };
      const done = await resetMember(ports, by, member, reason);
      return 'refused' in done ? refused(done.refused) : { ok: done };
    },
  }),
];

async function rowOf(ports: DeskPorts, member: Member): Promise<MemberRow> {
  const { passkeys, code, lockedUntil } = await memberItem(ports, member.email);
  const now = ports.now().toISOString();
  const usedAt = passkeys
    .flatMap((one) => one.usedAt ?? [])
    .sort()
    .at(-1);
  return {
    ...member,
    passkeys: passkeys.length,
    ...(usedAt !== undefined && { usedAt }),
    ...(code && code.expiresAt > now && { codeUntil: code.expiresAt }),
    ...(lockedUntil !== undefined && lockedUntil > now && { lockedUntil }),
  };
}
