import { krResults } from '#domain/abi/kr/results.ts';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import { compareCompanyNames } from '#domain/company-name/compare.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import { bondRider } from './worksheet-words.ts';

/** An outcome that CBP's answer leads to, ready to look over. `why` is a key of the page's words. */
export type Suggested = {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  readonly why:
    | 'same-name'
    | 'only-case'
    | 'another-name'
    | 'none'
    | 'void'
    | 'inactive'
    | 'several'
    | 'differences'
    | 'accepted'
    | 'rejected';
};

/** What was typed into CBP's form; the importer's own way of writing the name where nothing else is known. */
export const typedOf = (answers: CasePage['answers']): string => {
  const valueOf = (name: string) => answers.find((answer) => answer.name === name)?.value ?? '';
  return valueOf('typedName') || valueOf('companyName');
};

/** The fields of *name on file*, as CBP's record shows them. */
function nameValues({ abbreviatedName, legalName, secondName }: OnFile): Record<string, string> {
  return {
    ...(legalName !== undefined && { legalName }),
    ...(abbreviatedName !== undefined && { abbreviatedName }),
    ...(secondName !== undefined && { secondQualifier: secondName.qualifier, secondName: secondName.name }),
  };
}

function nameOutcome(onFile: OnFile, typed: string): Suggested {
  // The full legal name is the first to type (facts of July 2026: which one CBP compares is published nowhere).
  const verdict = compareCompanyNames(onFile.legalName ?? onFile.abbreviatedName ?? '', typed);
  if (verdict === 'same') return { code: 'already-matches', values: {}, why: 'same-name' };
  const why = verdict === 'same-ignoring-case' ? 'only-case' : 'another-name';
  return { code: 'name-on-file', values: nameValues(onFile), why };
}

const resultOf = { 'on-file': 'on-file', none: 'nothing-on-file', void: 'voided', inactive: 'inactive' } as const;

/** Each of several numbers with what CBP's answer shows; nothing before all of them have one. */
function severalOutcome({ more }: Pick<CasePage, 'more'>, first: OnFile): Suggested | undefined {
  const answered = [{ name: 'importerNumber', onFile: first }, ...more];
  const values = answered.flatMap(({ name, onFile }) => {
    if (!onFile) return [];
    const nth = /\d$/.exec(name)?.[0] ?? '1';
    const { legalName, abbreviatedName } = nameValues(onFile);
    const said = { result: resultOf[krResults[onFile.result].track], legalName, abbreviatedName };
    return Object.entries(said).flatMap(([field, value]) =>
      value === undefined ? [] : [[field + nth, value] as const],
    );
  });
  const complete = more.every(({ onFile }) => onFile !== undefined);
  return complete ? { code: 'names-on-file', values: Object.fromEntries(values), why: 'several' } : undefined;
}

/** The outcome that a `KR` answer leads to, by the type of the request; none where the work goes on with it. */
export function suggestedByKr(
  page: Pick<CasePage, 'tool' | 'more' | 'answers' | 'tools'>,
  onFile: OnFile,
): Suggested | undefined {
  const { track } = krResults[onFile.result];
  if (page.tool === undefined) return undefined;
  if (page.tool === 'query') {
    if (page.more.length > 0) return severalOutcome(page, onFile);
    if (track === 'none') return { code: 'nothing-on-file', values: {}, why: 'none' };
    if (track === 'void') return { code: 'voided', values: {}, why: 'void' };
    if (track === 'inactive') return { code: 'inactive', values: {}, why: 'inactive' };
    return nameOutcome(onFile, typedOf(page.answers));
  }
  if (track === 'inactive') return { code: 'needs-reactivation', values: {}, why: 'inactive' };
  const differs = track === 'on-file' && bondRider(page);
  return differs ? { code: 'needs-bond-rider', values: {}, why: 'differences' } : undefined;
}
