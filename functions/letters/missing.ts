import type { Case } from '#domain/case/case.ts';
import { normaliseCompanyName } from '#domain/company-name/normalise.ts';
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

const outsider = (of: Case): string[] => (of.answers['contactRole'] === 'agent' ? [teamWords['missing.outsider']] : []);

/** Compared without capitals, accents and punctuation: `Rosa M. Alvarez` is Rosa Alvarez. */
function otherCertifier({ answers }: Case): string[] {
  const { certifierFirst: first, certifierLast: last } = answers;
  if (first === undefined || last === undefined) return [];
  const words = (text: string) => normaliseCompanyName(text).split(' ');
  const contact = new Set(words(answers['contactName'] ?? ''));
  return words(`${first} ${last}`).every((word) => contact.has(word)) ? [] : [teamWords['missing.certifier']];
}

const changedRecord = ({ answers }: Case): string[] =>
  answers['recordChanged'] === undefined || answers['recordChanged'] === 'no' ? [] : [teamWords['missing.changed']];

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
