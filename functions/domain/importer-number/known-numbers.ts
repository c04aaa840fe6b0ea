/**
 * EIN prefixes that are not on the IRS list "How EINs are assigned and valid EIN prefixes" (copy read July 2026).
 * The IRS adds prefixes over time, so a miss is a warning. `00` is refused before this list is asked.
 */
export const prefixesNotOnIrsList = '00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97';

/**
 * Customs districts of Schedule D (general knowledge of the trade, July 2026). Ports and districts close,
 * and an old number keeps its digits: a miss is a warning.
 */
export const districts =
  '01 02 04 05 07 09 10 11 13 14 15 16 17 18 19 20 21 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 41 45 46 47 49 51 52 53 54 55 58 60';

/** Two Social Security numbers that were published and are void: a wallet insert's (1938) and a leaflet's (1940). SSA history pages. */
export const voidSsns = '078051120 219099999';

/** Nine digits that people type as an example: counted up, or one digit all along. */
export const dummy = /^(123456789|(\d)\2{8})$/;

/** IRS, ITIN: begins with 9, middle digits 50-65, 70-88, 90-92 or 94-99. Not an importer number (Form 5106, block 1B, 06/25). */
export const itin = /^9..([57]|6[0-5]|8[0-8]|9[^3])/;
