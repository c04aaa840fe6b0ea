import type { Case, Letter, LetterKind } from './case.ts';
import type { LinkPurpose, MailedLink, Mailbox } from './letter-parts.ts';

const DAY = 24 * 3600 * 1000;

/**
 * How long a link opens what it is for. Confirming waits for people on holiday; a case's page shows more, and a new link is
 * one request away. A no is welcome for as long as somebody may find out.
 */
export const linkDays: Readonly<Record<LinkPurpose, number>> = { confirm: 30, case: 7, 'not-us': 90 };

/** A letter that was tried again may have arrived each time: so many of its links work. */
const MOST_OF_A_LETTER = 5;

/** Counted apart for each purpose: who asks for a case's page again and again must not push out the link that confirms a mailbox. */
const MOST_OF_A_PURPOSE = 20;

/** An expired link is known for so long, so that its reader is told that it is too old, and not that it is wrong. */
const REMEMBERED_DAYS = 30;

export type Carried = Pick<MailedLink, 'purpose' | 'mailbox'>;

const confirmsContact = { purpose: 'confirm', mailbox: 'contact' } as const;
const opensCase = { purpose: 'case', mailbox: 'contact' } as const;
const saysNo = { purpose: 'not-us', mailbox: 'earlier-contact' } as const;

/** What the link of a letter is for. The team's letters lead to the desk, which asks who is there: no token in them. */
const carried: Readonly<Record<LetterKind, Carried | undefined>> = {
  'team-request': undefined,
  'team-reply': undefined,
  'team-alert': undefined,
  'contact-received': confirmsContact,
  'mailbox-named': { purpose: 'confirm', mailbox: 'other-mailbox' },
  'answer-waiting': confirmsContact,
  'case-link': opensCase,
  question: opensCase,
  converted: opensCase,
  outcome: opensCase,
  declined: opensCase,
  closed: opensCase,
  // Its page is gone.
  erased: undefined,
  'earlier-contact': saysNo,
  'earlier-contact-filed': saysNo,
};

/** Which link a letter of this case carries; none in the team's, and none where we declined on suspicion: that letter only asks for a call. */
export function carriedLink(of: Case, { kind }: Pick<Letter, 'kind'>): Carried | undefined {
  const suspicious = kind === 'declined' && of.outcome?.values['reason'] === 'suspicion';
  return suspicious ? undefined : carried[kind];
}

/** A link of a letter as it is kept: the SHA-256 (hexadecimal) of its token, never the token. */
export const mailedLink = (
  { purpose, mailbox }: Carried,
  letter: Pick<Letter, 'id'>,
  hash: string,
  now: Date,
): MailedLink => ({
  hash,
  purpose,
  mailbox,
  letterId: letter.id,
  madeAt: now.toISOString(),
  expiresAt: new Date(now.getTime() + linkDays[purpose] * DAY).toISOString(),
});

/**
 * The case with one more link: the last five of a letter, the last twenty of a purpose, none that expired a month ago. A no
 * is never pushed out: whoever tells others again and again would take it from the one who says it. `rev` stays: the lease
 * raises it.
 */
export function withLink(of: Case, link: MailedLink): Case {
  const oldest = new Date(Date.parse(link.madeAt) - REMEMBERED_DAYS * DAY).toISOString();
  const remembered = [...of.links.filter(({ expiresAt }) => expiresAt > oldest), link];
  const recent = last(remembered, MOST_OF_A_LETTER, ({ letterId }) => letterId);
  const kept = new Set(last(recent, MOST_OF_A_PURPOSE, ({ purpose }) => purpose));
  return { ...of, links: recent.filter((one) => one.purpose === 'not-us' || kept.has(one)) };
}

/** The case without links for a mailbox, when another address takes its place: who reads the old one proves nothing of the new. */
export const withoutLinksTo = (of: Case, mailbox: Mailbox): Case => ({
  ...of,
  links: of.links.filter((link) => link.mailbox !== mailbox),
});

/** The last `most` of each kind, in their order. */
function last(links: readonly MailedLink[], most: number, kindOf: (link: MailedLink) => string): MailedLink[] {
  return links.filter(
    (link, at) => links.slice(at + 1).filter((later) => kindOf(later) === kindOf(link)).length < most,
  );
}

/**
 * The link that a token's hash (SHA-256, hexadecimal) names, for this purpose only: `expired` when its time is over,
 * undefined when the case never gave it or forgot it. A plain comparison will do: who guesses can choose a token, not its
 * hash, so the time that comparing takes tells nothing that brings a guess nearer to 32 random bytes.
 */
export function linkOf(
  of: Pick<Case, 'links'>,
  hash: string,
  purpose: LinkPurpose,
  now: Date,
): MailedLink | 'expired' | undefined {
  const link = of.links.find((one) => one.hash === hash && one.purpose === purpose);
  if (!link) return undefined;
  return link.expiresAt > now.toISOString() ? link : 'expired';
}
