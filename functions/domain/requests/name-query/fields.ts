import { contactFields, errorsSeen, importerFields } from '../common/fields.ts';
import type { Fields } from '../field.ts';

/** To be taken back without script, a kind is a list and no row of buttons. */
const kind = { kind: 'select', options: ['ein', 'cbp', 'ssn'], needed: false } as const;
const number = { kind: 'importer-number', max: 24, needed: false } as const;

/** A name query asks little: whose name, and what CBP's form refused. One query of CBP's holds six numbers. */
export const fields = {
  ...importerFields,
  importerNumber2Kind: kind,
  importerNumber2: number,
  importerNumber3Kind: kind,
  importerNumber3: number,
  importerNumber4Kind: kind,
  importerNumber4: number,
  importerNumber5Kind: kind,
  importerNumber5: number,
  importerNumber6Kind: kind,
  importerNumber6: number,
  errorSeen: { kind: 'select', options: errorsSeen, needed: false },
  typedName: { kind: 'line', min: 1, max: 200, needed: false },
  ...contactFields,
} as const satisfies Fields;

/** The numbers beside the first, which is the one that the case goes by. */
export const moreNumbers = [
  'importerNumber2',
  'importerNumber3',
  'importerNumber4',
  'importerNumber5',
  'importerNumber6',
] as const;
