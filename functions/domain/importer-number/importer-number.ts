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

/** The number may be right, and is worth a second look. A requester may go on; a broker sees it. */
export type Warning =
  /** The EIN's first two digits are not among those the IRS says it gives out. */
  | 'prefix-not-on-irs-list'
  /** Every digit of the running number is zero. */
  | 'zero-serial'
  /** A number that people type as an example. */
  | 'well-known-dummy'
  /** CBP-assigned: the year of assignment lies in the future, or before such numbers. */
  | 'implausible-year'
  /** CBP-assigned: no customs district has these two digits. */
  | 'implausible-district';

/** Why a text is not an importer number. Closed: every text on the page and every test lists them all. */
export type RefusalCode =
  | 'missing'
  | 'too-short'
  /** Ten bare digits of no chosen kind: no kind has ten. */
  | 'wrong-length'
  | 'too-long'
  /** Digits of another script, such as Arabic-Indic. CBP's form takes 0 to 9. */
  | 'other-digits'
  /** Letters or signs where only digits belong. */
  | 'characters'
  /** An EORI, VAT or Canadian business number. */
  | 'foreign-number'
  /** Hyphens or spaces in places that no kind has. */
  | 'separators'
  /** An EIN's suffix is two characters or none. */
  | 'suffix-one-character'
  | 'ein-prefix'
  /** A CBP-assigned number has no suffix. */
  | 'cbp-suffix'
  /** Eight digits, or 3-2-3: a Social Security number has nine, or give its last four. */
  | 'ssn-digit-missing'
  | 'ssn-area'
  | 'ssn-group'
  | 'ssn-serial'
  /** Printed in a wallet or a leaflet long ago, and void since. */
  | 'ssn-void'
  | 'itin'
  /** The hyphens are those of another kind than the chosen one. */
  | `is-${ImporterKind}`;

/** What a text turned out to be. It never carries a full Social Security number, whatever was typed. */
export type Reading =
  | {
      readonly outcome: 'read';
      readonly number: ImporterNumber;
      readonly warnings: readonly Warning[];
      /** True when the text was not yet in a standard form: worth showing what was understood. */
      readonly normalised: boolean;
    }
  | { readonly outcome: 'refused'; readonly code: RefusalCode }
  | { readonly outcome: 'ask-kind'; readonly kinds: readonly ImporterKind[] };

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
