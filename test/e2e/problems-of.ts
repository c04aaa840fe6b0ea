import { problemsOf } from '#domain/requests/check.ts';
import { requestTypes } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { wordsOfProblem } from '#domain/requests/texts.ts';
import { world } from '#test/fakes/requests.ts';
import type { Answers } from './form.ts';

/** Every problem that the domain finds in these answers, in words; the page and the door must say exactly these. */
export function problemsIn(type: RequestTypeName, answers: Answers): { field: string; message: string }[] {
  const { fields, rules }: RequestType = requestTypes[type];
  return problemsOf(fields, rules, answers, world).map((problem) => ({
    field: problem.field,
    message: wordsOfProblem('en', type, problem),
  }));
}

/** An email update that is wrong in every way that a browser's own checks let through. */
export const allWrong: Answers = {
  importerNumberKind: 'ein',
  importerNumber: '9512345',
  companyName: 'Acme Imports LLC',
  companyType: 'llc',
  companyPhone: '12345 67890 12345 67890',
  companyPhoneExtension: '12',
  recordChanged: 'yes',
  country: 'US',
  postalCode: '331',
  addressType: 'other',
  errorSeen: 'already-linked',
  contactName: 'Rosa Alvarez',
  contactRole: 'owner',
  contactEmail: 'rosa@acme',
  contactPhone: '+1 305 555 0142',
  powerOfAttorney: 'on-file',
  newEmail: 'me@harborpine.example',
  newEmailInAce: 'yes',
  certifierFirst: 'Rosa',
  certifierLast: 'Alvarez',
  certifierTitle: 'President',
  certified: 'yes',
};
