import * as z from 'zod/mini';
import { contactShape, importerShape } from '../common/schema.ts';
import {
  choice,
  email,
  line,
  optionalChoice,
  optionalEmail,
  optionalExtension,
  optionalLine,
  phone,
} from '../schema.ts';
import { fields } from './fields.ts';

/** Answers that are asked only in some cases are optional here; `missingProblems` asks for them when they are needed. */
export const schema = z.strictObject({
  ...importerShape,
  dba: optionalLine(fields.dba),
  companyType: choice(fields.companyType),
  companyPhone: phone(fields.companyPhone),
  companyPhoneExtension: optionalExtension(fields.companyPhoneExtension),
  recordChanged: choice(fields.recordChanged),
  addressLine1: optionalLine(fields.addressLine1),
  addressLine2: optionalLine(fields.addressLine2),
  city: optionalLine(fields.city),
  country: optionalChoice(fields.country),
  state: optionalLine(fields.state),
  postalCode: optionalLine(fields.postalCode),
  addressType: optionalChoice(fields.addressType),
  addressTypeOther: optionalLine(fields.addressTypeOther),
  errorSeen: optionalChoice(fields.errorSeen),
  ...contactShape,
  newEmail: email(fields.newEmail),
  oldEmail: optionalEmail(fields.oldEmail),
  newEmailInAce: choice(fields.newEmailInAce),
  certifierFirst: line(fields.certifierFirst),
  certifierMiddle: optionalLine(fields.certifierMiddle),
  certifierLast: line(fields.certifierLast),
  certifierTitle: line(fields.certifierTitle),
  certified: choice(fields.certified),
});
