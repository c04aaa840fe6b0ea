import { recordLength } from '../paste-problem.ts';
import type { Place } from '../pasted-lines.ts';

const addressLines = { line1: [3, 34], line2: [35, 66] } as const;
const town = { city: [35, 55], state: [56, 57], postal: [58, 66] } as const;

/**
 * The records that answer an importer/bond query (CATAIR chapter Importer/Bond Query, v7 of 15 July 2025, pages 9 to 21,
 * as transcribed in public; read July 2026). What no field takes is filler, which CBP leaves blank.
 */
export const krPlaces = {
  K1: {
    number: [3, 14],
    result: [15, 15],
    name: [16, 47],
    surety: [48, 50],
    bondActivity: [51, 51],
    bondAmount: [52, 60],
    bondPort: [61, 64],
    /** MMDDYY, as every date here. */
    bondEffective: [65, 70],
    bondNumber: [71, 79],
    amountLocation: [80, 80],
  },
  K2: {
    qualifier: [3, 5],
    secondName: [6, 37],
    bondTermination: [39, 44],
    /** Y or N. */
    monthlyStatement: [46, 46],
    bondSufficiency: [48, 48],
    /** A or T. */
    bondUserStatus: [50, 50],
    bondUserTermination: [52, 57],
    bondUserAmount: [58, 67],
  },
  K3: addressLines,
  K4: town,
  K5: addressLines,
  K6: town,
  K7: { legalName: [3, 32], centerId: [34, 39], centerName: [41, 70] },
  K8: { qualifier: [3, 5], text: [6, 75] },
} as const satisfies Record<string, Record<string, Place>>;

export type KrRecordId = keyof typeof krPlaces;
type FieldOf<Id extends KrRecordId> = Id extends KrRecordId ? keyof (typeof krPlaces)[Id] : never;
/** The name of a field in any of the records. */
export type KrField = FieldOf<KrRecordId>;

export const krRecordIds: readonly KrRecordId[] = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'];
export const isKrRecordId = (id: string): id is KrRecordId => krRecordIds.some((known) => known === id);

/**
 * Where spaces were lost on the way (a web page shows two as one), later fields slide into a name: a bond's digits into
 * K1's, dates and yes-or-no into K2's, the centre into K7's. Such a text is no name.
 */
export const slidIn: Readonly<Partial<Record<KrField, RegExp>>> = {
  name: / \d{8}/,
  secondName: / (\d{6} )?[YN] [YN]\b| \d{6}$/,
  legalName: / (CEE\d{3}|NOTELG|PNDING)\b/,
};

/** Fields without which a record says nothing. */
export const neededFields: Readonly<Partial<Record<KrRecordId, readonly KrField[]>>> = {
  K1: ['number', 'result'],
  K8: ['qualifier'],
};

const places: Readonly<Record<KrRecordId, Readonly<Record<string, Place>>>> = krPlaces;

/** A record's fields in the order of their columns. */
export const fieldsOf = (id: KrRecordId): readonly { readonly field: string; readonly place: Place }[] =>
  Object.entries(places[id]).map(([field, place]) => ({ field, place }));

/** The places of a record that no field takes. */
export function fillersOf(id: KrRecordId): Place[] {
  const fillers: Place[] = [];
  let next = 3;
  for (const { place } of fieldsOf(id)) {
    if (place[0] > next) fillers.push([next, place[0] - 1]);
    next = place[1] + 1;
  }
  if (next <= recordLength) fillers.push([next, recordLength]);
  return fillers;
}

/** Second names (K2): doing business as, division of, also known as. */
export const secondNameQualifiers = ['DBA', 'DIV', 'AKA'] as const;
/** What a K8 goes on with: the legal name, or the name of the centre. */
export const overflowQualifiers = ['IN1', 'IN2'] as const;
/** Answers to a query: none, bond, no bond, voided, inactive. Their meaning is in `results.ts`. */
export const resultCodes = ['0', '1', '2', '3', '4'] as const;
export type ResultCode = (typeof resultCodes)[number];
