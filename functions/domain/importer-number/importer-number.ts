declare const checked: unique symbol;

/** A string that passed the pattern of its kind; only the makers below can produce one. */
type Checked<Name extends string> = string & { readonly [checked]: Name };

/** An Employer Identification Number: `canonical` is 12 characters with its suffix, `shown` leaves a `00` suffix out. */
export interface Ein {
  readonly kind: 'ein';
  readonly canonical: Checked<'ein'>;
  readonly shown: string;
}

/** A number that CBP assigned, `YYDDPP-NNNNN`: 12 characters, never a suffix. */
export interface CbpNumber {
  readonly kind: 'cbp';
  readonly canonical: Checked<'cbp'>;
  readonly shown: string;
}

/** All that is ever kept of a Social Security number: its last four digits. */
export interface SsnEnding {
  readonly kind: 'ssn';
  readonly lastFour: Checked<'last-four'>;
}

export type ImporterNumber = Ein | CbpNumber | SsnEnding;
export type ImporterKind = ImporterNumber['kind'];

const isEin = (text: string): text is Checked<'ein'> => /^(?!00)\d\d-\d{7}[0-9A-Z]{2}$/.test(text);
const isCbpNumber = (text: string): text is Checked<'cbp'> => /^\d{6}-\d{5}$/.test(text);
const isLastFour = (text: string): text is Checked<'last-four'> => /^(?!0000)\d{4}$/.test(text);

/** An EIN from its 12 characters, `95-123456700`; undefined for any other shape, or the prefix `00`. */
export const einOf = (canonical: string): Ein | undefined =>
  isEin(canonical) ? { kind: 'ein', canonical, shown: canonical.replace(/00$/, '') } : undefined;

/** A CBP-assigned number from its 12 characters, `252704-12345`; undefined for any other shape. */
export const cbpNumberOf = (canonical: string): CbpNumber | undefined =>
  isCbpNumber(canonical) ? { kind: 'cbp', canonical, shown: canonical } : undefined;

/** What is kept of a Social Security number, from its last four digits; undefined for another shape, or `0000`. */
export const ssnEndingOf = (lastFour: string): SsnEnding | undefined =>
  isLastFour(lastFour) ? { kind: 'ssn', lastFour } : undefined;
