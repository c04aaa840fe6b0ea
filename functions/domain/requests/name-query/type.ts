import type { RequestType } from '../request-type.ts';
import { fields, moreNumbers } from './fields.ts';
import { rules } from './rules.ts';
import { schema } from './schema.ts';

export const nameQuery = {
  name: 'name-query',
  gate: 'tells',
  tool: 'query',
  fields,
  moreNumbers,
  sections: [
    {
      id: 'importer',
      fields: ['importerNumberKind', 'importerNumber', 'companyName'],
      folded: moreNumbers.map((name) => [`${name}Kind`, name]),
    },
    { id: 'seen', fields: ['errorSeen', 'typedName'] },
    {
      id: 'contact',
      fields: ['contactName', 'contactRole', 'contactEmail', 'contactPhone', 'powerOfAttorney', 'note'],
    },
  ],
  screenOrder: [
    'importerNumber',
    ...moreNumbers,
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
  rules,
  schema,
} as const satisfies RequestType;
