/** The spelling alphabet of radio and telephone (ICAO), which people of every language know from the airport. */
export const alphabet: readonly string[] =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu'.split(
    ' ',
  );
