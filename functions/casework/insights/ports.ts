import type { DayFigures } from '#domain/desk/insights.ts';

/** The figures of days, as they were counted last. */
export type DayStore = {
  /** Puts the figures of a day, unless later ones are there. */
  put(figures: DayFigures): Promise<void>;
  /** Those of the days from `first` to `last` (`YYYY-MM-DD`, both included), the oldest first; what was never counted is left out. */
  between(first: string, last: string): Promise<readonly DayFigures[]>;
};
