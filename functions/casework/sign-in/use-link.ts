import type { Broker, Member } from '#domain/broker/broker.ts';
import { record, recordRefused } from '../audit/record.ts';
import type { RecordPorts } from '../audit/record.ts';
import { hashOfToken } from '../links.ts';
import { memberItem, memberOf } from './member-item.ts';
import type { MemberStore, SignInLinkStore } from './ports.ts';
import { startSession } from './sessions.ts';
import type { SessionPorts, Started } from './sessions.ts';

export type LinkRefusal = 'link-altered' | 'link-unknown' | 'link-used' | 'link-expired';
export type NextStep = 'passkey' | 'enrol';

type LinkPorts = SessionPorts & RecordPorts & { readonly signInLinks: SignInLinkStore; readonly members: MemberStore };

/** Whose link it was, where it was one of ours: for the record, not for who holds it. */
type Refused = { readonly refused: LinkRefusal; readonly member?: Member };

type Used = { readonly started: Started; readonly member: Member; readonly next: NextStep };

/**
 * Spends a mailed link, once. What is wrong with one may be told: nobody guesses 32 random bytes, so who holds a link
 * that was ours has read a member's mail.
 */
export async function useLink(
  ports: LinkPorts,
  broker: Broker,
  token: string,
): Promise<Used | { readonly refused: LinkRefusal }> {
  const used = await usedLink(ports, broker, token);
  if ('refused' in used) {
    await recordRefused(ports, used.member, { step: 'link', reason: used.refused });
    return { refused: used.refused };
  }
  await record(ports, used.member, 'link-used');
  return used;
}

async function usedLink(ports: LinkPorts, broker: Broker, token: string): Promise<Used | Refused> {
  if (!/^[\w-]{43}$/.test(token)) return { refused: 'link-altered' };
  const link = await ports.signInLinks.read(hashOfToken(token));
  const member = link && memberOf(broker, link.email);
  if (!link || !member || broker.signIn.with !== 'passkey') return { refused: 'link-unknown' };
  if (link.usedAt !== undefined) return { refused: 'link-used', member };
  const now = ports.now().toISOString();
  if (link.expiresAt <= now) return { refused: 'link-expired', member };
  const spent = await ports.signInLinks.save({ ...link, rev: link.rev + 1, usedAt: now }, link.rev);
  if (spent === 'moved') return { refused: 'link-used', member };
  const { passkeys } = await memberItem(ports, member.email);
  const started = await startSession(ports, member.email, 'half');
  return { started, member, next: passkeys.length > 0 ? 'passkey' : 'enrol' };
}
