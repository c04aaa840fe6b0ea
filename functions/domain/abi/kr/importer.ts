import type { ImporterNumber } from '../../importer-number/importer-number.ts';
import { cbpNumberOf, einOf, ssnEndingOf } from '../../importer-number/importer-number.ts';
import type { FiledAddress, OnFile } from './on-file.ts';
import type { KrRecordId, ResultCode } from './places.ts';

/** The bond of K1 and K2, each field as CBP sent it; dates are MMDDYY. A blank field is left out. */
export type KrBond = Readonly<
  Partial<
    Record<
      | 'surety'
      | 'bondActivity'
      | 'bondAmount'
      | 'bondPort'
      | 'bondEffective'
      | 'bondNumber'
      | 'amountLocation'
      | 'bondTermination'
      | 'monthlyStatement'
      | 'bondSufficiency'
      | 'bondUserStatus'
      | 'bondUserTermination'
      | 'bondUserAmount',
      string
    >
  >
>;

/** One importer of a `KR` answer, as far as it could be read. */
export interface KrImporter {
  /** As in K1, without blanks; of a Social Security number `***-**-1234`. */
  readonly number: string;
  /** Its last four digits; empty when it is no importer number. */
  readonly numberEnding: string;
  readonly result: ResultCode;
  /** Empty when nothing is on file. */
  readonly abbreviatedName: string;
  readonly secondName?: NonNullable<OnFile['secondName']>;
  /** K7 and K8 `IN1`; left out when K7 is not there, or what belongs after it is not. */
  readonly legalName?: string;
  readonly mailing?: FiledAddress;
  readonly physical?: FiledAddress;
  readonly bond?: KrBond;
  readonly center?: { readonly id: string; readonly name: string };
  /** The records that were seen; a K8 with its qualifier. */
  readonly inKr: readonly (KrRecordId | 'K8 IN1' | 'K8 IN2')[];
}

/** The importer number in K1's twelve columns; blanks for an EIN's suffix are `00` (ABI record B). Masked ones are read too. */
export function krNumber(field: string): ImporterNumber | undefined {
  const text = field.trimEnd();
  const lastFour = /^\*{3}.\*{2}.(\d{4})$/u.exec(text)?.[1];
  if (lastFour !== undefined) return ssnEndingOf(lastFour);
  return einOf(text.length === 10 ? `${text}00` : text) ?? cbpNumberOf(text);
}

const filled = (text: string): text is string => text !== '';

/** What is kept of an importer on a case. */
export function onFileOf(importer: KrImporter): OnFile {
  const { result, abbreviatedName, legalName, secondName, mailing, physical, center } = importer;
  const named = center && [center.name, center.id].find(filled);
  return {
    result,
    ...(abbreviatedName && { abbreviatedName }),
    ...(legalName && { legalName }),
    ...(secondName && { secondName }),
    ...(mailing && { mailing }),
    ...(physical && { physical }),
    ...(named && { center: named }),
  };
}

const matches = (number: ImporterNumber, importer: KrImporter): boolean => {
  const answered = krNumber(importer.number);
  if (answered?.kind === 'ssn' || number.kind === 'ssn')
    return answered?.kind === 'ssn' && number.kind === 'ssn' && answered.lastFour === number.lastFour;
  return answered?.canonical === number.canonical;
};

/**
 * The importer of a case among those of an answer: an EIN with `00` and one without are the same; of a Social Security
 * number the last four must do. Answered twice, the later one. Undefined when it is not there, or when two persons
 * share the last four digits: then a person must choose.
 */
export function krFor(number: ImporterNumber, importers: readonly KrImporter[]): KrImporter | undefined {
  const found = importers.filter((importer) => matches(number, importer));
  const names = new Set(found.map(({ abbreviatedName }) => abbreviatedName));
  return number.kind === 'ssn' && names.size > 1 ? undefined : found.at(-1);
}
