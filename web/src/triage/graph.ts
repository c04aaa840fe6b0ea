import type { RequestTypeName } from '#domain/requests/registry.ts';
import type { Topic } from '../help/topics.ts';
import type { Result } from './result.ts';

/**
 * Where the ten answers to "What does CBP show you?" lead: at most one more question, here and there two, then one result. Who
 * changes this changes addresses that brokers have put into their letters: a result's name stays.
 */
const ask = (type: RequestTypeName, errorSeen: string, guide: Topic): Result => ({
  guide,
  request: { type, known: { errorSeen } },
});

/** The broker looks into a refund by what the reports show. */
const askRefund = (reportShows: string): Result => ({
  guide: 'refund-returned',
  request: { type: 'refund-returned', known: { reportShows } },
});

export const results = {
  // The details do not match.
  'check-what-you-typed': { guide: 'apply', drawing: 'mismatch' },
  'name-on-file': { ...ask('name-query', 'not-matching', 'apply'), drawing: 'mismatch' },
  'name-has-changed': ask('name-query', 'not-matching', 'apply'),
  // The code never came.
  'look-for-the-code': { guide: 'apply', drawing: 'code' },
  'mailbox-is-gone': ask('email-update', 'no-code', 'apply'),
  'mailbox-is-not-ours': ask('email-update', 'no-code', 'apply'),
  'which-mailbox': ask('email-update', 'no-code', 'apply'),
  // An account or a mailbox is there already.
  'ask-the-owner': { guide: 'account-exists' },
  'find-the-owner': { guide: 'account-exists' },
  'email-in-use': { guide: 'account-exists' },
  // Something else.
  'no-email-on-record': ask('email-update', 'no-email', 'apply'),
  'start-the-form-again': { guide: 'apply' },
  'several-numbers': { guide: 'apply' },
  'number-not-active': ask('name-query', 'other', 'contacts'),
  'another-error': ask('account-error', 'other', 'contacts'),
  // Before the form.
  'apply-now': { guide: 'apply', drawing: 'fields' },
  'find-out': { guide: 'account-exists' },
  'paying-is-not-receiving': { guide: 'payer-unit-number', drawing: 'two-roads' },
  'foreign-with-us-account': { guide: 'foreign-importer' },
  'foreign-without-us-account': {
    guide: 'foreign-importer',
    request: { type: 'notify-party', known: { whyReceiver: 'foreign' } },
  },
  'somebody-else-receives': {
    guide: 'notify-party',
    drawing: 'both-keys',
    request: { type: 'notify-party', known: {} },
  },
  // Signed in.
  'find-the-tab': { guide: 'bank-details', drawing: 'tab' },
  'no-button': { guide: 'bank-details' },
  'bank-details-refused': { guide: 'bank-details' },
  'it-said-success': { guide: 'what-success-means' },
  // A refund did not come.
  'bank-sent-it-back': { ...askRefund('returned'), drawing: 'refund' },
  'never-left-cbp': { guide: 'refund-returned', drawing: 'refund' },
  'paid-a-debt': { guide: 'refund-returned', drawing: 'refund' },
  'on-its-way': { guide: 'refund-returned', drawing: 'refund' },
  'find-the-report': askRefund('not-looked'),
  'not-in-the-report': askRefund('not-listed'),
} as const satisfies Readonly<Record<string, Result>>;

export type ResultId = keyof typeof results;

export const questionIds = [
  'shown',
  'details',
  'code',
  'owner',
  'other',
  'account',
  'signed-in',
  'refund',
  'us-account',
] as const;
export type QuestionId = (typeof questionIds)[number];

/** What follows an answer: another question, or the end. */
export type Next = { readonly question: QuestionId } | { readonly result: ResultId };

export const questions = {
  shown: {
    'does-not-match': { question: 'details' },
    'no-code': { question: 'code' },
    'has-account': { question: 'owner' },
    'email-used': { result: 'email-in-use' },
    'something-else': { question: 'other' },
    'not-applied': { question: 'account' },
    'pays-by-ach': { result: 'paying-is-not-receiving' },
    foreign: { question: 'us-account' },
    'signed-in': { question: 'signed-in' },
    'no-refund': { question: 'refund' },
  },
  details: {
    'not-checked': { result: 'check-what-you-typed' },
    checked: { result: 'name-on-file' },
    renamed: { result: 'name-has-changed' },
  },
  code: {
    ours: { result: 'look-for-the-code' },
    gone: { result: 'mailbox-is-gone' },
    others: { result: 'mailbox-is-not-ours' },
    unknown: { result: 'which-mailbox' },
  },
  owner: { known: { result: 'ask-the-owner' }, unknown: { result: 'find-the-owner' } },
  other: {
    'no-email': { result: 'no-email-on-record' },
    lost: { result: 'start-the-form-again' },
    several: { result: 'several-numbers' },
    inactive: { result: 'number-not-active' },
    none: { result: 'another-error' },
  },
  account: {
    no: { result: 'apply-now' },
    'not-sure': { result: 'find-out' },
    yes: { question: 'signed-in' },
  },
  'signed-in': {
    'no-tab': { result: 'find-the-tab' },
    'no-button': { result: 'no-button' },
    refused: { result: 'bank-details-refused' },
    success: { result: 'it-said-success' },
  },
  refund: {
    returned: { result: 'bank-sent-it-back' },
    rejected: { result: 'never-left-cbp' },
    diverted: { result: 'paid-a-debt' },
    sent: { result: 'on-its-way' },
    'not-listed': { result: 'not-in-the-report' },
    'not-looked': { result: 'find-the-report' },
  },
  'us-account': {
    yes: { result: 'foreign-with-us-account' },
    no: { result: 'foreign-without-us-account' },
    another: { result: 'somebody-else-receives' },
  },
} as const satisfies Readonly<Record<QuestionId, Readonly<Record<string, Next>>>>;

/** The ten answers in three groups, as the first page shows them. */
export const groups = {
  form: ['does-not-match', 'no-code', 'has-account', 'email-used', 'something-else'],
  before: ['not-applied', 'pays-by-ach', 'foreign'],
  after: ['signed-in', 'no-refund'],
} as const satisfies Readonly<Record<string, readonly (keyof (typeof questions)['shown'])[]>>;
export type GroupId = keyof typeof groups;
