import type { RequestType } from '../request-type.ts';
import { fields } from './fields.ts';
import { schema } from './schema.ts';

export const accountError = {
  name: 'account-error',
  gate: 'advises',
  fields,
  sections: [
    { id: 'seen', fields: ['errorSeen', 'wordsShown', 'typedName', 'tried', 'since'] },
    { id: 'importer', fields: ['importerNumberKind', 'importerNumber', 'companyName'] },
    {
      id: 'contact',
      fields: ['contactName', 'contactRole', 'contactEmail', 'contactPhone', 'powerOfAttorney', 'note'],
    },
  ],
  screenOrder: [
    'errorSeen',
    'wordsShown',
    'typedName',
    'tried',
    'since',
    'importerNumber',
    'companyName',
    'powerOfAttorney',
    'contactName',
    'contactRole',
    'contactPhone',
    'contactEmail',
    'note',
  ],
  rules: [],
  schema,
} as const satisfies RequestType;
