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
  return { ...common, ...own[type]({ name, first, last, domain }) };
}

type Person = { readonly first: string; readonly last: string; readonly domain: string };

/** What each type asks beside the common answers. */
const own: Readonly<Record<RequestTypeName, (of: Person & { readonly name: string }) => Answers>> = {
  'name-query': ({ name }) => ({ errorSeen: 'not-matching', typedName: name }),
  'email-update': (person) => forEmailUpdate(person),
  'account-error': () => ({
    ...{ errorSeen: 'already-linked', since: 'this-week' },
    tried: 'We typed everything three times. Nobody here knows of an account.',
  }),
  'refund-returned': () => ({
    ...{ reportShows: 'returned', refundDate: 'October 30, 2026', entryNumbers: 'XYZ-1234567-8', bankChanged: 'no' },
  }),
  'notify-party': ({ first, last }) => ({
    ...{ whyReceiver: 'foreign', receiverKind: 'us', form4811: 'no', box28: 'not-sure', agreed: 'yes' },
    ...{ certifierFirst: first, certifierLast: last, certifierTitle: 'President' },
  }),
};

/** The answers that an email update asks beside the common ones. */
export const forEmailUpdate = (person: Person): Answers => ({
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
