import type { DayStore } from '#casework/insights/ports.ts';
import type { DayFigures } from '#domain/desk/insights.ts';

export function memoryDayStore(): DayStore {
  const kept = new Map<string, DayFigures>();
  return {
    put(figures) {
      const before = kept.get(figures.day);
      if (!before || before.computedAt < figures.computedAt) kept.set(figures.day, figures);
      return Promise.resolve();
    },
    between: (first, last) =>
      Promise.resolve(
        [...kept.values()].filter(({ day }) => day >= first && day <= last).sort((a, b) => (a.day < b.day ? -1 : 1)),
      ),
  };
}
