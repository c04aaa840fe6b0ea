import type { ImporterNumber } from '../../importer-number/importer-number.ts';
import type { Change } from '../fitted.ts';
import type { OnFile } from '../kr/on-file.ts';
import { krResults } from '../kr/results.ts';
import type { KrTrack } from '../kr/results.ts';
import { differencesOf } from './differences.ts';
import type { WorksheetDifference } from './differences.ts';
import { worksheetFields } from './fields.ts';
import type { WorksheetField, WorksheetSource } from './fields.ts';
import { fromKr } from './from-kr.ts';
import { fromRequest } from './from-request.ts';
import type { Fillings, WorksheetNote } from './row.ts';

export interface WorksheetRow {
  /** The key of its label: `worksheet.field.…` in `abi/text/en.json`. */
  readonly field: WorksheetField;
  /** Its block on the 5106, `2E`; empty for what is on the screen only. */
  readonly block: string;
  /** In capitals and fitted to its length (the email as written); left out when blank on file or not known here. */
  readonly value?: string;
  /** The value in the pieces that single records hold, when there are several. */
  readonly parts?: readonly { readonly label: string; readonly value: string }[];
  readonly source: WorksheetSource;
  readonly changed: readonly Change[];
  /** Characters. */
  readonly max?: number;
  readonly note?: WorksheetNote;
}

/** What must come before anything can be filed. */
export type WorksheetMissing =
  /** No answer to a name query yet. */
  | 'record'
  | 'not-on-file'
  | 'voided'
  /** An update with Action Code A is due, which this is not. */
  | 'inactive'
  | 'name'
  /** 32 characters and no K7: the legal name may go on. */
  | 'legal-name'
  /** The query was made without addresses: ask with code 1. */
  | 'mailing-address'
  | 'phone'
  | 'email'
  | 'certifier'
  | 'certifier-title'
  /** A sign with no ASCII form stands in a value as `?`. */
  | 'characters';

export interface Worksheet {
  readonly rows: readonly WorksheetRow[];
  readonly differences: readonly WorksheetDifference[];
  /** Nothing missing, and no difference that is a bond rider's matter. Clearance is another question. */
  readonly ready: boolean;
  readonly missing: readonly WorksheetMissing[];
}

export interface WorksheetInput {
  readonly request: { readonly importerNumber: ImporterNumber; readonly answers: Readonly<Record<string, string>> };
  readonly onFile?: OnFile;
  /** The broker's own, three characters. */
  readonly filerCode: string;
}

const rowsOf = (fillings: Fillings): WorksheetRow[] =>
  worksheetFields.map(({ from, ...place }) => ({
    ...place,
    source: from,
    ...fillings[place.field],
    changed: fillings[place.field]?.changed ?? [],
  }));

const tracks: Readonly<Record<KrTrack, readonly WorksheetMissing[]>> = {
  'on-file': [],
  none: ['not-on-file'],
  void: ['voided'],
  inactive: ['inactive'],
};

function missingOnFile(onFile: OnFile | undefined): readonly WorksheetMissing[] {
  if (!onFile) return ['record'];
  const stopped = tracks[krResults[onFile.result].track];
  if (stopped.length > 0) return stopped;
  const { abbreviatedName = '', legalName, mailing } = onFile;
  const cut = !legalName && abbreviatedName.length >= 31;
  return [
    ...(!legalName && !abbreviatedName ? (['name'] as const) : []),
    ...(cut ? (['legal-name'] as const) : []),
    ...(mailing?.lines.length && mailing.city ? [] : (['mailing-address'] as const)),
  ];
}

/** Rows that an update cannot do without (TP: TD phone, TF email, TL certifying person and title). */
const needed: readonly (readonly [WorksheetField, WorksheetMissing])[] = [
  ['phone', 'phone'],
  ['email', 'email'],
  ['certifier', 'certifier'],
  ['certifierTitle', 'certifier-title'],
];

/**
 * A 5106 update for a change of email, as rows to type into the broker's own software. Name and addresses come from CBP's
 * answer alone: they are sent again unchanged, since a change of theirs needs a bond rider (form 5106, 06/25). What the
 * importer says otherwise is a difference. What cannot be known is to be copied from the client file. Never a TP line:
 * the only public layout is a draft. Pure, never throws.
 */
export function worksheet({ request, onFile, filerCode }: WorksheetInput): Worksheet {
  const rows = rowsOf({
    ...fromRequest(request.importerNumber, request.answers),
    ...(onFile && fromKr(onFile)),
    action: { value: 'U' },
    filerCode: { value: filerCode },
  });
  const has = (field: WorksheetField) => rows.some((row) => row.field === field && row.value !== undefined);
  const unfit = rows.some(({ changed }) => changed.some(({ code }) => code === 'unfit'));
  const missing: WorksheetMissing[] = [
    ...missingOnFile(onFile),
    ...needed.flatMap(([field, code]) => (has(field) ? [] : [code])),
    ...(unfit ? (['characters'] as const) : []),
  ];
  const differences = onFile ? differencesOf(onFile, request.answers) : [];
  const ready = missing.length === 0 && differences.every(({ settle }) => settle !== 'bond-rider');
  return { rows, differences, ready, missing };
}
