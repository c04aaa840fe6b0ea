import type { ImporterNumber } from '../importer-number/importer-number.ts';
import { numberFromAnswer } from '../importer-number/record.ts';
import { maskImporterNumber } from '../importer-number/show.ts';
import type { Answers } from './read-request.ts';
import { requestTypes } from './registry.ts';
import type { RequestTypeName } from './registry.ts';
import type { RequestType } from './request-type.ts';

/** Importer numbers beside the one that a case goes by. They lie among its answers, of a Social Security number the end. */
const types: readonly RequestType[] = Object.values(requestTypes);

const names: ReadonlySet<string> = new Set(
  types.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'importer-number' ? [name] : [])),
  ),
);

/** Whether an answer of that name is an importer number, of whichever type: a case keeps the answers of what it was. */
export const isNumberName = (name: string): boolean => names.has(name);

/** An answer that is an importer number as anybody on the case may see it; undefined for every other answer. */
export function maskedAnswer(name: string, answer: string): string | undefined {
  if (!isNumberName(name)) return undefined;
  const number = numberFromAnswer(answer);
  return number ? maskImporterNumber(number) : '';
}

/** The kind is said with the number. */
export const isSaidWithItsNumber = (name: string, answers: Answers): boolean => {
  const number = name.replace(/Kind$/, '');
  const answer = number !== name && isNumberName(number) ? answers[number] : undefined;
  return answer !== undefined && numberFromAnswer(answer)?.kind === answers[name];
};

/** The question of the nth number of a request, counted from 1. */
export const nameOfNumber = (nth: number): string => (nth === 1 ? 'importerNumber' : `importerNumber${String(nth)}`);

export type NamedNumber = { readonly name: string; readonly number: ImporterNumber };

/** Every importer number among the answers, whoever's it is and whichever type asked for it. */
export const numbersAmong = (answers: Answers): NamedNumber[] =>
  Object.entries(answers).flatMap(([name, answer]) => {
    const number = isNumberName(name) ? numberFromAnswer(answer) : undefined;
    return number ? [{ name, number }] : [];
  });

/** The numbers that the type asks for beside the first, in the order of the form. */
export function moreNumbersOf(of: { readonly type: RequestTypeName; readonly answers: Answers }): NamedNumber[] {
  const { moreNumbers = [] }: RequestType = requestTypes[of.type];
  return moreNumbers.flatMap((name) => {
    const number = numberFromAnswer(of.answers[name] ?? '');
    return number ? [{ name, number }] : [];
  });
}

type Asked = { readonly type: RequestTypeName; readonly answers: Answers; readonly importerNumber: ImporterNumber };

/** Every number that a case asks for, the first one first. */
export const numbersOf = (of: Asked): NamedNumber[] => [
  { name: 'importerNumber', number: of.importerNumber },
  ...moreNumbersOf(of),
];
