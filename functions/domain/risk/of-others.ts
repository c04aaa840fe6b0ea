import type { Case } from '../case/case.ts';
import { compareCompanyNames } from '../company-name/compare.ts';
import { plainName } from '../company-name/normalise.ts';
import { importerKey, numberFromAnswer } from '../importer-number/record.ts';
import { mailboxKey } from '../requests/mailboxes.ts';
import { domainOf } from '../requests/mail-domain.ts';
import { requestTypes } from '../requests/registry.ts';
import type { RequestType } from '../requests/request-type.ts';
import type { RiskCode, RiskFlag } from './flags.ts';
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
  ...rivals(of, others),
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

/** Two requests that want different mailboxes, or different receivers of the money, for one importer: one of them may not be theirs. */
function rivals(of: Case, { importer }: Others): RiskFlag[] {
  const since = new Date(Date.parse(of.openedAt) - limits.rememberedDays * DAY).toISOString();
  const recent = importer.filter(({ openedAt }) => openedAt > since);
  const sure = of.importerNumber.kind === 'ssn' ? 'possibly the same importer' : 'the same importer';
  return rivalries.flatMap(({ code, wants }) => {
    const other = recent.find((one) => wants.some((want) => areRivals(want(of), want(one))));
    return other ? [{ code, about: { reference: other.reference, importer: sure } }] : [];
  });
}

type Wants = (of: Case) => string | undefined;

/** What only one of two requests for the same importer can be right about. */
const rivalries: readonly { readonly code: RiskCode; readonly wants: readonly Wants[] }[] = [
  { code: 'another-new-email', wants: [({ answers: { newEmail } }) => newEmail && mailboxKey(newEmail)] },
  { code: 'another-receiver', wants: [receiverOf, receiverNumberOf] },
];

const areRivals = (mine: string | undefined, theirs: string | undefined): boolean =>
  mine !== undefined && theirs !== undefined && mine !== theirs;

/** Whether each of two requests for the same importer can only be right if the other is not. */
export const rivalsEachOther = (one: Case, other: Case): boolean =>
  rivalries.some(({ wants }) => wants.some((want) => areRivals(want(one), want(other))));

/** Who shall get the money, as names are compared; a kind of receiver that is named by no name stands for itself. */
function receiverOf({ type, answers }: Case): string | undefined {
  const { receiver }: RequestType = requestTypes[type];
  const said = receiver === undefined ? undefined : (answers[receiver] ?? answers['receiverKind']);
  return said && plainName(said);
}

/** A thief may name the importer's own broker, with a number of another. */
function receiverNumberOf({ type, answers: { receiverNumber } }: Case): string | undefined {
  const { receiver }: RequestType = requestTypes[type];
  const number = receiver === undefined ? undefined : numberFromAnswer(receiverNumber ?? '');
  return number && importerKey(number, undefined);
}

function many(code: 'many-importers' | 'many-to-one-mailbox', of: Case, others: readonly Case[]): RiskFlag[] {
  const keys = [of, ...others].map(({ importerNumber, answers }) =>
    importerKey(importerNumber, answers['companyName']),
  );
  const count = new Set(keys).size;
  return count >= limits.manyImporters ? [{ code, about: { count: String(count) } }] : [];
}
