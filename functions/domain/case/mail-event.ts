import type { Case } from './case.ts';
import type { Bounce, MailEvent } from './delivery.ts';
import type { Letter, LetterKind, Told } from './letter-parts.ts';
import { letterTaken } from './letters.ts';
import { owing } from './owe.ts';
import type { Owed } from './owe.ts';

/**
 * Nobody reads there, for as long as we know: no more letters go to a stranger's mailbox. A full mailbox may be emptied, and
 * a bounce that nobody understands is taken for this one letter alone.
 */
export const isForGood = ({ type }: Bounce): boolean => type === 'permanent';

/**
 * A machine that answers for somebody absent is told to us as a passing bounce of no special kind (SES: Transient, General;
 * read 2026-11). It is no failure.
 */
export const isAutoReply = ({ type, sub }: Bounce): boolean => type === 'transient' && sub === 'General';

const times: Readonly<Record<Exclude<MailEvent['kind'], 'bounced'>, keyof Told>> = {
  taken: 'takenAt',
  delivered: 'deliveredAt',
  delayed: 'delayedAt',
  complained: 'complainedAt',
  rejected: 'rejectedAt',
};

const withTime = (letter: Letter, name: keyof Told, at: string): Letter => {
  const known = letter.told?.[name];
  return known !== undefined && known <= at ? letter : { ...letter, told: { ...letter.told, [name]: at } };
};

function withBounce(letter: Letter, bounce: Bounce, at: string): Letter {
  if (isAutoReply(bounce)) return withTime(letter, 'answeredAt', at);
  if (letter.bouncedAt !== undefined && letter.bouncedAt <= at) return letter;
  return { ...letter, bouncedAt: at, bounce: { type: bounce.type, sub: bounce.sub } };
}

/** Whatever is told of a mail, it was taken: the answer to us may have been lost. */
const taken = (letter: Letter, { messageId, at }: MailEvent): Letter =>
  letter.mails?.includes(messageId) && letter.state === 'sent' ? letter : letterTaken(letter, messageId, at);

const withEvent = (letter: Letter, event: MailEvent): Letter =>
  event.kind === 'bounced'
    ? withBounce(letter, event.bounce ?? { type: 'undetermined', sub: '' }, event.at)
    : withTime(letter, times[event.kind], event.at);

/** What one event newly says of a letter; nothing when it said so before. */
export type News = { readonly next: Case; readonly before: Letter; readonly after: Letter };

/**
 * The case with what the mail service told of one of its letters; nothing when it knew, or has no such letter. Told in any
 * order, twice or late, it ends the same. A team letter that came back is owed once more while `another` of the team's
 * mailboxes is well, and it did not go round before; the team hears of a letter that came back from whom its own work was for.
 */
export function withMailEvent(of: Case, event: MailEvent, another: boolean): News | undefined {
  const before = of.letters.find(({ id }) => id === event.letter?.id);
  if (!before) return undefined;
  const after = withEvent(taken(before, event), event);
  if (after === before) return undefined;
  const told: Case = { ...of, letters: of.letters.map((letter) => (letter === before ? after : letter)) };
  const next = raised(told, event.at, { before, after, another });
  return { next: { ...next, rev: of.rev + 1 }, before, after };
}

type Change = { readonly before: Letter; readonly after: Letter; readonly another: boolean };

/** A bounce or a complaint is on record, and wakes whom it must wake: once, whoever tells it again. */
function raised(of: Case, at: string, { before, after, another }: Change): Case {
  if (before.bouncedAt === undefined && after.bouncedAt !== undefined) return cameBack(of, after, at, another);
  const complained = before.told?.complainedAt === undefined && after.told?.complainedAt !== undefined;
  return complained ? recorded(of, 'letter-complained', after, at) : of;
}

function cameBack(of: Case, letter: Letter, at: string, another: boolean): Case {
  const noted = recorded(of, 'letter-came-back', letter, at);
  const owed = owedAfter(letter, another && timesBack(of, letter) <= MOST_TIMES_BACK);
  return owed ? owing(noted, at, owed) : noted;
}

/** What a letter to the team is about that tells of another one, with that one's id. */
export const CAME_BACK = 'came-back:';

/** Letters that somebody's work made due: who works there believes that their reader knows. The first letters only say that a request came. */
const ofWork: readonly LetterKind[] = [
  'question',
  'answer-waiting',
  'outcome',
  'declined',
  'closed',
  'converted',
  'earlier-contact',
  'earlier-contact-filed',
];

/** A mailbox that takes other letters is well, and may refuse this one each time: it would go round without an end. */
const MOST_TIMES_BACK = 3;

const timesBack = ({ letters }: Case, { kind, to, about }: Letter): number =>
  letters.filter((one) => one.kind === kind && one.to === to && one.about === about && one.bouncedAt !== undefined)
    .length;

function owedAfter({ kind, to, about, id }: Letter, another: boolean): Owed | undefined {
  if (to === 'team') return another ? { kind, to, ...(about !== undefined && { about }) } : undefined;
  return ofWork.includes(kind) ? { kind: 'team-alert', to: 'team', about: `${CAME_BACK}${id}` } : undefined;
}

/** Of a passing bounce its kind tells more. */
const whyOf = ({ type, sub }: Bounce): string => (type === 'transient' ? sub : type);

const recorded = (of: Case, what: string, { kind, to, bounce }: Letter, at: string): Case => ({
  ...of,
  timeline: [
    ...of.timeline,
    { at, who: 'desk', what, about: { letter: kind, mailbox: to, ...(bounce && { why: whyOf(bounce) }) } },
  ],
});
