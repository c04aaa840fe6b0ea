import type { Broker, Member } from '#domain/broker/broker.ts';
import { hashOfToken } from '../links.ts';
import { memberItem, memberOf } from './member-item.ts';
import type { MemberStore, SignInLinkStore } from './ports.ts';
import { startSession } from './sessions.ts';
import type { SessionPorts, Started } from './sessions.ts';

export type LinkRefusal = 'link-altered' | 'link-unknown' | 'link-used' | 'link-expired';
export type NextStep = 'passkey' | 'enrol';

type Used = { readonly started: Started; readonly member: Member; readonly next: NextStep };

/**
 * Spends a mailed link, once. What is wrong with one may be told: nobody guesses 32 random bytes, so who holds a link
 * that was ours has read a member's mail.
 */
export async function useLink(
  ports: SessionPorts & { readonly signInLinks: SignInLinkStore; readonly members: MemberStore },
  broker: Broker,
  token: string,
): Promise<Used | { readonly refused: LinkRefusal }> {
  if (!/^[\w-]{43}$/.test(token)) return { refused: 'link-altered' };
  const link = await ports.signInLinks.read(hashOfToken(token));
  const member = link && memberOf(broker, link.email);
  if (!link || !member || broker.signIn.with !== 'passkey') return { refused: 'link-unknown' };
  if (link.usedAt !== undefined) return { refused: 'link-used' };
  const now = ports.now().toISOString();
  if (link.expiresAt <= now) return { refused: 'link-expired' };
  const spent = await ports.signInLinks.save({ ...link, rev: link.rev + 1, usedAt: now }, link.rev);
  if (spent === 'moved') return { refused: 'link-used' };
  const { passkeys } = await memberItem(ports, member.email);
  const started = await startSession(ports, member.email, 'half');
  return { started, member, next: passkeys.length > 0 ? 'passkey' : 'enrol' };
}
