import { abiWords } from '#domain/abi/words.ts';
import type { CasePage, WorksheetRow } from '#domain/desk/case-page.ts';

export const sourceWords = (source: WorksheetRow['source']): string => abiWords[`worksheet.source.${source}`];

export const sources: readonly WorksheetRow['source'][] = ['kr', 'request', 'client-file', 'fixed'];

/** Whether name or address differ so that a bond rider comes before any update. The door compares: it holds the request as it was given. */
export const bondRider = ({ tools }: Pick<CasePage, 'tools'>): boolean =>
  tools?.worksheet?.differences.some(({ settle }) => settle === 'bond-rider') ?? false;
