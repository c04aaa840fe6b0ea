import type { ImporterKind, ImporterNumber } from './importer-number.ts';

/** The parts of a number that may be shown to anyone on the case: its last four digits, and an EIN's suffix other than `00`. */
export interface Ending {
  readonly kind: ImporterKind;
  readonly lastFour: string;
  readonly suffix: string | undefined;
}

/** What a mask is made of, for words in any language. */
export function endingOf(number: ImporterNumber): Ending {
  switch (number.kind) {
    case 'ein':
      return { kind: 'ein', lastFour: number.canonical.slice(6, 10), suffix: number.shown.slice(10) || undefined };
    case 'cbp':
      return { kind: 'cbp', lastFour: number.canonical.slice(-4), suffix: undefined };
    case 'ssn':
      return { kind: 'ssn', lastFour: number.lastFour, suffix: undefined };
  }
}

const kindNames: Record<ImporterKind, string> = { ein: 'EIN', cbp: 'CBP-assigned number', ssn: 'SSN' };

/** English, for the team: `EIN ending 4567`, `EIN ending 4567, suffix AB`, `CBP-assigned number ending 2345`, `SSN ending 1234`. */
export function maskImporterNumber(number: ImporterNumber): string {
  const { kind, lastFour, suffix } = endingOf(number);
  return `${kindNames[kind]} ending ${lastFour}${suffix ? `, suffix ${suffix}` : ''}`;
}

/**
 * The number as an ABI record's 12-character field holds it (CATAIR 12X, left justified), an EIN with its suffix, `00`
 * for none. Undefined for a Social Security number: the desk never has one in full.
 */
export const abiField = (number: ImporterNumber): string | undefined =>
  number.kind === 'ssn' ? undefined : number.canonical;
