import { describe, expect, it } from 'vitest';
import { badDays, type Bad } from './bad-days.ts';
import { cloudWatch, type Cut, type State, type World } from './cloudwatch.ts';
import { day, every, healthyDay, telling } from './healthy-day.ts';
import type { Stack } from './stack.ts';

const looks = every(1, day.looked);
const cuts: readonly Cut[] = ['by-the-clock', 'from-now'];

const worse = (world: World, { lines = [], points = [], without = () => false }: Bad): World => ({
  lines: [...world.lines.filter((line) => !without(line)), ...lines],
  points: [...world.points, ...points],
});

/** `OK`, `OK ALARM OK`: how an alarm stood over the day, without repeats. */
const course = (states: readonly State[]): string => states.filter((state, nth) => state !== states[nth - 1]).join(' ');

/** Each alarm of the stack, by its name in docs/deploy.md: its condition tripped once, and almost. */
export function tripped(stack: Stack, only: (name: string) => boolean = () => true) {
  const tell = telling(stack);
  const healthy = healthyDay(tell);
  const cases = badDays(tell);
  const names = ['cloudwatch/metricAlarm:MetricAlarm', 'cloudwatch/compositeAlarm:CompositeAlarm']
    .flatMap((type) => stack.all(type))
    .map(({ name }) => name)
    .filter(only);
  /** The halves of a promise's alarm share its day. */
  const caseOf = (name: string) => cases[name] ?? cases[name.replace(/(Long|Short)$/, 'Alarm')];
  const fullName = (name: string) => `${stack.app.name}-${stack.app.stage}-${name}`;
  const quiet = cloudWatch(stack, healthy);

  describe('each alarm, tripped once', () => {
    it('has its bad day here, and every bad day its alarm', () => {
      expect(names.filter((name) => !caseOf(name))).toEqual([]);
      expect(Object.keys(cases).filter((name) => only(name) && !names.includes(name))).toEqual([]);
      expect(names.length).toBeGreaterThan(1);
    });

    it.each(names)('%s is quiet on a healthy day, rings on its bad one, and stops when it is over', (name) => {
      const { bad = {}, orBad = bad, almost = [] } = caseOf(name) ?? {};
      const badly = [...new Set([bad, orBad])].map((one) => cloudWatch(stack, worse(healthy, one)));
      const nearly = almost.map((one) => cloudWatch(stack, worse(healthy, one)));
      for (const cut of cuts) {
        for (const one of badly)
          expect(course(one.statesOf(fullName(name), looks, cut)), `bad, cut ${cut}`).toMatch(/^OK( ALARM OK)+$/);
        // A half of a promise's alarm may ring alone, since only both wake somebody.
        if (/(Long|Short)$/.test(name)) continue;
        expect(course(quiet.statesOf(fullName(name), looks, cut)), `healthy, cut ${cut}`).toBe('OK');
        for (const one of nearly)
          expect(course(one.statesOf(fullName(name), looks, cut)), `almost, cut ${cut}`).toBe('OK');
      }
    });
  });
}
