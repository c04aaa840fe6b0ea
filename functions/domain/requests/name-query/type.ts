import type { RequestType } from '../request-type.ts';
import { fields } from './fields.ts';
import { schema } from './schema.ts';

export const nameQuery = {
  name: 'name-query',
  fields,
  sections: [
    { id: 'importer', fields: ['importerNumberKind', 'importerNumber', 'companyName'] },
    { id: 'seen', fields: ['errorSeen', 'typedName'] },
    {
      id: 'contact',
      fields: ['contactName', 'contactRole', 'contactEmail', 'contactPhone', 'powerOfAttorney', 'note'],
    },
  ],
  screenOrder: [
    'importerNumber',
    'companyName',
    'typedName',
    'errorSeen',
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
