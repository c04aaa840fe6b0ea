import type { Case, Letter, LetterKind } from '#domain/case/case.ts';
import type { RecordedOutcome } from '#domain/case/parts.ts';
import { outcomesOf } from '#domain/requests/outcomes.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';

/** Cases as they are when a letter of a kind is due. */
export const moment = '2026-07-10T15:20:00.000Z';
const by = { at: moment, who: 'ada@harborpine.example', name: 'Ada Osei' };
const confirmed = { contact: '2026-07-09T14:10:00.000Z' };

export const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'name-on-file': {
    legalName: 'ACME IMPORTS AND EXPORTS OF FLORIDA LLC',
    abbreviatedName: 'ACME IMPORTS & EXPORTS OF FLORID',
    secondQualifier: 'DBA',
    secondName: 'BEST TOYS',
  },
  accepted: { acceptedAt: '2026-07-10T14:05:00.000Z' },
  'names-on-file': {
    ...{ result1: 'on-file', abbreviatedName1: 'ACME IMPORTS', legalName1: 'ACME IMPORTS OF FLORIDA LLC' },
    result2: 'nothing-on-file',
  },
  'guidance-sent': { guidance: 'Sign in with that mailbox.\nSee http://evil.example for more.' },
  escalated: { escalatedAt: '2026-07-10T14:05:00.000Z' },
  prepared: { receiver: 'Harbor & Pine', way: 'form-4811', preparedAt: '2026-07-10T14:05:00.000Z' },
  'refused-by-cbp': { reason: 'The city did not fit the ZIP code.\nThe address must be sent again.' },
};

export const end = (code: string, changes: Partial<RecordedOutcome> = {}): RecordedOutcome => ({
  ...by,
  code,
  values: { ...values[code] },
  releasedAt: moment,
  ...changes,
});

/** Each outcome that is told in a letter of its own, with its type. */
export const toldOutcomes: readonly (readonly [RequestTypeName, string])[] = requestTypeNames.flatMap((type) =>
  Object.entries(outcomesOf[type])
    .filter(([, { turnsInto }]: [string, { turnsInto?: string }]) => turnsInto === undefined)
    .map(([code]) => [type, code] as const),
);

export const answered = (of: Case, outcome: RecordedOutcome): Case => ({
  ...of,
  confirmed,
  cleared: by,
  state: 'answered',
  outcome,
});

export const asked = (of: Case, text: string): Case => ({
  ...of,
  state: 'waiting',
  questions: [...of.questions, { ...by, id: `q${of.questions.length + 1}`, text }],
});

export const replied = (of: Case, text: string, question?: string): Case => ({
  ...of,
  timeline: [
    ...of.timeline,
    { at: moment, who: 'importer', what: 'replied', text, ...(question !== undefined && { about: { question } }) },
  ],
});

const firstOutcome: Record<RequestTypeName, string> = {
  'name-query': 'name-on-file',
  'email-update': 'accepted',
  'account-error': 'guidance-sent',
  'refund-returned': 'escalated',
  'notify-party': 'prepared',
};
const dull = (of: Case): Case => of;

/** An earlier contact of the client file is told. */
const told = (of: Case): Case => ({
  ...of,
  tellings: [{ ...by, id: 't1', mailbox: 'jim@acme-imports.example', source: 'Client file, sheet 1' }],
});

const making: Record<LetterKind, (of: Case) => Case> = {
  'team-request': dull,
  'contact-received': dull,
  'mailbox-named': dull,
  'case-link': dull,
  question: (of) => asked(of, 'Which company name is on the power of attorney?\nWho signed it, and about when?'),
  'answer-waiting': (of) => ({ ...answered(of, end(firstOutcome[of.type])), confirmed: {} }),
  outcome: (of) => answered(of, end(firstOutcome[of.type])),
  declined: (of) => ({ ...of, state: 'declined', outcome: end('declined', { values: { reason: 'no-authority' } }) }),
  closed: (of) => ({ ...of, state: 'closed', outcome: end('closed', { values: { reason: 'no-answer' } }) }),
  erased: (of) => ({ ...of, erasing: by }),
  converted: (of) => ({
    ...of,
    confirmed,
    type: 'email-update',
    was: [{ type: 'name-query', at: moment, who: by.who }],
  }),
  'team-reply': (of) => replied(asked(of, 'Who signed it?'), 'Our old president, Jim Doe, in 2019.', 'q1'),
  'earlier-contact': told,
  'earlier-contact-filed': told,
  'team-alert': (of) => ({
    ...of,
    timeline: [
      {
        ...by,
        what: 'recorded-without-clearance',
        text: 'CBP answered before the call-back. I filed it by hand on Thursday.',
        about: { outcome: firstOutcome[of.type] },
      },
    ],
  }),
};

/** The case with what a letter of this kind tells of. */
export const ready = (kind: LetterKind, of: Case): Case => making[kind](of);

export const about: Partial<Record<LetterKind, Pick<Letter, 'about'>>> = {
  question: { about: 'q1' },
  converted: { about: 'already-matches' },
  'earlier-contact': { about: 't1' },
  'earlier-contact-filed': { about: 't1' },
};
