import type { Change } from '#domain/abi/fitted.ts';
import { kiLines } from '#domain/abi/ki-line.ts';
import { queryableOf } from '#domain/abi/ki-selection.ts';
import { worksheet } from '#domain/abi/worksheet/worksheet.ts';
import type { WorksheetRow as Row } from '#domain/abi/worksheet/worksheet.ts';
import { abiWords } from '#domain/abi/words.ts';
import type { Broker } from '#domain/broker/broker.ts';
import { fill } from '#domain/broker/words.ts';
import type { Case } from '#domain/case/case.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import { moreNumbersOf } from '#domain/requests/numbers.ts';
import { requestTypes } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import type { CasePage, WorksheetRow } from '#domain/desk/case-page.ts';
import words from './text/page.en.json' with { type: 'json' };

type Tools = NonNullable<CasePage['tools']>;

/** What files something: nothing at all of it before the case is cleared. */
export function toolsOf(of: Case, broker: Broker): Tools | undefined {
  if (of.cleared === undefined) return undefined;
  return { ...kiLineOf(of), ...(toolOf(of.type) === 'update' && { worksheet: worksheetOf(of, broker) }) };
}

/** What the desk makes of a type at CBP; nothing of one that only needs to be known, or is filed on paper. */
export const toolOf = (type: Case['type']): RequestType['tool'] => definitionOf(type).tool;

const definitionOf = (type: Case['type']): RequestType => requestTypes[type];

/** A query asks for all numbers of its case, an update for the one whose record it sends again; what asks for none has none. */
export const kiNumbersOf = (of: Case): ImporterNumber[] => {
  const tool = toolOf(of.type);
  return tool === undefined ? [] : [of.importerNumber, ...moreNumbersOf(of).map(({ number }) => number)];
};

/** An update sends the addresses again, so its query asks for them. Six numbers fill one line. */
function kiLineOf(of: Case): Pick<Tools, 'kiLine'> {
  const numbers = queryableOf(kiNumbersOf(of));
  const [kiLine] = kiLines(numbers, { addresses: toolOf(of.type) === 'update' });
  return kiLine === undefined ? {} : { kiLine };
}

function worksheetOf(request: Case, { filerCode }: Broker): NonNullable<Tools['worksheet']> {
  const { onFile } = request;
  const sheet = worksheet({ request, filerCode, ...(onFile && { onFile }) });
  return {
    rows: sheet.rows.map(rowInWords),
    differences: sheet.differences.map(({ field, settle, ...said }) => ({
      label: abiWords[`worksheet.difference.${field}`],
      ...said,
      settle,
      advice: abiWords[`worksheet.settle.${settle}`],
    })),
    missing: sheet.missing.map((code) => abiWords[`worksheet.missing.${code}`]),
    ready: sheet.ready,
  };
}

const rowInWords = ({ field, block, value, parts, source, changed, max, note }: Row): WorksheetRow => ({
  field,
  label: abiWords[`worksheet.field.${field}`],
  block,
  ...(value !== undefined && { value }),
  ...(parts && { parts: [...parts] }),
  source,
  changed: changed.map(changeInWords),
  ...(max !== undefined && { max }),
  ...(note && { note: abiWords[`worksheet.note.${note}`] }),
});

function changeInWords(change: Change): string {
  switch (change.code) {
    case 'unfit':
      return fill(words['change.unfit'], { characters: change.characters.join(' ') });
    case 'cut':
      return fill(words['change.cut'], { max: String(change.max), lost: change.lost });
    case 'capitals':
    case 'accents':
    case 'punctuation':
    case 'spaces':
    case 'invisible':
      return words[`change.${change.code}`];
  }
}
