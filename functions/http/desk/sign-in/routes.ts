import { askForLink } from '#casework/asks/ask-for-link.ts';
import { record } from '#casework/audit/record.ts';
import { endAllSessions, endSession } from '#casework/sign-in/sessions.ts';
import { useLink } from '#casework/sign-in/use-link.ts';
import {
  askInputSchema,
  askedSchema,
  doneSchema,
  linkInputSchema,
  linkUsedSchema,
  meSchema,
} from '#domain/desk/session.ts';
import { cookieWith, noCookie } from '../cookie.ts';
import type { DeskPorts } from '../desk-ports.ts';
import { doorstepRoute, memberRoute, noInput, noQuery } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';
import { me } from './me.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import { refused } from './refused.ts';

/** Coming in and going out. */
export const signInRoutes = (ports: DeskPorts): readonly DeskRoute[] => [
  doorstepRoute({
    name: 'POST /api/desk/sign-in/ask',
    who: 'anyone',
    says: 'Asks for a link by mail. The answer is the same whoever asks.',
    input: askInputSchema,
    query: noQuery,
    output: askedSchema,
    answer: async ({ input: { email } }) => {
      await askForLink(ports, { purpose: 'sign-in', mailbox: email });
      return { ok: { asked: true } };
    },
  }),
  doorstepRoute({
    name: 'POST /api/desk/sign-in/link',
    who: 'anyone',
    says: 'Uses a mailed link, once, and says the next step.',
    input: linkInputSchema,
    query: noQuery,
    output: linkUsedSchema,
    answer: async ({ input: { token } }) => {
      const used = await useLink(ports, ports.broker, token);
      if ('refused' in used) return refused(used.refused);
      const { started, member, next } = used;
      return { ok: { member, next }, cookies: [cookieWith(started.secret, started.seconds)] };
    },
  }),
  ...passkeyRoutes(ports),
  ...providerRoutes(ports),
  doorstepRoute({
    name: 'GET /api/desk/me',
    who: 'half',
    says: 'Says who is signed in and how far, and what every page needs to know of the desk.',
    input: noInput,
    query: noQuery,
    output: meSchema,
    answer: async ({ caller }) => (caller ? { ok: await me(ports, caller) } : { problem: 'sign-in' }),
  }),
  doorstepRoute({
    name: 'POST /api/desk/sign-out',
    who: 'anyone',
    says: 'Ends this session, if there is one.',
    input: noInput,
    query: noQuery,
    output: doneSchema,
    answer: async ({ caller }) => {
      if (caller) await endSession(ports, caller.session.id);
      if (caller?.session.stage === 'full') await record(ports, caller.member, 'signed-out');
      return { ok: { done: true }, cookies: [noCookie] };
    },
  }),
  memberRoute({
    name: 'POST /api/desk/sign-out-everywhere',
    who: 'member',
    says: 'Ends every session of yours, on every device.',
    input: noInput,
    query: noQuery,
    output: doneSchema,
    answer: async ({ member }) => {
      await endAllSessions(ports, member.email);
      await record(ports, member, 'signed-out-everywhere');
      return { ok: { done: true }, cookies: [noCookie] };
    },
  }),
];
