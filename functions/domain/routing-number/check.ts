/** Routing numbers that are real and still wrong for a refund (public lists and general knowledge, July 2026). */
const wireOnly = ['026009593'];
const federalReserve =
  '011000015 021001208 031000040 041000014 051000033 061000146 071000301 081000045 091000080 101000048 111000038 121000374';
const testNumber = '110000000';

export type RoutingWarning =
  /** For wire transfers: an ACH payment to it comes back. The bank has another number for direct deposit. */
  | 'wire-number'
  /** A Federal Reserve Bank's own number, not one of an account. */
  | 'federal-reserve'
  /** What payment processors print in their examples. */
  | 'test-number'
  /** 61 to 72: for electronic transactions only, not printed on checks. */
  | 'electronic-range';

export type RoutingRefusal =
  | 'missing'
  | 'characters'
  | 'too-short'
  | 'too-long'
  | 'all-zeros'
  /** 00: the US Government's own. */
  | 'us-government'
  /** 80: traveler's checks. */
  | 'travelers-checks'
  /** No routing number begins with these two digits. */
  | 'prefix'
  | 'checksum';

/** The answer holds no digit of the number: it is checked on the reader's own screen, and never sent or kept. */
export type RoutingCheck =
  | { readonly outcome: 'plausible'; readonly warnings: readonly RoutingWarning[]; readonly normalised: boolean }
  | { readonly outcome: 'refused'; readonly code: RoutingRefusal };

const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1];
const checksum = (digits: string) =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 10;

function refusal(digits: string): RoutingRefusal | undefined {
  if (!digits) return 'missing';
  if (/\D/.test(digits)) return 'characters';
  if (digits.length !== 9) return digits.length < 9 ? 'too-short' : 'too-long';
  if (/^0+$/.test(digits)) return 'all-zeros';
  if (digits.startsWith('00')) return 'us-government';
  if (digits.startsWith('80')) return 'travelers-checks';
  if (!/^(0[1-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2])/.test(digits)) return 'prefix';
  return checksum(digits) === 0 ? undefined : 'checksum';
}

/** Whether nine plain digits can be a US bank's routing number. */
export const isRoutingNumber = (digits: string): boolean => refusal(digits) === undefined;

function warningsOf(digits: string): RoutingWarning[] {
  const warnings: (RoutingWarning | false)[] = [
    wireOnly.includes(digits) && 'wire-number',
    federalReserve.includes(digits) && 'federal-reserve',
    digits === testNumber && 'test-number',
    digits >= '610000000' && 'electronic-range',
  ];
  return warnings.filter((warning) => warning !== false);
}

/**
 * Whether a US bank's routing number can be right: nine digits, a known range, and the ABA checksum
 * 3(d1+d4+d7) + 7(d2+d5+d8) + (d3+d6+d9) = 0 modulo 10. Spaces, hyphens and invisible marks between digits are ignored.
 * `plausible` never means that the bank takes ACH payments on it; CBP checks no more than this either.
 */
export function checkRoutingNumber(text: string): RoutingCheck {
  if (text.length > 64) return { outcome: 'refused', code: 'too-long' };
  const digits = text
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const code = refusal(digits);
  if (code) return { outcome: 'refused', code };
  return { outcome: 'plausible', warnings: warningsOf(digits), normalised: digits !== text };
}
