import type { Member } from '#domain/broker/broker.ts';
import type { SignInLink } from '#domain/desk/kept.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import { signInLink } from '#letters/sign-in-link.ts';
import { hashOfToken } from '../links.ts';
import type { Mail } from '../ports.ts';
import { memberOf } from '../sign-in/member-item.ts';
import type { AsksDesk, PayAsksPorts } from './pay-asks.ts';
import type { Ask } from './ports.ts';

const MINUTE = 60 * 1000;

/** How long a mailed link to sign in works. The letter says so. */
export const SIGN_IN_LINK_MS = 15 * MINUTE;

/** An old link is known for so long, so that its reader is told that it is too old, and not that it is wrong. */
const REMEMBERED_MS = 24 * 60 * MINUTE;

/** A link to sign in, for a member of the configuration; to anybody else nothing, and nothing is said. */
export async function sendSignInLink(ports: PayAsksPorts, desk: AsksDesk, ask: Ask): Promise<string | undefined> {
  const { broker, siteUrl } = desk;
  const member = memberOf(broker, ask.mailbox);
  if (!member || broker.signIn.with !== 'passkey') return undefined;
  const token = ports.newToken();
  await ports.signInLinks.put(linkFor(member, token, ports.now()));
  // After the # nobody sees it but the page: no server, no log, no scanner that only fetches.
  const link = `${siteUrl}/desk/sign-in/#${token}`;
  const sending = await ports.mailer.send(mailTo(member, desk, ask, signInLink({ broker, member, link, siteUrl })));
  return 'failed' in sending ? sending.failed : undefined;
}

const linkFor = ({ email }: Member, token: string, now: Date): SignInLink => ({
  id: hashOfToken(token),
  rev: 1,
  keptUntil: new Date(now.getTime() + REMEMBERED_MS).toISOString(),
  email: mailboxKey(email),
  madeAt: now.toISOString(),
  expiresAt: new Date(now.getTime() + SIGN_IN_LINK_MS).toISOString(),
});

/** To the mailbox as the configuration writes it, not as somebody typed it. Each is a conversation of its own. */
const mailTo = (
  member: Member,
  { broker }: AsksDesk,
  { id, attempts }: Ask,
  written: Pick<Mail, 'subject' | 'text' | 'html'>,
): Mail => ({
  from: { name: broker.name, address: broker.mailFrom },
  to: member.email,
  replyTo: broker.teamMailboxes[0],
  conversation: `sign-in-${id.slice(0, 16)}-${attempts}`,
  kind: 'sign-in-link',
  subject: written.subject,
  text: written.text,
  html: written.html,
});
