import type { ImporterNumber, SsnEnding } from '../importer-number/importer-number.ts';

/** A number that a query may carry. The desk holds no full Social Security number, so it has no line for one. */
export type QueryableNumber = Exclude<ImporterNumber, SsnEnding>;

/** Importers in one `K` record (importer/bond query, CATAIR v7, 15 July 2025). */
export const numbersPerLine = 6;

const lineLength = 80;

export interface KiOptions {
  /** True asks for K1 to K8 (with addresses), false for K1, K2, K7 and K8. */
  readonly addresses: boolean;
  /** True leaves the suffix of an EIN blank where it is `00`; CBP reads both alike. */
  readonly blankZeroSuffix?: boolean;
}

function slot(number: QueryableNumber, { addresses, blankZeroSuffix = false }: KiOptions): string {
  const field = blankZeroSuffix ? number.shown : number.canonical;
  return field.padEnd(12) + (addresses ? '1' : ' ');
}

/**
 * The input records of an importer/bond query (application KI): `K`, a space, then six slots of a 12-character importer
 * number and a one-character address request. Each line is exactly 80 columns; no numbers, no lines.
 * The broker's own ABI software adds the envelope.
 */
export function kiLines(numbers: readonly QueryableNumber[], options: KiOptions): string[] {
  const lines = Array.from({ length: Math.ceil(numbers.length / numbersPerLine) }, (_, index) =>
    numbers.slice(index * numbersPerLine, (index + 1) * numbersPerLine),
  );
  return lines.map((line) => `K ${line.map((number) => slot(number, options)).join('')}`.padEnd(lineLength));
}
