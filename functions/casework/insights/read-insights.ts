import { figuresOf, together } from '#domain/desk/day-figures.ts';
import type { Figures } from '#domain/desk/day-figures.ts';
import { dayOf, daysUntil } from '#domain/desk/days.ts';
import { spreadOf } from '#domain/desk/hours.ts';
import type { DayFigures, InsightsPage, InsightsQuery } from '#domain/desk/insights.ts';
import { MOST_EXAMINED } from '#domain/desk/queue.ts';
import { isRequestTypeName, requestTypeNames } from '#domain/requests/registry.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import type { CaseLists } from '../lists/ports.ts';
import type { Clock } from '../ports.ts';
import { endName } from './end-name.ts';
import type { DayStore } from './ports.ts';

export type InsightsPorts = {
  readonly lists: Pick<CaseLists, 'countOverdue'>;
  readonly days: Pick<DayStore, 'between'>;
  readonly now: Clock;
};

/** The figures of the last days: what was counted is read, in one query, and nothing is counted but what is overdue now, up to 200. */
export async function readInsights(ports: InsightsPorts, { days }: InsightsQuery): Promise<InsightsPage> {
  const now = ports.now().toISOString();
  const window = daysUntil(dayOf(now), days);
  const [from, to] = [window[0] ?? dayOf(now), dayOf(now)];
  const [known, overdue] = await Promise.all([
    ports.days.between(from, to),
    ports.lists.countOverdue(now, MOST_EXAMINED),
  ]);
  const computedAt = known.map((day) => day.computedAt).sort()[0];
  const all = together(known);
  return {
    zone: 'UTC',
    from,
    to,
    now,
    ...(computedAt !== undefined && { computedAt }),
    types: requestTypeNames.map((type) => ({ type, name: text(textsOf('en', type), 'name') })),
    all: shown(all),
    days: window.map((day) => dayShown(day, known)),
    outcomes: outcomesOf(all),
    overdue: { cases: Math.min(overdue, MOST_EXAMINED), orMore: overdue >= MOST_EXAMINED },
  };
}

function dayShown(day: string, known: readonly DayFigures[]): InsightsPage['days'][number] {
  const figures = known.find((one) => one.day === day);
  if (!figures) return { day, ...shown(figuresOf([])) };
  const { computedAt, partial } = figures;
  return { day, computedAt, ...(partial && { partial }), ...shown(figures) };
}

const shown = ({ requests, flagged, toFirstMove, toOutcome }: Figures): InsightsPage['all'] => ({
  total: Object.values(requests).reduce((sum, count) => sum + count, 0),
  requests: Object.fromEntries(requestTypeNames.map((type) => [type, requests[type] ?? 0])),
  toFirstMove: spreadOf(toFirstMove),
  toOutcome: spreadOf(toOutcome),
  flagged,
});

/** The most frequent first. A type that is gone since is left out. */
const outcomesOf = ({ outcomes }: Figures): InsightsPage['outcomes'] =>
  Object.entries(outcomes)
    .flatMap(([key, cases]) => {
      const [type = '', outcome = ''] = key.split('/');
      return isRequestTypeName(type) ? [{ type, outcome, name: endName(type, outcome), cases }] : [];
    })
    .sort((a, b) => b.cases - a.cases);
