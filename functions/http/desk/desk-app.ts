import { recordRefused } from '#casework/audit/record.ts';
import type { RecordPorts } from '#casework/audit/record.ts';
import type { Caller, Gate } from '#casework/sign-in/session.ts';
import { doorApp } from '../edge.ts';
import type { Edge } from '../edge.ts';
import type { App, Asked } from '../exchange.ts';
import { isReading, senderOf } from '../same-origin.ts';
import { cookieOf } from './cookie.ts';
import { deskAnswer } from './desk-answer.ts';
import type { DeskTrouble } from './desk-answer.ts';
import type { DeskRoute, Who } from './desk-route.ts';

export type DeskEdge = Edge & RecordPorts & { readonly gate: Gate; readonly siteUrl: string };

/**
 * The desk's frame: before a route is asked, who calls and from where. One place, so that no route can forget it; a test
 * tries every route as every caller.
 */
export const deskApp = (edge: DeskEdge, routes: readonly DeskRoute[]): App =>
  doorApp(
    edge,
    routes.map(({ name, who, handle }) => ({
      name,
      answer: async (asked: Asked, ...parts: string[]) => {
        if (!isOurs(asked, edge.siteUrl)) return deskAnswer({ problem: 'foreign-origin' });
        const caller = await edge.gate(cookieOf(asked));
        const trouble = refusal(who, caller);
        if (!trouble) return handle(asked, caller, parts);
        if (trouble.problem === 'licensed-only')
          await recordRefused(edge, caller?.member, { step: name, reason: trouble.problem });
        return deskAnswer(trouble);
      },
    })),
  );

/** A change must come from the desk's own pages. */
const isOurs = (asked: Asked, siteUrl: string): boolean => isReading(asked) || senderOf(asked, siteUrl) === 'ours';

function refusal(who: Who, caller: Caller | undefined): DeskTrouble | undefined {
  switch (who) {
    case 'anyone':
      return undefined;
    case 'half':
      return caller ? undefined : { problem: 'sign-in' };
    case 'member':
      return signedIn(caller);
    case 'licensed':
      return signedIn(caller) ?? (caller?.member.role === 'licensed' ? undefined : { problem: 'licensed-only' });
  }
}

function signedIn(caller: Caller | undefined): DeskTrouble | undefined {
  if (!caller) return { problem: 'sign-in' };
  return caller.session.stage === 'full' ? undefined : { problem: 'second-factor' };
}
