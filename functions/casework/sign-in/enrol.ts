import type { Broker } from '#domain/broker/broker.ts';
import type { MemberItem, Passkey } from '#domain/desk/kept.ts';
import { record } from '../audit/record.ts';
import { spent, tryCode } from './codes.ts';
import type { CodeRefusal } from './codes.ts';
import { changeMember, isOut, memberItem } from './member-item.ts';
import { offered, signedIn, taken } from './passkey.ts';
import type { PasskeyPorts, PasskeyRefusal } from './passkey.ts';
import type { PasskeyAnswer, PasskeyTask } from './ports.ts';
import type { Caller } from './session.ts';
import type { Started } from './sessions.ts';

export type EnrolRefusal = CodeRefusal | PasskeyRefusal | 'passkey-known' | 'passkey-too-many';

type Refused = { readonly refused: EnrolRefusal };

/** More is no one's real need, and a bound for the member's item. */
export const MOST_PASSKEYS = 10;

type NewPasskey = { readonly answer: PasskeyAnswer; readonly name: string };

/** Options for a new passkey, for who knows the code that a licensed member handed over (or the first one of the configuration). */
export async function askToEnrol(
  ports: PasskeyPorts,
  broker: Broker,
  caller: Caller,
  code: string,
): Promise<Pick<PasskeyTask, 'options'> | Refused> {
  const { refused } = await triedCode(ports, broker, caller, code);
  return refused === undefined ? askToAdd(ports, caller) : { refused };
}

async function triedCode(ports: PasskeyPorts, { signIn }: Broker, { member }: Caller, code: string) {
  const tried = await changeMember(ports, member.email, (item) => tryCode(item, member, signIn, code, ports.now()));
  if (tried.refused === 'code-locked' && tried.next) await record(ports, member, 'codes-locked');
  return tried;
}

/** The first passkey of a member, or one more by a code: kept in the very write that uses the code up. */
export async function enrol(
  ports: PasskeyPorts,
  broker: Broker,
  caller: Caller,
  code: string,
  given: NewPasskey,
): Promise<Started | Refused> {
  const { member } = caller;
  const { refused } = await triedCode(ports, broker, caller, code);
  if (refused !== undefined) return { refused };
  const made = await madePasskey(ports, caller, given);
  if ('refused' in made) return made;
  const done = await changeMember(ports, member.email, (item) => {
    const tried = tryCode(item, member, broker.signIn, code, ports.now());
    if (tried.refused !== undefined) return tried;
    return withPasskey(spent(item, member.email, code), made);
  });
  if (done.refused !== undefined) return { refused: done.refused };
  await record(ports, member, 'passkey-added', { passkey: made.name, by: 'code' });
  return signedIn(ports, caller, { with: 'passkey' });
}

/** Options for one more passkey of somebody who is signed in. */
export async function askToAdd(
  ports: PasskeyPorts,
  { session, member }: Caller,
): Promise<Pick<PasskeyTask, 'options'> | Refused> {
  const { passkeys } = await memberItem(ports, member.email);
  if (passkeys.length >= MOST_PASSKEYS) return { refused: 'passkey-too-many' };
  return offered(ports, session, await ports.passkeys.toMake(member, passkeys));
}

export async function addPasskey(
  ports: PasskeyPorts,
  caller: Caller,
  given: NewPasskey,
): Promise<{ readonly added: Passkey } | Refused> {
  const made = await madePasskey(ports, caller, given);
  if ('refused' in made) return made;
  const { refused } = await changeMember(ports, caller.member.email, (item) =>
    // Reset in this very moment: a passkey that is made in an ended session must not outlive it.
    isOut(caller.session, item) ? ({ refused: 'passkey-not-accepted' } as const) : withPasskey(item, made),
  );
  if (refused !== undefined) return { refused };
  await record(ports, caller.member, 'passkey-added', { passkey: made.name, by: 'session' });
  return { added: made };
}

async function madePasskey(ports: PasskeyPorts, { session }: Caller, given: NewPasskey): Promise<Passkey | Refused> {
  const challenge = await taken(ports, session);
  if (challenge === undefined) return { refused: 'passkey-again' };
  const made = await ports.passkeys.made(given.answer, challenge);
  return made ? { ...made, name: given.name, madeAt: ports.now().toISOString() } : { refused: 'passkey-not-accepted' };
}

function withPasskey(
  item: MemberItem,
  made: Passkey,
): { readonly next?: MemberItem; readonly refused?: 'passkey-known' | 'passkey-too-many' | 'passkey-not-accepted' } {
  if (item.passkeys.some(({ id }) => id === made.id)) return { refused: 'passkey-known' };
  if (item.passkeys.length >= MOST_PASSKEYS) return { refused: 'passkey-too-many' };
  return { next: { ...item, passkeys: [...item.passkeys, made] } };
}
