import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usOffset, usZones } from '#domain/case/us-zones.ts';

const HOUR = 3_600_000;

/** What the platform's time zone data say. */
function platformOffset(instant: number, timeZone: string): number {
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', second: 'numeric', ...fields });
  const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)] as const));
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - instant;
}

describe('the clock of a US zone', () => {
  it.each(usZones)('%s is what the platform says, in every hour of the weeks when clocks change', (zone) => {
    for (const year of [2008, 2026, 2027, 2028, 2033]) {
      for (const month of [2, 10]) {
        const first = Date.UTC(year, month, 1);
        const hours = Array.from({ length: 16 * 24 }, (_, hour) => first + hour * HOUR);
        expect(hours.map((at) => usOffset(at, zone))).toEqual(hours.map((at) => platformOffset(at, zone)));
      }
    }
  });

  it('is what the platform says at any second from 2008 to 2060', () => {
    const instant = fc.integer({ min: Date.UTC(2008, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 });
    fc.assert(
      fc.property(instant, fc.constantFrom(...usZones), (second, zone) => {
        expect(usOffset(second * 1000, zone)).toBe(platformOffset(second * 1000, zone));
      }),
      { numRuns: 300 },
    );
  });

  it('is not guessed for other zones, nor before the rule', () => {
    expect(usOffset(Date.UTC(2026, 0, 1), 'Europe/Berlin')).toBeUndefined();
    expect(usOffset(Date.UTC(2026, 0, 1), 'constructor')).toBeUndefined();
    expect(usOffset(Date.UTC(2007, 11, 31), 'America/New_York')).toBeUndefined();
  });
});
