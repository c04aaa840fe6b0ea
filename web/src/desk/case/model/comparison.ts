import type { OnFile } from '#domain/abi/kr/on-file.ts';
import { differencesOf } from '#domain/company-name/differences.ts';
import type { Difference } from '#domain/company-name/differences.ts';
import { letterByLetter } from '#domain/company-name/letter-by-letter.ts';
import type { Piece } from '#domain/company-name/letter-by-letter.ts';
import { said } from '#domain/company-name/signs.ts';
import { nameVerdict } from '#domain/company-name/verdict.ts';
import type { NameVerdict } from '#domain/company-name/verdict.ts';
import type { CasePage } from '#domain/desk/case-page.ts';

export type TypedIn = 'typedName' | 'companyName';
export type FiledAs = 'legalName' | 'abbreviatedName' | 'secondName';

/** A name the importer wrote, beside one that CBP's record shows. */
export type Comparison = {
  readonly typedIn: TypedIn;
  readonly filedAs: FiledAs;
  readonly typed: string;
  readonly onFile: string;
  readonly verdict: NameVerdict;
  readonly pieces: readonly Piece[];
};

const typedIn: readonly TypedIn[] = ['typedName', 'companyName'];

const filedNames = ({ legalName, abbreviatedName, secondName }: OnFile): readonly (readonly [FiledAs, string])[] => {
  const names: readonly (readonly [FiledAs, string | undefined])[] = [
    ['legalName', legalName],
    ['abbreviatedName', abbreviatedName],
    ['secondName', secondName?.name],
  ];
  return names.flatMap(([as, name]) => (name === undefined ? [] : [[as, name] as const]));
};

/** Every written name beside every name on file: what was typed into CBP's form first, the legal name first. The same pair only once. */
export function comparisonsOf(answers: CasePage['answers'], onFile: OnFile): Comparison[] {
  const seen = new Set<string>();
  return typedIn.flatMap((name) => {
    const typed = answers.find((answer) => answer.name === name)?.value;
    if (typed === undefined) return [];
    return filedNames(onFile).flatMap(([filedAs, filed]): Comparison[] => {
      const pair = JSON.stringify([typed, filed]);
      if (seen.has(pair)) return [];
      seen.add(pair);
      const pieces = letterByLetter(typed, filed);
      return [{ typedIn: name, filedAs, typed, onFile: filed, verdict: nameVerdict(typed, filed, pieces), pieces }];
    });
  });
}

/** The differences of two names in words, for every reader. `kind` is a key of the page's words. */
export const differencesIn = (pieces: readonly Piece[]): Difference[] =>
  differencesOf(pieces).map((found) => ({ ...found, typed: said(found.typed), onFile: said(found.onFile) }));
