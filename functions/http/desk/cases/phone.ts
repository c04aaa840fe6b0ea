import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { PhoneNumber } from 'libphonenumber-js/min';

function read(given: string): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(given, 'US');
  return number?.isPossible() ? number : undefined;
}

/** A phone number as a person dials it: `(305) 555-0100`, `+49 30 123456`; undefined for one that cannot be read, or stands so already. */
export function shownPhone(given: string): string | undefined {
  const number = read(given);
  const shown = number?.countryCallingCode === '1' ? number.formatNational() : number?.formatInternational();
  return shown === given ? undefined : shown;
}

/** The address that dials it (RFC 3966): `tel:+13055550100`; undefined for a number that cannot be read. */
export const dialledPhone = (given: string): string | undefined => read(given)?.getURI();
