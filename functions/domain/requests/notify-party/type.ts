import type { RequestType } from '../request-type.ts';
import { fields } from './fields.ts';
import { rules } from './rules.ts';
import { schema } from './schema.ts';

/** It sends the importer's money to somebody else: the same gate as for a change of the email that can take it. */
export const notifyParty = {
  name: 'notify-party',
  gate: 'files',
  receiver: 'receiverName',
  fields,
  sections: [
    { id: 'importer', fields: ['importerNumberKind', 'importerNumber', 'companyName'] },
    {
      id: 'receiver',
      fields: ['whyReceiver', 'receiverKind', 'receiverName', 'receiverNumberKind', 'receiverNumber'],
    },
    { id: 'conditions', fields: ['form4811', 'box28'] },
    { id: 'contact', fields: ['contactName', 'contactRole', 'contactEmail', 'contactPhone', 'powerOfAttorney'] },
    { id: 'signer', fields: ['certifierFirst', 'certifierLast', 'certifierTitle', 'note', 'agreed'] },
  ],
  /** The order of Form 4811: the importer, who receives, who signs. */
  screenOrder: [
    'importerNumber',
    'companyName',
    'receiverKind',
    'receiverName',
    'receiverNumber',
    'whyReceiver',
    'form4811',
    'box28',
    'certifierLast',
    'certifierFirst',
    'certifierTitle',
    'agreed',
    'powerOfAttorney',
    'contactName',
    'contactRole',
    'contactPhone',
    'contactEmail',
    'note',
  ],
  rules,
  schema,
  statement: { field: 'agreed', version: '2026-11' },
  presets: [
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
