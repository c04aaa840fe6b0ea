/** An address as a `KR` answer gives it: one or two lines, and the rest in the places of K3 to K6. */
export type FiledAddress = {
  readonly lines: readonly string[];
  readonly city: string;
  readonly state: string;
  readonly postal: string;
};

/**
 * What CBP's record showed of one importer, as it lies on a case: plain strings, no importer number, no time.
 * A part that the answer did not hold is left out. The record's email is never in it: a query does not show it.
 */
export type OnFile = {
  readonly result: '0' | '1' | '2' | '3' | '4';
  /** K1: at most 32 characters. */
  readonly abbreviatedName?: string;
  /** K7, and K8 `IN1` where it overflows: at most 100 characters. */
  readonly legalName?: string;
  readonly secondName?: { readonly qualifier: 'DBA' | 'DIV' | 'AKA'; readonly name: string };
  readonly mailing?: FiledAddress;
  readonly physical?: FiledAddress;
  /** Centre of Excellence, as CBP names it. */
  readonly center?: string;
};
