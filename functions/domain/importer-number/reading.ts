import type { ImporterKind, ImporterNumber } from './importer-number.ts';

/** The number may be right, and is worth a second look. A requester may go on; a broker sees it. */
export type ImporterNumberWarning =
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
export type ImporterNumberRefusal =
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
      readonly warnings: readonly ImporterNumberWarning[];
      /** True when the text was not yet in a standard form: worth showing what was understood. */
      readonly normalised: boolean;
    }
  | { readonly outcome: 'refused'; readonly code: ImporterNumberRefusal }
  | { readonly outcome: 'ask-kind'; readonly kinds: readonly ImporterKind[] };
