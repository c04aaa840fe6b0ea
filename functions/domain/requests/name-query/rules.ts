import { readGivenNumber } from '../check.ts';
import type { Rule } from '../check.ts';

/** Not from `fields.ts`: the page's rules carry no questions, they read them from the page. */
const names = ['importerNumber', ...[2, 3, 4, 5, 6].map((n) => `importerNumber${String(n)}`)];

/** The same number twice is a slip of the hand: CBP would answer it once. Two endings of Social Security numbers that are alike cannot be told apart either. */
const eachOnce: Rule = (given, world) => {
  const seen = new Set<string>();
  return names.flatMap((field) => {
    const reading = readGivenNumber(given, field, world);
    if ('code' in reading) return [];
    const key = JSON.stringify(reading.read);
    if (seen.has(key)) return [{ field, code: 'number-twice' } as const];
    seen.add(key);
    return [];
  });
};

export const rules: readonly Rule[] = [eachOnce];
