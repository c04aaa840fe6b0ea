import { readReference } from '../../../functions/domain/case/reference.ts';
import type { CaseReference } from '../../../functions/domain/case/reference.ts';
import { readWords } from '../operator/arguments.ts';
import { daysBetween, isDay, lastOfMonth } from './days.ts';

/** What to check: the days of a month or of a span, or one case; and where lines of the log are. */
export type Wanted = {
  readonly days: readonly string[];
  readonly of?: { readonly reference: CaseReference; readonly digest?: string };
  readonly heads?: string;
};

export const USAGE = `Checks the audit trail: npm run audit -- [what] [--heads FILE]

  --month 2026-11                      a month (without anything: this one)
  --from 2026-11-01 --to 2026-11-15    some days, both included, in UTC
  --case H7K2M-9QXTC                   one case; of one that was deleted: REFERENCE/DIGEST
  --heads audit-heads.log              lines of the log of pay-owed, to hold against what the table has

Reads the data folder of this machine (DATA_DIR, or .local; the demo has .local/demo), or with TABLE_NAME the table in AWS.
Ends with 0 when all is whole, 1 when something is wrong, 2 when it could not be checked.`;

const names = ['month', 'from', 'to', 'case', 'heads'] as const;
type Said = Partial<Record<(typeof names)[number], string>>;

/** What the words after the command ask for, or every problem with them. */
export function readArguments(
  args: readonly string[],
  today: string,
): Wanted | { readonly problems: readonly string[] } {
  const { values: said, problems } = readWords(args, names);
  const from = said.from ?? `${said.month ?? today.slice(0, 7)}-01`;
  const to = said.to ?? (said.from === undefined ? lastOfMonth(said.month ?? today.slice(0, 7)) : today);
  const of = said.case === undefined ? undefined : caseIn(said.case);
  const all = [
    ...problems,
    ...(said.case !== undefined && !of
      ? [`--case is "${said.case}". It wants a reference, for example H7K2M-9QXTC.`]
      : []),
    ...monthProblem(said),
    ...dayProblem('--from', said.month === undefined ? from : today),
    ...dayProblem('--to', said.month === undefined ? to : today),
    ...(isDay(from) && isDay(to) && from > to ? [`--to (${to}) is before --from (${from}).`] : []),
  ];
  if (all.length > 0) return { problems: all };
  const days = of ? [] : daysBetween(from, to < today ? to : today);
  return { days, ...(of && { of }), ...(said.heads !== undefined && { heads: said.heads }) };
}

const monthProblem = ({ month, from, to }: Said): string[] => [
  ...(month === undefined || isDay(`${month}-01`)
    ? []
    : [`--month is "${month}". It wants a month, for example 2026-11.`]),
  ...(month !== undefined && (from ?? to) !== undefined ? ['Say --month, or --from and --to, not both.'] : []),
];

const dayProblem = (name: string, day: string): string[] =>
  isDay(day) ? [] : [`${name} is "${day}". It wants a day, for example 2026-11-16.`];

function caseIn(text: string): Wanted['of'] {
  const [said = '', digest] = text.split('/');
  const reference = readReference(said);
  if (!reference || (digest !== undefined && !/^[0-9a-f]{64}$/.test(digest))) return undefined;
  return { reference, ...(digest !== undefined && { digest }) };
}
