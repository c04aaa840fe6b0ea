import { inOrder, tabColumn } from '../paste-problem.ts';
import { isCutOff, isEnvelope, mostLines, pastedLines } from '../pasted-lines.ts';
import type { PastedLine } from '../pasted-lines.ts';
import { importerProblems } from './check-importer.ts';
import { layoutProblems } from './check-line.ts';
import type { KrRecord } from './check-line.ts';
import { importerFrom } from './from-records.ts';
import type { KrImporter } from './importer.ts';
import { maskKr } from './mask.ts';
import { isKrRecordId, krRecordIds } from './places.ts';
import type { KrProblem } from './problem.ts';
import { seenIn } from './seen.ts';

export interface KrReading {
  readonly importers: readonly KrImporter[];
  /** By line, then by column; empty when all was as CBP sends it. */
  readonly problems: readonly KrProblem[];
}

/** The records of the paste, and a problem for each line that is none. Envelope lines are neither. */
function recordsIn(lines: readonly PastedLine[], problems: KrProblem[]): KrRecord[] {
  return lines
    .filter((line) => !isEnvelope(line))
    .flatMap((line) => {
      const id = line.columns.slice(0, 2).join('').toUpperCase();
      if (isKrRecordId(id)) return [{ ...line, id }];
      problems.push({ line: line.line, column: 1, code: 'unknown-record', expected: { oneOf: krRecordIds } });
      return [];
    });
}

/** Records by importer: each K1 begins one. What stands before the first belongs to nobody. */
function byImporter(records: readonly KrRecord[], problems: KrProblem[]): KrRecord[][] {
  const groups: KrRecord[][] = [];
  for (const record of records) {
    if (record.id === 'K1') groups.push([record]);
    else if (groups.length > 0) groups.at(-1)?.push(record);
    else problems.push({ line: record.line, column: 1, code: 'before-k1', expected: { oneOf: ['K1'] } });
  }
  return groups;
}

/** A record with a tab in it is told and left out. With its K1 gone, so is the importer: its records must not go to another. */
function withoutTabs(group: readonly KrRecord[], problems: KrProblem[]): KrRecord[] {
  const kept = group.filter((record) => {
    const column = tabColumn(record);
    if (column > 0) problems.push({ line: record.line, column, code: 'tab', expected: {} });
    return column === 0;
  });
  return kept[0]?.id === 'K1' ? kept : [];
}

/**
 * Reads a pasted `KR` answer (importer/bond query, CATAIR v7, 15 July 2025): several importers, envelope lines, quote
 * marks and lost spaces are all right. Social Security numbers are masked first; a masked paste reads the same.
 * Never throws: `importers` holds what could be read, `problems` everything that could not, all at once.
 * An importer whose K1 has no result code is left out: nothing follows from it.
 */
export function readKr(pasted: string): KrReading {
  const problems: KrProblem[] = [];
  const masked = maskKr(pasted);
  const groups = byImporter(recordsIn(pastedLines(masked), problems), problems);
  const importers = groups.flatMap((group) => {
    const records = withoutTabs(group, problems);
    const seen = seenIn(records, problems);
    problems.push(...records.flatMap(layoutProblems), ...importerProblems(seen));
    return importerFrom(seen) ?? [];
  });
  if (isCutOff(masked)) problems.push({ line: mostLines + 1, code: 'too-many-lines', expected: { to: mostLines } });
  if (groups.length === 0) problems.push({ line: 1, code: 'nothing-to-read', expected: { oneOf: ['K1'] } });
  return { importers, problems: problems.sort(inOrder) };
}
