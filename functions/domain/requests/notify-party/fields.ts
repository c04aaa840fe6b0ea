import { contactFields, importerFields } from '../common/fields.ts';
import type { Fields } from '../field.ts';

const named = [{ field: 'receiverKind', in: ['other-broker', 'another'] }] as const;

/** The note stands near the end, before the statement. */
const { note, ...contact } = contactFields;

/**
 * Who shall receive the importer's refunds, and whether CBP's two conditions are met (facts 3.5, 2026-07): on file by Form
 * 4811 or in the tab, and box 28. No bank data: the receiver's is the receiver's, and goes to CBP alone.
 */
export const fields = {
  ...importerFields,
  whyReceiver: { kind: 'select', options: ['foreign', 'no-account', 'other'], needed: true },
  receiverKind: { kind: 'radio', options: ['us', 'other-broker', 'another'], needed: true },
  receiverName: { kind: 'line', min: 2, max: 100, needed: true, when: named },
  receiverNumberKind: { kind: 'select', options: ['ein', 'cbp', 'ssn'], needed: false, when: named },
  receiverNumber: { kind: 'importer-number', max: 24, needed: false, when: named },
  form4811: { kind: 'radio', options: ['no', 'yes', 'not-sure'], needed: true },
  box28: { kind: 'radio', options: ['no', 'yes', 'not-sure'], needed: true },
  ...contact,
  certifierFirst: { kind: 'line', min: 1, max: 50, needed: true, autocomplete: 'given-name' },
  certifierLast: { kind: 'line', min: 1, max: 50, needed: true, autocomplete: 'family-name' },
  certifierTitle: { kind: 'line', min: 2, max: 60, needed: true, autocomplete: 'organization-title' },
  note,
  agreed: { kind: 'tick', options: ['yes'], needed: true },
} as const satisfies Fields;
