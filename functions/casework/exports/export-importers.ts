import type { Broker } from '#domain/broker/broker.ts';
import { fill } from '#domain/broker/words.ts';
import { dayOf } from '#domain/desk/days.ts';
import type { CsvPage, ImportersExport } from '#domain/desk/exports.ts';
import { numbersAmong } from '#domain/requests/numbers.ts';
import type { CaseLists, Listed } from '../lists/ports.ts';
import type { CaseStore } from '../ports.ts';
import { MARK } from './export-cases.ts';
import type { ExportPorts } from './export-cases.ts';
import { importerRow, numberRow } from './importer-row.ts';
import words from './text/importers.en.json' with { type: 'json' };
import { walkDays } from './walk-days.ts';

export type ImportersPorts = ExportPorts & { readonly cases: Pick<CaseStore, 'read'> };

/** No case is older than the product. */
const FIRST_DAY = '2026-01-01';

const SIDE_BY_SIDE = 20;

/**
 * The importers whose records were held between two times, one a row, for the notice that a broker owes CBP within 72 hours
 * of a breach, with the importer numbers known to be compromised (19 CFR 111.21(b), read 2026-07). An importer is listed
 * with the first case that is held of it: that one question to the index keeps every importer to one row, over any number
 * of pages, without remembering any. Records past their time count while they still exist: they could be read, too.
 */
export async function exportImporters(
  { lists, cases, csv, now }: ImportersPorts,
  broker: Pick<Broker, 'name' | 'licenceNumber'>,
  { from, to, cursor }: ImportersExport,
): Promise<CsvPage | 'refused'> {
  const until = new Date(to).toISOString();
  const walked = await walkDays(lists, { from: FIRST_DAY, to: dayOf(until), cursor }, now());
  if (walked === 'refused') return walked;
  const opened = walked.found.filter(({ card }) => card.openedAt < until);
  const rows = [
    ...(await firstOnes(lists, opened)).map((one) => importerRow(one, words)),
    ...(await furtherRows(cases, opened)),
  ];
  const head = cursor === undefined ? headOf(broker, new Date(from).toISOString(), until, now().toISOString()) : [];
  return {
    csv: (cursor === undefined ? MARK : '') + csv([...head, ...rows]),
    rows: rows.length,
    ...(walked.cursor !== undefined && { cursor: walked.cursor }),
  };
}

/**
 * Further numbers that a case holds: no index knows them, so each such case is read. They may come twice, since a row too
 * many harms less than one too few.
 */
async function furtherRows(cases: ImportersPorts['cases'], all: readonly Listed[]): Promise<string[][]> {
  const rows: string[][] = [];
  for (const { card, place } of all.filter((one) => (one.card.more ?? 0) > 0)) {
    const found = await cases.read(place);
    rows.push(...numbersAmong(found?.answers ?? {}).map(({ number }) => numberRow(card, number, words)));
  }
  return rows;
}

/** Those that are the first case held of their importer. */
async function firstOnes(lists: Pick<CaseLists, 'some'>, all: readonly Listed[]): Promise<Listed[]> {
  const firsts: Listed[] = [];
  for (let at = 0; at < all.length; at += SIDE_BY_SIDE) {
    const some = all.slice(at, at + SIDE_BY_SIDE);
    const first = await Promise.all(some.map((one) => firstOf(lists, one)));
    firsts.push(...some.filter(({ card }, nth) => first[nth] === undefined || first[nth] === card.digest));
  }
  return firsts;
}

/** Undefined when the index does not know the case yet: then it counts, since a row too many harms less than one too few. */
async function firstOf(lists: Pick<CaseLists, 'some'>, { importerKey = '' }: Listed): Promise<string | undefined> {
  const { found } = await lists.some({ by: 'importer', of: importerKey }, { most: 1 });
  return found[0]?.card.digest;
}

function headOf(
  { name, licenceNumber }: Pick<Broker, 'name' | 'licenceNumber'>,
  from: string,
  to: string,
  made: string,
) {
  const values = { broker: name, licence: licenceNumber, from, to, made };
  const said = [words.title, words.window, words.held, words.gone, words.ssn].map((line) => [fill(line, values)]);
  return [...said, [], [words.number, words.kind, words.name, words.first, words.note]];
}
