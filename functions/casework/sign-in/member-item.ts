import type { Broker, Member } from '#domain/broker/broker.ts';
import type { MemberItem, Session } from '#domain/desk/kept.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import { StoreUnavailable } from '../ports.ts';
import type { MemberStore } from './ports.ts';

/** The member as the configuration names them today; nothing for anybody else. */
export const memberOf = ({ members }: Pick<Broker, 'members'>, email: string): Member | undefined =>
  members.find((member) => mailboxKey(member.email) === mailboxKey(email));

const blank = (id: string): MemberItem => ({ id, rev: 0, passkeys: [], spentCodes: [], wrongCodes: 0 });

/** What the desk knows of a member; of one who never came, nothing yet. */
export async function memberItem({ members }: { readonly members: MemberStore }, email: string): Promise<MemberItem> {
  const id = mailboxKey(email);
  return (await members.read(id)) ?? blank(id);
}

/** Whether the member, or who reset them, ended all sessions since this one began. */
export const isOut = ({ startedAt }: Pick<Session, 'startedAt'>, { sessionsFrom }: MemberItem): boolean =>
  sessionsFrom !== undefined && startedAt <= sessionsFrom;

const MOST_TRIES = 8;

/**
 * Changes what the desk knows of a member, on what it knows now: the change is asked anew when somebody else was quicker,
 * so what it says is true of the item that was written. Without a `next` nothing is written.
 */
export async function changeMember<Said extends { readonly next?: MemberItem }>(
  { members }: { readonly members: MemberStore },
  email: string,
  change: (item: MemberItem) => Said,
): Promise<Said> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const item = await memberItem({ members }, email);
    const said = change(item);
    if (!said.next) return said;
    const next = { ...said.next, rev: item.rev + 1 };
    const written = item.rev === 0 ? await members.put(next) : await members.save(next, item.rev);
    if (written === 'stored' || written === 'saved') return said;
  }
  throw new StoreUnavailable('a member is being changed by many at once');
}
