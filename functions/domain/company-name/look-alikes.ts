/** Cyrillic and Greek letters that look like Latin capitals, and what they pass for. */
const lookAlikes: Record<string, string> = {
  ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X' },
  ...{ Ѕ: 'S', І: 'I', Ј: 'J', Ԛ: 'Q', Ԝ: 'W', Ү: 'Y', Ԍ: 'G', Ғ: 'F', Ꮯ: 'C' },
  ...{ Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X' },
};

/** A name in capitals with each foreign look-alike as the Latin letter it passes for. */
export const withoutLookAlikes = (name: string): string =>
  name.toUpperCase().replace(/[\u0370-\u052f\u13a0-\u13ff]/g, (char) => lookAlikes[char] ?? char);

/** Whether Latin letters stand beside Cyrillic, Greek or Cherokee ones: no honest keyboard mixes them in one name. */
export const mixesScripts = (name: string): boolean =>
  /\p{Script=Latin}/u.test(name) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}]/u.test(name);
