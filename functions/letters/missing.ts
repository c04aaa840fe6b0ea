import type { Case } from '#domain/case/case.ts';
import { normaliseCompanyName } from '#domain/company-name/normalise.ts';
import type { RiskCode } from '#domain/risk/flags.ts';
import { otherMailboxOf } from '#domain/requests/mailboxes.ts';
import { filled } from './content.ts';
import { labelOf, teamWord, teamWords, typeOf } from './team-words.ts';

/** What the team must find, ask or see before it can go on, as far as the answers tell. Asked of what a type has, not of its name. */
export const missingFrom = (of: Case): string[] => [
  ...powerOfAttorney(of),
  ...outsider(of),
  ...otherCertifier(of),
  ...changedRecord(of),
  ...addresses(of),
  ...newMailbox(of),
  ...notSure(of),
];

/** What the requester says of it proves nothing: each answer leads to the file. */
const powerOfAttorney = (of: Case): string[] =>
  [teamWord(`missing.power.${of.answers['powerOfAttorney'] ?? ''}`) ?? []].flat();

/** What stands among the risks of a letter is not said again. */
const isSaid = ({ risk }: Case, code: RiskCode): boolean => (risk?.flags ?? []).some((flag) => flag.code === code);

const outsider = (of: Case): string[] =>
  of.answers['contactRole'] === 'agent' && !isSaid(of, 'agent') ? [teamWords['missing.outsider']] : [];

/** Compared without capitals, accents and punctuation: `Rosa M. Alvarez` is Rosa Alvarez. */
function otherCertifier(of: Case): string[] {
  const { answers } = of;
  const { certifierFirst: first, certifierLast: last } = answers;
  if (isSaid(of, 'other-certifier')) return [];
  if (first === undefined || last === undefined) return [];
  const words = (text: string) => normaliseCompanyName(text).split(' ');
  const contact = new Set(words(answers['contactName'] ?? ''));
  return words(`${first} ${last}`).every((word) => contact.has(word)) ? [] : [teamWords['missing.certifier']];
}

function changedRecord(of: Case): string[] {
  const { recordChanged: changed } = of.answers;
  const isSame = changed === undefined || changed === 'no';
  return isSame || isSaid(of, 'record-changed') ? [] : [teamWords['missing.changed']];
}

const addresses = (of: Case): string[] =>
  Object.hasOwn(typeOf(of).fields, 'addressLine1') ? [teamWords['missing.address']] : [];

function newMailbox(of: Case): string[] {
  if (typeOf(of).otherMailbox === undefined) return [];
  const other = otherMailboxOf(of.type, of.answers);
  return [other === undefined ? teamWords['missing.unread'] : teamWords['missing.mailbox']];
}

const notSure = (of: Case): string[] =>
  typeOf(of)
    .screenOrder.filter((name) => of.answers[name] === 'not-sure')
    // These two have words of their own above.
    .filter((name) => name !== 'powerOfAttorney' && name !== 'recordChanged')
    .map((name) => filled(teamWords['missing.not-sure'], { label: labelOf(of, name) }));
