import { broker } from '../../broker.config.ts';
import { newToken, hashOfToken } from '#casework/links.ts';
import type { Case } from '#domain/case/case.ts';
import { mailedLink, withLink } from '#domain/case/links.ts';
import { confirmMailbox } from '#domain/case/moves/importer-moves.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import type { Move } from '#domain/case/moves/move.ts';
import type { LinkPurpose, Mailbox } from '#domain/case/letter-parts.ts';
import { samples as emailUpdates } from '#domain/requests/email-update/samples.ts';
import { aMonday, opened, unsuspicious } from '#test/fakes/requests.ts';

/** Cases in the states that the holder of a mailed link can meet, made by the moves themselves. */
const [ada] = broker.members;
if (!ada) throw new Error('a broker has members');

/** A moment after the cases of these tests were opened. */
export const later = (minutes: number): Date => new Date(aMonday.getTime() + minutes * 60_000);

export const moved = (of: Case, ...moves: readonly Move[]): Case =>
  moves.reduce((before, move, nth) => {
    const step = makeMove(before, move, { by: ada, now: later(nth + 1), broker });
    if ('refused' in step) throw new Error(`${move.move}: ${JSON.stringify(step.refused)}`);
    return step.moved;
  }, of);

export const confirmed = (of: Case, ...mailboxes: readonly Mailbox[]): Case =>
  mailboxes.reduce((before, mailbox) => confirmMailbox(before, mailbox, { now: aMonday, broker }) ?? before, of);

const passed = { result: 'passed', person: 'Rosa Alvarez', source: 'client file' } as const;
const kinds = ['call-back', 'power-of-attorney', 'certifier', 'receiver', 'second-person'] as const;
const checks: readonly Move[] = kinds.map((kind) => ({
  move: 'check',
  kind,
  ...passed,
  on: '2026-11-10',
  note: 'By phone.',
}));

/** Cleared to file, so that everything may be told. */
export const clearedCase = (of: Case): Case =>
  moved(unsuspicious(confirmed(of, 'contact', 'other-mailbox')), ...checks, { move: 'clear' });

/** A case with a link to it, as a letter would carry it: the last part of its address. */
export function withMailedLink(
  of: Case,
  purpose: LinkPurpose,
  mailbox: Mailbox = 'contact',
  madeAt = aMonday,
): { readonly case: Case; readonly part: string } {
  const token = newToken();
  const link = mailedLink({ purpose, mailbox }, { id: `${purpose}-test` }, hashOfToken(token), madeAt);
  return { case: withLink(of, link), part: `${of.reference}.${token}` };
}

export const name = 'ACME IMPORTS,  LLC';
export const longName = 'ACME INTERNATIONAL IMPORTS & EXPORTS OF MIAMI, LIMITED LIABILITY COMPANY';

const nameQuery = (): Case => opened('name-query');
const emailUpdate = (): Case => opened('email-update');
const ask = (text: string): Move => ({ move: 'ask', text });
const answer = (outcome: string, values: Record<string, string> = {}, words?: string): Move => ({
  ...{ move: 'answer', outcome, values },
  ...(words !== undefined && { words }),
});

/** Every state of a case, by name. */
/** The letter with the question did not arrive. */
const cameBack = (of: Case): Case => ({
  ...of,
  letters: of.letters.map((one) =>
    one.kind === 'question' ? { ...one, state: 'sent', bouncedAt: later(9).toISOString() } : one,
  ),
});

export const states = {
  new: nameQuery,
  open: () => moved(confirmed(nameQuery(), 'contact'), { move: 'take' }),
  asked: () =>
    moved(
      confirmed(nameQuery(), 'contact'),
      ask('Which company name did you type into CBP’s form?\nPlease copy it exactly.'),
      ask('Who signed the power of attorney?'),
    ),
  'name told': () =>
    moved(
      clearedCase(nameQuery()),
      answer(
        'name-on-file',
        { legalName: longName, abbreviatedName: name, secondQualifier: 'DBA', secondName: 'BEST TOYS' },
        'Your old name was with a comma. CBP kept that.',
      ),
    ),
  'name waits': () => {
    const { confirmed: _, ...rest } = moved(
      clearedCase(nameQuery()),
      answer('name-on-file', { abbreviatedName: name }),
    );
    return { ...rest, confirmed: {} };
  },
  'nothing on file': () => moved(clearedCase(nameQuery()), answer('nothing-on-file')),
  accepted: () => moved(clearedCase(emailUpdate()), answer('accepted', { acceptedAt: '2026-11-16T14:30:00Z' })),
  'refused by cbp': () =>
    moved(clearedCase(emailUpdate()), answer('refused-by-cbp', { reason: 'See https://evil.example for why.' })),
  'numbers told': () =>
    moved(
      clearedCase(opened('name-query', { importerNumber2: '252704-12345' })),
      answer('names-on-file', { result1: 'on-file', abbreviatedName1: name, result2: 'voided' }),
    ),
  guidance: () =>
    moved(
      confirmed(opened('account-error'), 'contact'),
      answer('guidance-sent', { guidance: 'Sign in first.\nSee https://evil.example for why.' }),
    ),
  escalated: () =>
    moved(clearedCase(opened('refund-returned')), answer('escalated', { escalatedAt: '2026-11-16T14:30:00Z' })),
  prepared: () =>
    moved(
      clearedCase(opened('notify-party')),
      answer('prepared', { receiver: 'Harbor & Pine', way: 'tab', preparedAt: '2026-11-16T14:30:00Z' }),
    ),
  'turned to a query': () => moved(confirmed(opened('account-error'), 'contact'), answer('needs-name-query')),
  'needs power': () => moved(confirmed(nameQuery(), 'contact'), answer('needs-power-of-attorney')),
  'held back': () =>
    moved(confirmed(nameQuery(), 'contact'), {
      ...{ move: 'answer', outcome: 'name-on-file', values: { abbreviatedName: 'SECRET NAME INC' } },
      override: 'The importer calls every hour.',
    }),
  turned: () => moved(clearedCase(nameQuery()), answer('already-matches')),
  converted: () => moved(nameQuery(), { move: 'convert', to: 'email-update' }),
  suspicion: () => moved(nameQuery(), { move: 'decline', reason: 'suspicion', words: 'looks like a takeover' }),
  declined: () => moved(nameQuery(), { move: 'decline', reason: 'not-a-client', words: 'Ask Bluebird Brokers.' }),
  closed: () => moved(nameQuery(), { move: 'close', reason: 'withdrawn' }),
  unreached: () => cameBack(moved(confirmed(nameQuery(), 'contact'), ask('Which company name did you type?'))),
} satisfies Record<string, () => Case>;

export type StateName = keyof typeof states;

/** What a name query lacks to be an email update: all that the type asks beyond what both ask. */
export const lacking: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(emailUpdates[0] ?? {}).filter(
    ([name]) => !/^(importerNumber|companyName|contact|powerOfAttorney|errorSeen|locale)/.test(name),
  ),
);
