import type { Change } from '#domain/abi/fitted.ts';
import { kiLines } from '#domain/abi/ki-line.ts';
import { worksheet } from '#domain/abi/worksheet/worksheet.ts';
import type { WorksheetRow as Row } from '#domain/abi/worksheet/worksheet.ts';
import { abiWords } from '#domain/abi/words.ts';
import type { Broker } from '#domain/broker/broker.ts';
import { fill } from '#domain/broker/words.ts';
import type { Case } from '#domain/case/case.ts';
import type { CasePage, WorksheetRow } from '#domain/desk/case-page.ts';
import words from './text/page.en.json' with { type: 'json' };

type Tools = NonNullable<CasePage['tools']>;

/** What files something: nothing at all of it before the case is cleared. */
export function toolsOf(of: Case, broker: Broker): Tools | undefined {
  if (of.cleared === undefined) return undefined;
  return { ...kiLineOf(of), ...(of.type === 'email-update' && { worksheet: worksheetOf(of, broker) }) };
}

/** An update sends the addresses again, so its query asks for them. */
function kiLineOf({ importerNumber: number, type }: Case): Pick<Tools, 'kiLine'> {
  if (number.kind === 'ssn') return {};
  const [kiLine] = kiLines([number], { addresses: type === 'email-update' });
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
