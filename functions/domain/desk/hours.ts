/**
 * How long things took, in hours, as a small histogram: counts by step, each step a tenth longer than the one before.
 * Histograms of days add up to that of any window, whatever its length, and a percentile read from one is right to
 * within five per cent. Steps go from three minutes to some nine years.
 */
export type Hours = Readonly<Record<string, number>>;

export type Spread = { readonly count: number; readonly median?: number; readonly p90?: number };

const SHORTEST = 0.05;
const STEP = 1.1;
const LAST_STEP = 150;

const stepOf = (hours: number): number =>
  Math.min(LAST_STEP, Math.max(0, Math.round(Math.log(Math.max(hours, SHORTEST) / SHORTEST) / Math.log(STEP))));

const hoursOf = (step: number): number => SHORTEST * STEP ** step;

export function spreadOver(hours: readonly number[]): Hours {
  const counts: Record<string, number> = {};
  for (const each of hours) {
    const step = String(stepOf(each));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}

/** Counts by name, added up. */
export function sumOf(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const counts of all) for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** Median and 90th percentile (nearest rank), in hours, to a tenth; none of nothing. */
export function spreadOf(hours: Hours): Spread {
  const steps = Object.entries(hours)
    .map(([step, count]) => ({ step: Number(step), count }))
    .sort((a, b) => a.step - b.step);
  const count = steps.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return { count };
  return { count, median: percentile(steps, 0.5 * count), p90: percentile(steps, 0.9 * count) };
}

function percentile(steps: readonly { readonly step: number; readonly count: number }[], rank: number): number {
  let seen = 0;
  for (const { step, count } of steps) {
    seen += count;
    if (seen >= Math.ceil(rank)) return Math.round(hoursOf(step) * 10) / 10;
  }
  return 0;
}
