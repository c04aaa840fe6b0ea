import type { Broker } from '#domain/broker/broker.ts';
import type { Session } from '#domain/desk/kept.ts';
import { hashOfToken } from '../links.ts';
import type { Clock } from '../ports.ts';
import { isOut, memberItem, memberOf } from './member-item.ts';
import type { MemberStore, SessionStore } from './ports.ts';
import type { Gate } from './session.ts';

const MINUTE = 60 * 1000;

/** A desk that nobody touched for so long is left. */
export const IDLE_MS = 60 * MINUTE;

/** Noted at most so often: a session that is in use costs few writes. */
const NOTE_EVERY_MS = 5 * MINUTE;

export type GatePorts = { readonly sessions: SessionStore; readonly members: MemberStore; readonly now: Clock };

/** Asks for the session, the configuration and the member's own wish in every call: who is out is out at once. */
export const gateOf =
  (ports: GatePorts, broker: Pick<Broker, 'members'>): Gate =>
  async (secret) => {
    if (secret === undefined) return undefined;
    const found = await ports.sessions.read(hashOfToken(secret));
    if (!found || !isLive(found, ports.now())) return undefined;
    const member = memberOf(broker, found.email);
    if (!member) return undefined;
    if (isOut(found, await memberItem(ports, member.email))) return undefined;
    return { session: await noted(ports, found), member };
  };

function isLive({ endedAt, expiresAt, seenAt }: Session, now: Date): boolean {
  return endedAt === undefined && now.toISOString() < expiresAt && now.getTime() - Date.parse(seenAt) < IDLE_MS;
}

async function noted({ sessions, now }: GatePorts, session: Session): Promise<Session> {
  const at = now();
  if (at.getTime() - Date.parse(session.seenAt) < NOTE_EVERY_MS) return session;
  const seen = { ...session, rev: session.rev + 1, seenAt: at.toISOString() };
  // Refused when another call has just noted it, or ended it; the next call sees that.
  return (await sessions.save(seen, session.rev)) === 'saved' ? seen : session;
}
