import { mailboxKey } from '#domain/requests/mailboxes.ts';
import type { Session } from '#domain/desk/kept.ts';
import { hashOfToken } from '../links.ts';
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

/** Always with a new secret: one that was known before a step of signing in is worth nothing after it. */
export async function startSession(
  { sessions, now, newToken }: SessionPorts,
  email: string,
  stage: Session['stage'],
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
    startedAt: began.toISOString(),
    seenAt: began.toISOString(),
    expiresAt,
  };
  if ((await sessions.put(session)) === 'already-stored') throw new Error('a secret came twice');
  return { session, secret, seconds: SESSION_MS[stage] / 1000 };
}

/** Ends a session for good, whatever else is written to it at the same time. */
export async function endSession({ sessions, now }: Pick<SessionPorts, 'sessions' | 'now'>, id: string): Promise<void> {
  for (;;) {
    const session = await sessions.read(id);
    if (!session || session.endedAt !== undefined) return;
    const { challenge: _, ...rest } = session;
    const ended = { ...rest, rev: session.rev + 1, endedAt: now().toISOString() };
    if ((await sessions.save(ended, session.rev)) === 'saved') return;
  }
}

/** Ends every session of a member that began by now. */
export async function endAllSessions(
  ports: { readonly members: MemberStore; readonly now: Clock },
  email: string,
): Promise<void> {
  const sessionsFrom = ports.now().toISOString();
  await changeMember(ports, email, (item) => ({ next: { ...item, sessionsFrom } }));
}
