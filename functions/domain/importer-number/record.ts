import { normaliseCompanyName } from '../company-name/normalise.ts';
import { cbpNumberOf, einOf, ssnEndingOf, type ImporterNumber } from './importer-number.ts';

/**
 * Whether two numbers surely name one record at CBP. `95-1234567` and `95-123456700` do; another suffix is another
 * record. Never true for Social Security numbers: four digits prove nothing, compare `importerKey` for a possible match.
 */
export const sameRecord = (a: ImporterNumber, b: ImporterNumber): boolean =>
  a.kind !== 'ssn' && b.kind !== 'ssn' && a.canonical === b.canonical;

/**
 * The key of the index by importer: `EIN#95-123456700`, `CBP#252704-12345`, `SSN#1234#ACME IMPORTS LLC`.
 * Equal keys are the same record, or for a Social Security number a *possible* match. The name is used for that kind
 * only; without one the key ends in `#`.
 */
export function importerKey(number: ImporterNumber, companyName = ''): string {
  switch (number.kind) {
    case 'ein':
      return `EIN#${number.canonical}`;
    case 'cbp':
      return `CBP#${number.canonical}`;
    case 'ssn':
      return `SSN#${number.lastFour}#${normaliseCompanyName(companyName)}`;
  }
}

/** A number as it lies in a case: plain strings. */
export interface StoredImporterNumber {
  readonly kind: string;
  readonly canonical?: string | undefined;
  readonly lastFour?: string | undefined;
}

/** A stored number, its shape checked again; undefined when it is not one. The rules of reading are not asked again. */
export function importerNumberFrom({ kind, canonical, lastFour }: StoredImporterNumber): ImporterNumber | undefined {
  if (kind === 'ein') return einOf(canonical ?? '');
  if (kind === 'cbp') return cbpNumberOf(canonical ?? '');
  return kind === 'ssn' ? ssnEndingOf(lastFour ?? '') : undefined;
}

/** A number as it lies among a request's answers: as it is shown, of a Social Security number its last four digits. */
export const numberAnswer = (number: ImporterNumber): string =>
  number.kind === 'ssn' ? number.lastFour : number.shown;

/** A number that lies among the answers, its kind told by its shape: four digits are a Social Security number's end. */
export const numberFromAnswer = (answer: string): ImporterNumber | undefined =>
  ssnEndingOf(answer) ?? einOf(answer.length === 10 ? `${answer}00` : answer) ?? cbpNumberOf(answer);
