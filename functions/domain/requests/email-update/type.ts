import type { RequestType } from '../request-type.ts';
import { fields } from './fields.ts';
import { rules } from './rules.ts';
import { schema } from './schema.ts';

export const emailUpdate = {
  name: 'email-update',
  fields,
  sections: [
    { id: 'importer', fields: ['importerNumberKind', 'importerNumber', 'companyName', 'dba', 'errorSeen'] },
    {
      id: 'company',
      fields: [
        'companyType',
        'companyPhone',
        'companyPhoneExtension',
        'recordChanged',
        'addressLine1',
        'addressLine2',
        'city',
        'country',
        'state',
        'postalCode',
        'addressType',
        'addressTypeOther',
      ],
    },
    { id: 'contact', fields: ['contactName', 'contactRole', 'contactEmail', 'contactPhone', 'powerOfAttorney'] },
    { id: 'email', fields: ['newEmail', 'newEmailInAce', 'oldEmail'] },
    {
      id: 'certifier',
      fields: ['certifierFirst', 'certifierMiddle', 'certifierLast', 'certifierTitle', 'note', 'certified'],
    },
  ],
  /** The order of a common ABI importer screen (facts 6, row 12, and 2.4). */
  screenOrder: [
    'importerNumber',
    'companyName',
    'dba',
    'companyType',
    'addressLine1',
    'addressLine2',
    'city',
    'state',
    'postalCode',
    'country',
    'addressType',
    'addressTypeOther',
    'companyPhone',
    'companyPhoneExtension',
    'newEmail',
    'oldEmail',
    'newEmailInAce',
    'recordChanged',
    'certifierLast',
    'certifierFirst',
    'certifierMiddle',
    'certifierTitle',
    'certified',
    'powerOfAttorney',
    'contactName',
    'contactRole',
    'contactPhone',
    'contactEmail',
    'errorSeen',
    'note',
  ],
  rules,
  schema,
  otherMailbox: 'newEmail',
  statement: { field: 'certified', version: '2026-11' },
  presets: [
    { id: 'sameEmail', copy: { newEmail: 'contactEmail' } },
    {
      id: 'sameAsMe',
      copy: {
        certifierFirst: 'contactName:first',
        certifierLast: 'contactName:last',
        certifierTitle: 'contactRole:owner|officer',
      },
    },
  ],
} as const satisfies RequestType;
