import type { RequestType } from '../request-type.ts';
import { fields } from './fields.ts';
import { rules } from './rules.ts';
import { schema } from './schema.ts';

export const refundReturned = {
  name: 'refund-returned',
  gate: 'tells',
  fields,
  sections: [
    { id: 'refund', fields: ['reportShows', 'refundDate', 'entryNumbers', 'bankChanged'] },
    { id: 'importer', fields: ['importerNumberKind', 'importerNumber', 'companyName'] },
    {
      id: 'contact',
      fields: ['contactName', 'contactRole', 'contactEmail', 'contactPhone', 'powerOfAttorney', 'note'],
    },
  ],
  screenOrder: [
    'importerNumber',
    'companyName',
    'reportShows',
    'refundDate',
    'entryNumbers',
    'bankChanged',
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
