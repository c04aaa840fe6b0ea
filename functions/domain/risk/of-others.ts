import type { Case } from '../case/case.ts';
import { compareCompanyNames } from '../company-name/compare.ts';
import { importerKey } from '../importer-number/record.ts';
import { mailboxKey } from '../requests/mailboxes.ts';
import { domainOf } from '../requests/mail-domain.ts';
import type { RiskFlag } from './flags.ts';
import { limits } from './weights.ts';

/** Other cases that share something with one, the latest of each; the case itself is none of them. */
export type Others = {
  /** Of the same importer; of a Social Security number possibly, by its end and a name. */
  readonly importer: readonly Case[];
  /** By the same requester's mailbox. */
  readonly requester: readonly Case[];
  /** That name one of this case's mailboxes as theirs, new or contact's. */
  readonly mailbox: readonly Case[];
};

const DAY = 24 * 3600 * 1000;

/** Domains of mailboxes that CBP took for this importer before. */
export const knownDomains = ({ importer }: Pick<Others, 'importer'>): string[] => [
  ...new Set(importer.filter(wasAccepted).map(({ answers }) => domainOf(answers['newEmail'] ?? ''))),
];

const wasAccepted = ({ outcome }: Case): boolean => outcome?.code === 'accepted' && outcome.releasedAt !== undefined;

/** What other cases say of this one. */
export const flagsOfOthers = (of: Case, others: Others): RiskFlag[] => [
  ...otherName(of, others),
  ...declined(others),
  ...anotherNewEmail(of, others),
  ...many('many-importers', of, others.requester),
  ...many('many-to-one-mailbox', of, others.mailbox),
];

/** The same number under a name that passes for another: other letters, or another kind of company. */
function otherName({ answers }: Case, { importer }: Others): RiskFlag[] {
  const name = answers['companyName'] ?? '';
  const like = importer.map((one) => one.answers['companyName'] ?? '').find((known) => passesFor(known, name));
  return like === undefined ? [] : [{ code: 'look-alike-name', about: { like } }];
}

const passesFor = (known: string, name: string): boolean =>
  ['homoglyph', 'entity-form'].includes(compareCompanyNames(known, name));

function declined({ importer, requester, mailbox }: Others): RiskFlag[] {
  const before = [...importer, ...requester, ...mailbox].filter(({ state }) => state === 'declined');
  const suspicious = before.find(({ outcome }) => outcome?.values['reason'] === 'suspicion');
  const [one] = suspicious ? [suspicious] : before;
  if (!one) return [];
  return [{ code: suspicious ? 'declined-on-suspicion' : 'declined-before', about: { reference: one.reference } }];
}

/** Two requests that want different mailboxes for one importer: one of them may not be theirs. */
function anotherNewEmail(of: Case, { importer }: Others): RiskFlag[] {
  const mine = of.answers['newEmail'];
  if (mine === undefined) return [];
  const since = new Date(Date.parse(of.openedAt) - limits.rememberedDays * DAY).toISOString();
  const other = importer.find(
    ({ openedAt, answers: { newEmail } }) =>
      openedAt > since && newEmail !== undefined && mailboxKey(newEmail) !== mailboxKey(mine),
  );
  const sure = of.importerNumber.kind === 'ssn' ? 'possibly the same importer' : 'the same importer';
  return other ? [{ code: 'another-new-email', about: { reference: other.reference, importer: sure } }] : [];
}

function many(code: 'many-importers' | 'many-to-one-mailbox', of: Case, others: readonly Case[]): RiskFlag[] {
  const keys = [of, ...others].map(({ importerNumber, answers }) =>
    importerKey(importerNumber, answers['companyName']),
  );
  const count = new Set(keys).size;
  return count >= limits.manyImporters ? [{ code, about: { count: String(count) } }] : [];
}
