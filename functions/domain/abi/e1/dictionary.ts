import type { WorksheetField } from '../worksheet/fields.ts';

/**
 * Conditions that CBP answers a 5106 create or update with (part of its error dictionary, as a vendor copies it; read
 * July 2026), and the field of the worksheet that each is about, where it is about one. Meaning and cure are in
 * `abi/text/en.json`. A code that is not here is shown with CBP's own words.
 */
export const e1Dictionary = {
  A21: {},
  PDM: {},
  MVM: {},
  R02: { field: 'fullName' },
  R03: { field: 'importerNumber' },
  R06: { field: 'action' },
  R11: { field: 'companyType' },
  R13: { field: 'qualifier' },
  R14: {},
  R15: { field: 'mailingLine1' },
  R19: { field: 'mailingCity' },
  R20: { field: 'mailingState' },
  R27: { field: 'mailingCountry' },
  R31: {},
  R35: { field: 'physicalType' },
  R37: { field: 'physicalCity' },
  R38: { field: 'physicalState' },
  R45: { field: 'physicalCountry' },
} as const satisfies Record<string, { readonly field?: WorksheetField }>;

export type E1Code = keyof typeof e1Dictionary;
export const isE1Code = (code: string): code is E1Code => Object.hasOwn(e1Dictionary, code);
