import type { MemberItem, Passkey, Session } from '#domain/desk/kept.ts';
import type { TrailWriter } from '../audit/ports.ts';
import { record } from '../audit/record.ts';
import { changeMember, memberItem } from './member-item.ts';
import type { MemberStore, PasskeyAnswer, PasskeyTask, Passkeys, SessionStore } from './ports.ts';
import type { Caller } from './session.ts';
import { changeSession, endSession, startSession } from './sessions.ts';
import type { SessionPorts, Started } from './sessions.ts';

export type PasskeyPorts = SessionPorts & {
  readonly members: MemberStore;
  readonly audit: TrailWriter;
  readonly passkeys: Passkeys;
};

/** `none`: there is no passkey to sign with. `again`: the challenge was used, or is not the last one. `not-accepted`: it does not hold. */
export type PasskeyRefusal = 'passkey-none' | 'passkey-again' | 'passkey-not-accepted';

type Refused<Code> = { readonly refused: Code };

/** What the browser must sign to go on with one of the member's passkeys. */
export async function askForPasskey(
  ports: PasskeyPorts,
  { session, member }: Caller,
): Promise<Pick<PasskeyTask, 'options'> | Refused<PasskeyRefusal>> {
  const { passkeys } = await memberItem(ports, member.email);
  if (passkeys.length === 0) return { refused: 'passkey-none' };
  return offered(ports, session, await ports.passkeys.toSign(passkeys));
}

/** Keeps the challenge on the session, in place of an older one: only the last one that was asked for is good. */
export async function offered(
  ports: { readonly sessions: SessionStore },
  { id }: Session,
  { options, challenge }: PasskeyTask,
): Promise<Pick<PasskeyTask, 'options'> | Refused<'passkey-again'>> {
  const kept = await changeSession(ports, id, (now) => ({ ...now, challenge }));
  return kept ? { options } : { refused: 'passkey-again' };
}

/** Takes the challenge off the session before it is looked at: an answer is tried once, also of two at the same time. */
export async function taken(
  ports: { readonly sessions: SessionStore },
  { id, challenge }: Session,
): Promise<string | undefined> {
  if (challenge === undefined) return undefined;
  const done = await changeSession(ports, id, ({ challenge: now, ...rest }) => (now === challenge ? rest : undefined));
  return done ? challenge : undefined;
}

/** The second factor: a full session with a new secret, and the half one ended. */
export async function usePasskey(
  ports: PasskeyPorts,
  caller: Caller,
  answer: PasskeyAnswer,
): Promise<Started | Refused<PasskeyRefusal>> {
  const { member } = caller;
  const challenge = await taken(ports, caller.session);
  if (challenge === undefined) return { refused: 'passkey-again' };
  const { passkeys } = await memberItem(ports, member.email);
  const used = await ports.passkeys.signed(answer, challenge, passkeys);
  if (!used) return { refused: 'passkey-not-accepted' };
  const at = ports.now().toISOString();
  const { next } = await changeMember(ports, member.email, (item) => withUse(item, { ...used, usedAt: at }));
  // Removed or reset in this very moment.
  if (!next) return { refused: 'passkey-not-accepted' };
  return signedIn(ports, caller, { with: 'passkey' });
}

function withUse(item: MemberItem, used: Passkey): { readonly next?: MemberItem } {
  if (!item.passkeys.some(({ id }) => id === used.id)) return {};
  return { next: { ...item, passkeys: item.passkeys.map((one) => (one.id === used.id ? used : one)) } };
}

export async function signedIn(
  ports: PasskeyPorts,
  { session, member }: Caller,
  about: Readonly<Record<string, string>>,
): Promise<Started> {
  const started = await startSession(ports, member.email, 'full', session.startedAt);
  await endSession(ports, session.id);
  await record(ports, member, 'signed-in', about);
  return started;
}
