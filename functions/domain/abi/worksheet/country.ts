import type { FiledAddress } from '../kr/on-file.ts';

/** States and the district; the territories have country codes of their own, so what CBP has for them is not guessed. */
const usStates =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC'.split(
    ' ',
  );
const canadianProvinces = 'AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' ');

/**
 * The country of an address in a `KR` answer, which holds none (K4, K6). State and postal code must agree: ZIP of 5 or 9
 * digits, Canadian `ANA NAN`. State `FN` is any country but US, CA and MX (TP, T2): undefined, like all else.
 */
export function countryOf({ state, postal }: FiledAddress): 'US' | 'CA' | undefined {
  const code = postal.replace(/[ -]/g, '');
  if (usStates.includes(state) && /^\d{5}(\d{4})?$/.test(code)) return 'US';
  if (canadianProvinces.includes(state) && /^([A-Z]\d){3}$/.test(code)) return 'CA';
  return undefined;
}
