import type { Member } from '#domain/broker/broker.ts';
import type { MemberItem } from '#domain/desk/kept.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import type { Clock } from '../ports.ts';
import type { TrailWriter } from '../audit/ports.ts';
import { record } from '../audit/record.ts';
import { CODE_MS, hashOfCode, newCode } from './codes.ts';
import { changeMember } from './member-item.ts';
import type { MemberStore } from './ports.ts';

export type MembersPorts = {
  readonly members: MemberStore;
  readonly audit: TrailWriter;
  readonly now: Clock;
};

/** A code to hand over: shown once, to who made it. */
export type HandedCode = { readonly code: string; readonly expiresAt: string };

/** A code by which one member can enrol a passkey, made by a licensed one; an older code of theirs is no good any more. */
export async function makeCode(ports: MembersPorts, by: Member, member: Member): Promise<HandedCode> {
  const handed = freshCode(ports);
  await changeMember(ports, member.email, (item) => ({ next: withCode(item, by, member, handed, ports.now()) }));
  await record(ports, by, 'code-made', { member: member.email });
  return handed;
}

/** After a lost passkey: all of the member's passkeys go, every session ends, and there is a fresh code. Nobody resets only themselves. */
export async function resetMember(
  ports: MembersPorts,
  by: Member,
  member: Member,
  reason: string,
): Promise<HandedCode | { readonly refused: 'not-oneself' }> {
  if (mailboxKey(by.email) === mailboxKey(member.email)) return { refused: 'not-oneself' };
  const handed = freshCode(ports);
  await changeMember(ports, member.email, (item) => ({
    // The time of the very write: a session that began while it was tried again ends, too.
    next: {
      ...withCode(item, by, member, handed, ports.now()),
      ...{ passkeys: [], sessionsFrom: ports.now().toISOString() },
    },
  }));
  await record(ports, by, 'passkeys-reset', { member: member.email, reason });
  return handed;
}

/** Takes one of the member's own passkeys away; the last one stays, since nobody could sign in without. */
export async function removePasskey(
  ports: MembersPorts,
  member: Member,
  id: string,
): Promise<{ readonly removed: true } | { readonly refused: 'passkey-unknown' | 'passkey-last' }> {
  const said = await changeMember(ports, member.email, (item): Removed => {
    const gone = item.passkeys.find((one) => one.id === id);
    if (!gone) return { refused: 'passkey-unknown' };
    if (item.passkeys.length === 1) return { refused: 'passkey-last' };
    return { next: { ...item, passkeys: item.passkeys.filter((one) => one !== gone) }, name: gone.name };
  });
  if (said.refused !== undefined) return { refused: said.refused };
  await record(ports, member, 'passkey-removed', { passkey: said.name ?? '' });
  return { removed: true };
}

type Removed = {
  readonly next?: MemberItem;
  readonly name?: string;
  readonly refused?: 'passkey-unknown' | 'passkey-last';
};

const freshCode = ({ now }: MembersPorts): HandedCode => ({
  code: newCode(),
  expiresAt: new Date(now().getTime() + CODE_MS).toISOString(),
});

function withCode(
  { lockedUntil: _, ...item }: MemberItem,
  by: Member,
  { email }: Member,
  { code, expiresAt }: HandedCode,
  now: Date,
): MemberItem {
  const made = { hash: hashOfCode(email, code), madeBy: by.email, madeAt: now.toISOString(), expiresAt };
  return { ...item, wrongCodes: 0, code: made };
}
