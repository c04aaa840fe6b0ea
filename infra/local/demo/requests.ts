import { broker } from '../../../broker.config.ts';
import { readRequest } from '../../../functions/domain/requests/read-request.ts';
import type { CheckedRequest } from '../../../functions/domain/requests/read-request.ts';
import type { RequestTypeName } from '../../../functions/domain/requests/registry.ts';
import type { Company } from './companies.ts';

type Answers = Readonly<Record<string, string>>;

/** What such a company sends, as its page would send it. */
export function answersOf(type: RequestTypeName, { name, kind, number, person, domain }: Company): Answers {
  const [first, last] = person;
  const mailbox = `${first.toLowerCase()}@${domain}`;
  const common = {
    ...{ importerNumberKind: kind, importerNumber: number, companyName: name, contactName: `${first} ${last}` },
    ...{ contactRole: 'officer', contactEmail: mailbox, contactPhone: '+1 305 555 0142', powerOfAttorney: 'on-file' },
    ...{ locale: 'en' },
  };
  return type === 'name-query'
    ? { ...common, errorSeen: 'not-matching', typedName: name }
    : { ...common, ...forEmailUpdate({ first, last, domain }) };
}

/** The answers that an email update asks beside the common ones. */
export const forEmailUpdate = (person: { first: string; last: string; domain: string }): Answers => ({
  ...{ companyType: 'llc', companyPhone: '+1 305 555 0100', recordChanged: 'no', errorSeen: 'no-code' },
  ...{ newEmail: `customs@${person.domain}`, oldEmail: `former@${person.domain}`, newEmailInAce: 'no' },
  ...{ certifierFirst: person.first, certifierLast: person.last, certifierTitle: 'President', certified: 'yes' },
});

/** The request, read by the door's own rules. An invented one that they refuse is a mistake in here. */
export function requestOf(type: RequestTypeName, given: Answers, id?: string): CheckedRequest {
  const world = { year: new Date().getUTCFullYear(), ownDomains: broker.ownDomains };
  const reading = readRequest(type, { ...given, ...(id !== undefined && { submissionId: id }) }, world);
  if ('problems' in reading) throw new Error(`a made-up request is refused: ${JSON.stringify(reading.problems)}`);
  return reading.request;
}
