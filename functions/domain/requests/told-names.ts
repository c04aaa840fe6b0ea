import type { RecordedOutcome } from '../case/parts.ts';

/**
 * A name that an answer tells: typed `first`, `then` when CBP's form refuses the first, or `also` on the record. `kind` is
 * that of a second name: DBA, DIV or AKA.
 */
export type ToldName = { readonly place: 'first' | 'then' | 'also'; readonly name: string; readonly kind?: string };

/**
 * The names of an answer in the order to try them. Which one CBP's form compares is published nowhere (July 2026): the
 * full legal name goes first, then the one of 32 characters, when that is another. Empty for an answer without names.
 */
export function toldNames({ values }: Pick<RecordedOutcome, 'values'>): ToldName[] {
  const { legalName, abbreviatedName, secondName, secondQualifier } = values;
  const [first, then] = [...new Set([legalName, abbreviatedName])].filter((name) => name !== undefined);
  return [
    ...(first === undefined ? [] : [{ place: 'first', name: first } as const]),
    ...(then === undefined ? [] : [{ place: 'then', name: then } as const]),
    ...(secondName === undefined
      ? []
      : [
          { place: 'also', name: secondName, ...(secondQualifier !== undefined && { kind: secondQualifier }) } as const,
        ]),
  ];
}

/** What an answer tells of one of several numbers, in the order of the request: how CBP's answer shows it, and its names. */
export type ToldNumber = { readonly nth: number; readonly result: string; readonly names: readonly ToldName[] };

/** Empty for an answer about one number. */
export const toldNumbers = ({ values }: Pick<RecordedOutcome, 'values'>): ToldNumber[] =>
  [1, 2, 3, 4, 5, 6].flatMap((nth) => {
    const of = (field: string) => values[`${field}${String(nth)}`];
    const [result, legalName, abbreviatedName] = [of('result'), of('legalName'), of('abbreviatedName')];
    if (result === undefined) return [];
    const named = {
      ...(legalName !== undefined && { legalName }),
      ...(abbreviatedName !== undefined && { abbreviatedName }),
    };
    return [{ nth, result, names: result === 'on-file' ? toldNames({ values: named }) : [] }];
  });

/** Steps of our own for the importer, one a line of the field `guidance`; none of an answer without. */
export const toldSteps = ({ values }: Pick<RecordedOutcome, 'values'>): string[] =>
  (values['guidance'] ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
