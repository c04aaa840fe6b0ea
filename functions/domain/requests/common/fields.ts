import type { ChoiceField, EmailField, NumberField, PhoneField, TextField } from '../field.ts';

/** The questions that every request asks. Names are the contract with the outside. */
export const errorsSeen = ['not-matching', 'no-code', 'no-email', 'already-linked', 'already-user', 'other'] as const;

/** How long the text of an importer number may be: the longest form (12) with room for odd spacing. */
const IMPORTER_NUMBER_MAX = 24;

export const importerFields = {
  importerNumberKind: { kind: 'radio', options: ['ein', 'cbp', 'ssn'], needed: true },
  importerNumber: { kind: 'importer-number', max: IMPORTER_NUMBER_MAX, needed: true },
  companyName: { kind: 'line', min: 2, max: 100, needed: true, autocomplete: 'organization' },
} as const satisfies Record<string, ChoiceField | NumberField | TextField>;

export const contactFields = {
  contactName: { kind: 'line', min: 2, max: 100, needed: true, autocomplete: 'name' },
  contactRole: { kind: 'select', options: ['owner', 'officer', 'employee', 'agent', 'other'], needed: true },
  contactEmail: { kind: 'email', max: 254, needed: true, autocomplete: 'email' },
  contactPhone: { kind: 'phone', max: 40, needed: true, autocomplete: 'tel' },
  powerOfAttorney: { kind: 'radio', options: ['on-file', 'none', 'not-sure'], needed: true },
  note: { kind: 'long-text', min: 1, max: 1000, needed: false },
} as const satisfies Record<string, ChoiceField | EmailField | PhoneField | TextField>;
