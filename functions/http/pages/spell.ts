/** The spelling alphabet of radio and telephone (ICAO), which people of every language know from the airport. */
const spoken =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu'.split(
    ' ',
  );

/** A reference as it is said over the phone: `Hotel 7 Kilo 2 Mike dash 9 Quebec …`. Digits stay digits. */
export const spell = (reference: string, dash: string): string =>
  Array.from(reference, (letter) =>
    letter === '-' ? dash : (spoken.find((word) => word.startsWith(letter)) ?? letter),
  ).join(' ');
