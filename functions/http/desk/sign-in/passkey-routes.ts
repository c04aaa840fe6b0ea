import { askToAdd, addPasskey, askToEnrol, enrol } from '#casework/sign-in/enrol.ts';
import { removePasskey } from '#casework/sign-in/members.ts';
import { recordRefused } from '#casework/audit/record.ts';
import { askForPasskey, usePasskey } from '#casework/sign-in/passkey.ts';
import type { Caller } from '#casework/sign-in/session.ts';
import type { Started } from '#casework/sign-in/sessions.ts';
import type { Passkey } from '#domain/desk/kept.ts';
import {
  addPasskeyInputSchema,
  codeInputSchema,
  doneSchema,
  enrolInputSchema,
  passkeyInputSchema,
  passkeyTaskSchema,
  shownPasskeySchema,
  signedInSchema,
} from '#domain/desk/session.ts';
import type { ShownPasskey } from '#domain/desk/session.ts';
import { cookieWith } from '../cookie.ts';
import type { DeskAnswer, DeskTrouble } from '../desk-answer.ts';
import type { DeskPorts } from '../desk-ports.ts';
import { doorstepRoute, memberRoute, noInput, noQuery } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';
import { refused } from './refused.ts';
import type { SignInRefusal } from './refused.ts';

const PASSKEY_NAME = 'Passkey';

/** The second factor: using a passkey, making the first one, and looking after one's own. */
export const passkeyRoutes = (ports: DeskPorts): readonly DeskRoute[] => [
  doorstepRoute({
    name: 'POST /api/desk/sign-in/passkey/options',
    who: 'half',
    says: 'Gives the browser what it must sign with one of your passkeys.',
    input: noInput,
    query: noQuery,
    output: passkeyTaskSchema,
    answer: async ({ caller }) => said(await askForPasskey(ports, known(caller))),
  }),
  doorstepRoute({
    name: 'POST /api/desk/sign-in/passkey',
    who: 'half',
    says: 'Takes what your passkey signed, and signs you in with a new cookie.',
    input: passkeyInputSchema,
    query: noQuery,
    output: signedInSchema,
    answer: async ({ caller, input }) => inside(ports, caller, await usePasskey(ports, known(caller), input.response)),
  }),
  doorstepRoute({
    name: 'POST /api/desk/sign-in/enrol/options',
    who: 'half',
    says: 'Gives the browser what it needs to make a passkey, for the code that a licensed member handed you.',
    input: codeInputSchema,
    query: noQuery,
    output: passkeyTaskSchema,
    answer: async ({ caller, input }) => {
      const task = await askToEnrol(ports, ports.broker, known(caller), input.code);
      return 'refused' in task ? notIn(ports, caller, task.refused) : { ok: task };
    },
  }),
  doorstepRoute({
    name: 'POST /api/desk/sign-in/enrol',
    who: 'half',
    says: 'Keeps the passkey that was made, uses the code up, and signs you in.',
    input: enrolInputSchema,
    query: noQuery,
    output: signedInSchema,
    answer: async ({ caller, input: { code, response, name = PASSKEY_NAME } }) =>
      inside(ports, caller, await enrol(ports, ports.broker, known(caller), code, { answer: response, name })),
  }),
  memberRoute({
    name: 'POST /api/desk/passkeys/options',
    who: 'member',
    says: 'Gives the browser what it needs to make one more passkey.',
    input: noInput,
    query: noQuery,
    output: passkeyTaskSchema,
    answer: async (caller) => said(await askToAdd(ports, caller)),
  }),
  memberRoute({
    name: 'POST /api/desk/passkeys',
    who: 'member',
    says: 'Keeps one more passkey of yours.',
    input: addPasskeyInputSchema,
    query: noQuery,
    output: shownPasskeySchema,
    answer: async ({ input: { response, name = PASSKEY_NAME }, ...caller }) => {
      const done = await addPasskey(ports, caller, { answer: response, name });
      return 'refused' in done ? refused(done.refused) : { ok: shownPasskey(done.added) };
    },
  }),
  memberRoute({
    name: 'POST /api/desk/passkeys/{id}/remove',
    who: 'member',
    says: 'Removes one of your own passkeys, as long as another one is left.',
    input: noInput,
    query: noQuery,
    output: doneSchema,
    answer: async ({ member }, id) => {
      const done = await removePasskey(ports, member, id);
      return 'refused' in done ? refused(done.refused) : { ok: { done: true } };
    },
  }),
];

export const shownPasskey = ({ id, name, madeAt, usedAt, backedUp }: Passkey): ShownPasskey => ({
  id,
  name,
  madeAt,
  ...(usedAt !== undefined && { usedAt }),
  backedUp,
});

/** The door has looked before: who calls these has a session. */
function known(caller: Caller | undefined): Caller {
  if (!caller) throw new Error('a route of the half signed-in was reached by a stranger');
  return caller;
}

function said<Said extends object>(done: Said | { readonly refused: SignInRefusal }): DeskAnswer<Said> {
  return 'refused' in done ? refused(done.refused) : { ok: done };
}

async function inside(
  ports: DeskPorts,
  caller: Caller | undefined,
  started: Started | { readonly refused: SignInRefusal },
): Promise<DeskAnswer<{ member: Caller['member'] }>> {
  if ('refused' in started) return notIn(ports, caller, started.refused);
  return { ok: { member: known(caller).member }, cookies: [cookieWith(started.secret, started.seconds)] };
}

/** A second factor that did not hold: somebody reads this member's mail, and is perhaps not they. */
async function notIn(ports: DeskPorts, caller: Caller | undefined, reason: SignInRefusal): Promise<DeskTrouble> {
  await recordRefused(ports, known(caller).member, { step: 'second-factor', reason });
  return refused(reason);
}
