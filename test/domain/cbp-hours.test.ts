import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easternClock, easternInstant } from '#domain/cbp-hours/eastern.ts';
import { isFederalHoliday } from '#domain/cbp-hours/federal-holidays.ts';
import { helpDeskAt } from '#domain/cbp-hours/help-desk.ts';
import { tryAgainAt } from '#domain/cbp-hours/try-again.ts';

const at = (time: string): number => Date.parse(time);
const said = (instant: number): string => new Date(instant).toISOString().replace(':00.000Z', 'Z');
const HOUR = 3_600_000;

describe('the ACE Help Desk', () => {
  it.each([
    // Winter: Eastern Time is five hours behind.
    ['a Tuesday', '2026-12-01T15:00Z', true, '2026-12-06T03:00Z'],
    ['a Friday at midnight', '2026-12-04T05:00Z', true, '2026-12-06T03:00Z'],
    ['a Saturday, the minute before 22:00', '2026-12-06T02:59Z', true, '2026-12-06T03:00Z'],
    ['a Saturday, 22:00', '2026-12-06T03:00Z', false, '2026-12-06T10:00Z'],
    ['a Saturday, midnight', '2026-12-06T05:00Z', false, '2026-12-06T10:00Z'],
    ['a Sunday, the minute before 05:00', '2026-12-06T09:59Z', false, '2026-12-06T10:00Z'],
    ['a Sunday, 05:00', '2026-12-06T10:00Z', true, '2026-12-13T03:00Z'],
    ['a Sunday evening', '2026-12-07T03:00Z', true, '2026-12-13T03:00Z'],
    // Summer: four.
    ['a Saturday in summer, the minute before 22:00', '2026-07-05T01:59Z', true, '2026-07-05T02:00Z'],
    ['a Saturday in summer, 22:00', '2026-07-05T02:00Z', false, '2026-07-05T09:00Z'],
    ['a Sunday in summer, 05:00', '2026-07-05T09:00Z', true, '2026-07-12T02:00Z'],
    // Summer time begins on 14 March 2027 at 02:00: the rest ends an hour earlier by UTC.
    ['the week before summer time', '2027-03-10T12:00Z', true, '2027-03-14T03:00Z'],
    ['the night summer time begins, 22:00', '2027-03-14T03:00Z', false, '2027-03-14T09:00Z'],
    ['the night summer time begins, 01:59', '2027-03-14T06:59Z', false, '2027-03-14T09:00Z'],
    ['the night summer time begins, 03:00', '2027-03-14T07:00Z', false, '2027-03-14T09:00Z'],
    ['the night summer time begins, the minute before 05:00', '2027-03-14T08:59Z', false, '2027-03-14T09:00Z'],
    ['the night summer time begins, 05:00', '2027-03-14T09:00Z', true, '2027-03-21T02:00Z'],
    // It ends on 7 November 2027 at 02:00, and 01:00 comes twice.
    ['the week before it ends', '2027-11-03T12:00Z', true, '2027-11-07T02:00Z'],
    ['the night it ends, 22:00', '2027-11-07T02:00Z', false, '2027-11-07T10:00Z'],
    ['the night it ends, 01:30 for the first time', '2027-11-07T05:30Z', false, '2027-11-07T10:00Z'],
    ['the night it ends, 01:30 again', '2027-11-07T06:30Z', false, '2027-11-07T10:00Z'],
    ['the night it ends, the minute before 05:00', '2027-11-07T09:59Z', false, '2027-11-07T10:00Z'],
    ['the night it ends, 05:00', '2027-11-07T10:00Z', true, '2027-11-14T03:00Z'],
    // The last rest of a year that ends on a Saturday.
    ['the last Saturday of 2022', '2023-01-01T02:59Z', true, '2023-01-01T03:00Z'],
    ['the first Sunday of 2023', '2023-01-01T03:00Z', false, '2023-01-01T10:00Z'],
  ])('%s', (_, now, open, until) => {
    const found = helpDeskAt(at(now));
    expect([found.open, said(found.until)]).toEqual([open, until]);
  });

  const second = fc.integer({ min: at('2008-01-07T00:00Z') / 1000, max: at('2060-01-01T00:00Z') / 1000 });

  it('rests on no other day, and what it says changes when it says so', () => {
    const eastern = new Intl.DateTimeFormat('en-US', {
      ...({ timeZone: 'America/New_York', weekday: 'short', hour: '2-digit', hourCycle: 'h23' } as const),
    });
    const inWords = (instant: number) => eastern.format(instant).replace(/[, ]+/, ' ');
    const rests = new Set('Sat 22,Sat 23,Sun 00,Sun 01,Sun 02,Sun 03,Sun 04'.split(','));
    fc.assert(
      fc.property(second, (at) => {
        const { open, until } = helpDeskAt(at * 1000);
        expect(open, inWords(at * 1000)).toBe(!rests.has(inWords(at * 1000)));
        expect(until).toBeGreaterThan(at * 1000);
        expect(helpDeskAt(until - 1)).toEqual({ open, until });
        expect(helpDeskAt(until).open).toBe(!open);
      }),
      { numRuns: 500 },
    );
  });

  it('answers something true-looking even for a clock that was never set', () => {
    expect(helpDeskAt(0).until).toBeGreaterThan(0);
  });
});

