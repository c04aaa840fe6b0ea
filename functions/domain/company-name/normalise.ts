/** Longest normalised name, in UTF-16 units: as long as the legal name on the 5106 (ABI, T3 and TN IN1: 100). */
const longest = 100;

/**
 * A name with what people write differently made the same, for comparing, never for filing: capitals, accents and
 * punctuation gone, `&` as AND, single spaces. Letters of every script stay.
 */
export function plainName(name: string): string {
  const capitals = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/&/g, ' AND ')
    .replace(/['’.]/g, '');
  // The same for plain names, without preparing a pattern over all scripts in a cold start.
  const between = /^[ -~]*$/.test(capitals) ? /[^A-Z\d]+/g : /[^\p{L}\p{M}\p{N}]+/gu;
  return capitals.replace(between, ' ').trim();
}

/** The plain name as an index keeps it: at most 100 characters, cheap for a text of any length. */
export const normaliseCompanyName = (name: string): string =>
  plainName(name.slice(0, 4 * longest))
    .slice(0, longest)
    .trim();
