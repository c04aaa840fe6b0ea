import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A phone number as a person dials it: `(305) 555-0100`, `+49 30 123456`; undefined for one that cannot be read, or stands so already. */
export function shownPhone(given: string): string | undefined {
  const number = parsePhoneNumberFromString(given, 'US');
  if (!number?.isPossible()) return undefined;
  const shown = number.countryCallingCode === '1' ? number.formatNational() : number.formatInternational();
  return shown === given ? undefined : shown;
}
