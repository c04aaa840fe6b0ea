import type { Card } from '#domain/desk/card.ts';
import type { CasesExport, CsvPage } from '#domain/desk/exports.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import { endName } from '../insights/end-name.ts';
import type { CaseLists, Listed } from '../lists/ports.ts';
import type { Clock } from '../ports.ts';
import type { WriteCsv } from './ports.ts';
import words from './text/cases.en.json' with { type: 'json' };
import { walkDays } from './walk-days.ts';

export type ExportPorts = {
  readonly lists: Pick<CaseLists, 'some'>;
  readonly csv: WriteCsv;
  readonly now: Clock;
};

/** Excel takes a file for UTF-8 only when it begins with this. */
export const MARK = '\uFEFF';

const columns = [
  'reference',
  'type',
  'state',
  'company',
  'importer',
  'opened',
  'due',
  'first-move',
  'closed',
  'outcome',
  'assignee',
  'confirmed',
  'cleared',
  'flagged',
] as const;

/** Cases opened from a date to a date, as they stand now, one a row; importer numbers are masked. */
export async function exportCases({ lists, csv, now }: ExportPorts, asked: CasesExport): Promise<CsvPage | 'refused'> {
  const walked = await walkDays(lists, asked, now());
  if (walked === 'refused') return walked;
  const current = walked.found.filter(({ expiresAt = Infinity }: Listed) => expiresAt * 1000 > now().getTime());
  const rows = current.map(({ card }) => columns.map((column) => cellOf(card, column)));
  const head = asked.cursor === undefined ? [columns.map((column) => words[column])] : [];
  return {
    csv: (asked.cursor === undefined ? MARK : '') + csv([...head, ...rows]),
    rows: rows.length,
    ...(walked.cursor !== undefined && { cursor: walked.cursor }),
  };
}

function cellOf(card: Card, column: (typeof columns)[number]): string {
  switch (column) {
    case 'reference':
      return card.reference;
    case 'type':
      return text(textsOf('en', card.type), 'name');
    case 'state':
      return words[`state.${card.state}`];
    case 'company':
      return card.companyName;
    case 'importer':
      return card.importer;
    case 'opened':
      return card.openedAt;
    case 'due':
      return card.dueAt;
    case 'first-move':
      return card.firstMoveAt ?? '';
    case 'closed':
      return card.closedAt ?? '';
    case 'outcome':
      return card.outcome === undefined ? '' : endName(card.type, card.outcome);
    case 'assignee':
      return card.assignee ?? '';
    case 'confirmed':
    case 'cleared':
    case 'flagged':
      return card[column] ? words.yes : words.no;
  }
}
