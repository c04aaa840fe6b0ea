import { krFor, krNumber, onFileOf } from '#domain/abi/kr/importer.ts';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import type { KrProblem } from '#domain/abi/kr/problem.ts';
import { readKr } from '#domain/abi/kr/read.ts';
import { ssnEndingOf } from '#domain/importer-number/importer-number.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import type { CasePage } from '#domain/desk/case-page.ts';

/** What a pasted `KR` answer means for this very case. `onFile` is all that ever leaves the browser. */
export type KrAnswer =
  | {
      readonly kind: 'found';
      /** Of the number that the case goes by. */
      readonly onFile?: OnFile;
      /** Of the numbers beside it, by the name of their question. */
      readonly more: Readonly<Record<string, OnFile>>;
      /** Numbers of the case that this paste says nothing of, masked. */
      readonly lacking: readonly string[];
      readonly problems: readonly KrProblem[];
    }
  /** CBP answered about somebody else: `numbers` are theirs, by their endings. */
  | { readonly kind: 'another'; readonly numbers: readonly string[]; readonly problems: readonly KrProblem[] }
  /** Two persons share the last four digits of a Social Security number. */
  | { readonly kind: 'two-persons'; readonly problems: readonly KrProblem[] }
  | { readonly kind: 'unread'; readonly problems: readonly KrProblem[] };

/** The importer of the case, from what its page shows; of a Social Security number there is the ending only. */
export function importerOf({ kind, masked, shown }: CasePage['importer']): ImporterNumber | undefined {
  if (kind === 'ssn') return ssnEndingOf(/\d{4}$/.exec(masked)?.[0] ?? '');
  return shown === undefined ? undefined : krNumber(shown);
}

/** Reads a paste for one case, against each of its numbers. Numbers are masked by the reader before anything else looks at them. Never throws. */
export function krAnswerFor({ importer, more }: Pick<CasePage, 'importer' | 'more'>, pasted: string): KrAnswer {
  const { importers, problems } = readKr(pasted);
  if (importers.length === 0) return { kind: 'unread', problems };
  const shownOf = (one: CasePage['importer']): OnFile | undefined => {
    const number = importerOf(one);
    const found = number && krFor(number, importers);
    return found && onFileOf(found);
  };
  const onFile = shownOf(importer);
  const others = more.flatMap((one) => {
    const shown = shownOf(one);
    return shown ? [[one.name, shown] as const] : [];
  });
  if (onFile || others.length > 0) {
    const lacking = [...(onFile ? [] : [importer]), ...more.filter(({ name }) => !others.some(([of]) => of === name))];
    const found = { ...(onFile && { onFile }), more: Object.fromEntries(others) };
    return { kind: 'found', ...found, lacking: lacking.map(({ masked }) => masked), problems };
  }
  const number = importerOf(importer);
  const endings = [...new Set(importers.map(({ numberEnding }) => numberEnding))];
  const shared = number?.kind === 'ssn' && endings.includes(number.lastFour);
  const persons = importers.filter((one) => one.number.startsWith('***')).length;
  return shared && persons > 1 ? { kind: 'two-persons', problems } : { kind: 'another', numbers: endings, problems };
}