describe('the clock in Washington', () => {
  it('leads back to every instant, but in the hour that comes twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: at('2060-01-01T00:00Z') / 1000 }), (second) => {
        const back = easternInstant(easternClock(second * 1000));
        expect([0, HOUR]).toContain(Math.abs(back - second * 1000));
      }),
    );
    const twice = [at('2027-11-07T05:30Z'), at('2027-11-07T06:30Z')] as const;
    expect(new Set(twice.map(easternClock)).size).toBe(1);
  });
});

/** The observed holidays of whole years, as the Office of Personnel Management lists them. */
const opm: Readonly<Record<number, string>> = {
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  // 19 June is a Saturday, 4 July a Sunday, Christmas a Saturday and New Year's Day of 2028, too.
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2028: '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
};

describe('a working day', () => {
  it.each(Object.entries(opm))('%s has these holidays on its weekdays and no other', (year, days) => {
    const first = Date.UTC(Number(year), 0, 1);
    const found = Array.from({ length: 366 }, (_, day) => first + day * 24 * HOUR)
      .map((day) => ({ day, date: new Date(day) }))
      .filter(({ date }) => date.getUTCFullYear() === Number(year) && ![0, 6].includes(date.getUTCDay()))
      .filter(({ day }) => isFederalHoliday(day))
      .map(({ date }) => date.toISOString().slice(5, 10));
    expect(found).toEqual(days.split(' '));
  });

  it.each([
    ['Monday noon: Tuesday', '2026-11-30T17:00Z', '2026-12-01T14:00Z'],
    ['Monday before nine: Tuesday all the same', '2026-11-30T12:00Z', '2026-12-01T14:00Z'],
    ['Monday late, when it is Tuesday by UTC: Tuesday', '2026-12-01T04:30Z', '2026-12-01T14:00Z'],
    ['Friday: Monday', '2026-12-04T17:00Z', '2026-12-07T14:00Z'],
    ['Saturday and Sunday: Monday', '2026-12-06T17:00Z', '2026-12-07T14:00Z'],
    ['the day before Thanksgiving: Friday', '2026-11-25T17:00Z', '2026-11-27T14:00Z'],
    ['Christmas Eve, with a weekend behind: Monday', '2026-12-24T17:00Z', '2026-12-28T14:00Z'],
    ['before a holiday on a Friday', '2027-06-17T17:00Z', '2027-06-21T13:00Z'],
    ['before summer time begins: nine, an hour earlier by UTC', '2027-03-12T17:00Z', '2027-03-15T13:00Z'],
    ['before it ends', '2027-11-05T17:00Z', '2027-11-08T14:00Z'],
    ['over New Year', '2027-12-30T17:00Z', '2028-01-03T14:00Z'],
  ])('to try again after %s', (_, now, again) => {
    expect(said(tryAgainAt(at(now)))).toBe(again);
  });
});
