import { mailboxKey } from '#domain/requests/mailboxes.ts';
import type { Session } from '#domain/desk/kept.ts';
import { hashOfToken } from '../links.ts';
import { StoreUnavailable } from '../ports.ts';
import type { Clock } from '../ports.ts';
import { changeMember } from './member-item.ts';
import type { MemberStore, SessionStore } from './ports.ts';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

/** How long a session lasts, whatever happens. */
export const SESSION_MS = { half: 15 * MINUTE, full: 12 * HOUR } as const;

export type SessionPorts = { readonly sessions: SessionStore; readonly now: Clock; readonly newToken: () => string };

/** A session that began: the secret is for the browser's cookie, for so many seconds, and is kept nowhere here. */
export type Started = { readonly session: Session; readonly secret: string; readonly seconds: number };

/**
 * Always with a new secret: one that was known before a step of signing in is worth nothing after it. `since` is when
 * the sign-in began whose next step this is: what ended all sessions meanwhile ends this one, too.
 */
export async function startSession(
  { sessions, now, newToken }: SessionPorts,
  email: string,
  stage: Session['stage'],
  since?: string,
): Promise<Started> {
  const secret = newToken();
  const began = now();
  const expiresAt = new Date(began.getTime() + SESSION_MS[stage]).toISOString();
  const session: Session = {
    id: hashOfToken(secret),
    rev: 1,
    keptUntil: expiresAt,
    email: mailboxKey(email),
    stage,
    startedAt: since ?? began.toISOString(),
    seenAt: began.toISOString(),
    expiresAt,
  };
  if ((await sessions.put(session)) === 'already-stored') throw new Error('a secret came twice');
  return { session, secret, seconds: SESSION_MS[stage] / 1000 };
}

/** Ends a session for good, whatever else is written to it at the same time. */
export async function endSession({ sessions, now }: Pick<SessionPorts, 'sessions' | 'now'>, id: string): Promise<void> {
  await changeSession({ sessions }, id, ({ challenge: _, ...session }) => ({
    ...session,
    endedAt: now().toISOString(),
  }));
}

/** More refusals than this on one session are no coincidence. */
const MOST_TRIES = 20;

/** Changes a session as it is now, unless it ended or the change does not want to; whether it was changed. */
export async function changeSession(
  { sessions }: Pick<SessionPorts, 'sessions'>,
  id: string,
  change: (session: Session) => Session | undefined,
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const session = await sessions.read(id);
    const next = session && session.endedAt === undefined ? change(session) : undefined;
    if (!session || !next) return false;
    if ((await sessions.save({ ...next, rev: session.rev + 1 }, session.rev)) === 'saved') return true;
  }
  throw new StoreUnavailable('a session is being changed by many at once');
}

/** Ends every session of a member that began by now. */
export async function endAllSessions(
  ports: { readonly members: MemberStore; readonly now: Clock },
  email: string,
): Promise<void> {
  await changeMember(ports, email, (item) => ({ next: { ...item, sessionsFrom: ports.now().toISOString() } }));
}
