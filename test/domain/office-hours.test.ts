import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { OfficeHours, Weekday } from '#domain/broker/broker.ts';
import { dueAfter, officeTimeBetween, workingDays, workingDaysAfter } from '#domain/case/office-hours.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const everyDay = [...weekdays, 'sat', 'sun'] as const;
const week = (open: string, close: string, days: readonly Weekday[] = weekdays): OfficeHours['days'] =>
  Object.fromEntries(days.map((day) => [day, { open, close }]));
const office = (timeZone: string, more: Partial<OfficeHours> = {}): OfficeHours => ({
  timeZone,
  days: week('08:30', '17:30'),
  holidays: [],
  ...more,
});

const NEW_YORK = office('America/New_York');
const due = (from: string, hours: number, where: OfficeHours) =>
  new Date(dueAfter(Date.parse(from), hours, where)).toISOString();

describe('when a hold of working days is over', () => {
  it.each([
    ['the next day, at the same time', '2026-11-16T15:00:00Z', 1, '2026-11-17T15:00:00.000Z'],
    ['over a weekend', '2026-11-20T21:30:00Z', 1, '2026-11-23T21:30:00.000Z'],
    ['after five of them', '2026-11-16T15:00:00Z', 5, '2026-11-23T15:00:00.000Z'],
    ['a whole day after a night', '2026-11-16T03:00:00Z', 1, '2026-11-17T13:30:00.000Z'],
    ['a whole day after a Saturday', '2026-11-21T15:00:00Z', 1, '2026-11-24T13:30:00.000Z'],
    ['over a change of the clocks', '2026-10-30T14:00:00Z', 1, '2026-11-02T15:00:00.000Z'],
  ])('%s', (_, from, days, expected) => {
    expect(new Date(workingDaysAfter(Date.parse(from), days, NEW_YORK)).toISOString()).toBe(expected);
  });

  it('leaves holidays out, and ends at closing on a shorter day', () => {
    const short = office('America/New_York', {
      holidays: ['2026-11-17'],
      days: { ...week('08:30', '17:30'), wed: { open: '09:00', close: '12:00' } },
    });
    const over = workingDaysAfter(Date.parse('2026-11-16T21:30:00Z'), 1, short);
    expect(new Date(over).toISOString()).toBe('2026-11-18T17:00:00.000Z');
  });
});

describe('when a promised answer is due', () => {
  it.each([
    ['within a day', '2026-11-16T15:00:00Z', 2, '2026-11-16T17:00:00.000Z'],
    ['exactly at closing', '2026-11-16T20:30:00Z', 2, '2026-11-16T22:30:00.000Z'],
    ['over night', '2026-11-16T21:30:00Z', 2, '2026-11-17T14:30:00.000Z'],
    ['over a weekend', '2026-11-20T21:30:00Z', 9, '2026-11-23T21:30:00.000Z'],
    ['from before opening', '2026-11-16T09:00:00Z', 1, '2026-11-16T14:30:00.000Z'],
    ['from after closing', '2026-11-16T23:00:00Z', 1, '2026-11-17T14:30:00.000Z'],
    ['from the minute of closing', '2026-11-16T22:30:00Z', 1, '2026-11-17T14:30:00.000Z'],
    ['from a Saturday', '2026-11-21T15:00:00Z', 9, '2026-11-23T22:30:00.000Z'],
    ['from a Sunday night', '2026-11-23T04:59:00Z', 1, '2026-11-23T14:30:00.000Z'],
    ['in two office days', '2026-11-16T13:30:00Z', 18, '2026-11-17T22:30:00.000Z'],
    ['seconds and all', '2026-11-16T15:00:01.234Z', 1, '2026-11-16T16:00:01.234Z'],
    ['at once, when no time is promised', '2026-11-16T15:00:00Z', 0, '2026-11-16T15:00:00.000Z'],
    ['at the next opening, when no time is promised at night', '2026-11-16T03:00:00Z', 0, '2026-11-16T13:30:00.000Z'],
  ])('%s', (_, from, hours, expected) => {
    expect(due(from, hours, NEW_YORK)).toBe(expected);
  });

  it.each([
    // Sunday 2026-03-08: clocks go forward in the US; Monday opens at 12:30 UTC instead of 13:30.
    ['clocks forward', '2026-03-06T21:30:00Z', 2, '2026-03-09T13:30:00.000Z'],
    // Sunday 2026-11-01: clocks go back; Monday opens at 13:30 UTC instead of 12:30.
    ['clocks back', '2026-10-30T20:30:00Z', 2, '2026-11-02T14:30:00.000Z'],
  ])('over a night with %s', (_, from, hours, expected) => {
    expect(due(from, hours, NEW_YORK)).toBe(expected);
  });

  it('counts time that passes, not the clock, when the clock changes in office hours', () => {
    const allSunday = office('America/New_York', { days: { sun: { open: '00:00', close: '12:00' } } });
    // From midnight (EST) six hours pass until 07:00 EDT; until 05:00 EST when the clock goes back.
    expect(due('2026-03-08T05:00:00Z', 6, allSunday)).toBe('2026-03-08T11:00:00.000Z');
    expect(due('2026-11-01T04:00:00Z', 6, allSunday)).toBe('2026-11-01T10:00:00.000Z');
    // It opens at 04:00 EDT, an hour sooner than the day before.
    const early = office('America/New_York', { days: { sun: { open: '04:00', close: '12:00' } } });
    expect(due('2026-03-08T05:00:00Z', 1, early)).toBe('2026-03-08T09:00:00.000Z');
    // That Sunday has 11 office hours in spring and 13 in autumn: the twelfth is a week later, or the same day.
    expect(due('2026-03-08T05:00:00Z', 12, allSunday)).toBe('2026-03-15T05:00:00.000Z');
    expect(due('2026-11-01T04:00:00Z', 13, allSunday)).toBe('2026-11-01T17:00:00.000Z');
  });

  it.each([
    ['Pacific/Auckland', '2026-11-15T21:30:00Z', '2026-11-15T22:30:00.000Z'],
    ['Asia/Tokyo', '2026-11-16T01:00:00Z', '2026-11-16T02:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-16T03:00:00Z', '2026-11-16T04:00:00.000Z'],
    ['Europe/Berlin', '2026-11-16T16:00:00Z', '2026-11-17T08:00:00.000Z'],
    ['America/Los_Angeles', '2026-11-16T15:00:00Z', '2026-11-16T17:30:00.000Z'],
    ['Pacific/Honolulu', '2026-11-17T03:00:00Z', '2026-11-17T19:00:00.000Z'],
    // It is Saturday there, and Friday here.
    ['Pacific/Kiritimati', '2026-11-20T12:00:00Z', '2026-11-22T19:30:00.000Z'],
  ])('in %s', (timeZone, from, expected) => {
    expect(due(from, 1, office(timeZone))).toBe(expected);
  });

  it('leaves holidays out, in the broker’s own calendar', () => {
    const closed = office('America/New_York', { holidays: ['2026-11-26', '2026-11-27'] });
    expect(due('2026-11-25T21:30:00Z', 2, closed)).toBe('2026-11-30T14:30:00.000Z');
    // Still the holiday in New York, though the next day in UTC.
    expect(due('2026-11-27T02:00:00Z', 1, office('America/New_York', { holidays: ['2026-11-26'] }))).toBe(
      '2026-11-27T14:30:00.000Z',
    );
  });

  it('keeps the broker’s own holidays', () => {
    expect(due('2026-11-25T21:30:00Z', 9, broker.officeHours)).toBe('2026-11-27T21:30:00.000Z');
  });

  it('knows days of different hours, and none', () => {
    const some = office('America/New_York', {
      days: { tue: { open: '10:00', close: '12:00' }, thu: { open: '09:00', close: '10:00' } },
    });
    expect(due('2026-11-16T15:00:00Z', 4, some)).toBe('2026-11-24T16:00:00.000Z');
  });

  it('ends, with an answer, when an office never opens', () => {
    const year = Array.from({ length: 500 }, (_, day) =>
      new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10),
    );
    expect(due('2026-11-16T15:00:00Z', 9, office('America/New_York', { holidays: year }))).toBe(
      '2026-11-17T00:00:00.000Z',
    );
    expect(due('2026-11-16T15:00:00Z', 9, office('America/New_York', { days: {} }))).toBe('2026-11-17T00:00:00.000Z');
  });
});

/** The same by counting quarters of an hour on the platform's own clock. */
const STEP = 15 * 60_000;

function counted(from: number, hours: number, where: OfficeHours): number {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: where.timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
  });
  const isOpen = (at: number) => {
    const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = everyDay.find((name) => part['weekday']?.toLowerCase().startsWith(name));
    const open = day && where.days[day];
    const date = `${part['year'] ?? ''}-${part['month'] ?? ''}-${part['day'] ?? ''}`;
    const time = `${part['hour'] ?? ''}:${part['minute'] ?? ''}`;
    return open !== undefined && !where.holidays.includes(date) && open.open <= time && time < open.close;
  };
  let left = hours * 60 * 60_000;
  let at = from;
  for (; left > 0; at += STEP) if (isOpen(at)) left -= STEP;
  return at;
}

it('agrees with counting by hand, in any zone and season', () => {
  const zones = ['America/New_York', 'America/Los_Angeles', 'America/Phoenix', 'Pacific/Honolulu', 'Europe/London'];
  // None that turns its clocks back over an hour in which an office here is open: which of the two 23:45 closes it?
  const more = ['Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Auckland', 'Pacific/Chatham'];
  const quarter = fc.integer({ min: 0, max: 4 * 24 * 730 }).map((n) => Date.UTC(2026, 0, 1) + n * STEP);
  const times = fc.constantFrom(['08:30', '17:30'], ['09:00', '12:15'], ['04:00', '23:45'], ['13:00', '14:00']);
  const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 730 }), { maxLength: 60 });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones, ...more),
      quarter,
      fc.integer({ min: 1, max: 20 }),
      times,
      holidays,
      (timeZone, from, hours, [open = '', close = ''], days) => {
        const free = days.map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
        const where = office(timeZone, { days: week(open, close, everyDay), holidays: free });
        expect(new Date(dueAfter(from, hours, where)).toISOString()).toBe(
          new Date(counted(from, hours, where)).toISOString(),
        );
      },
    ),
    { numRuns: 400 },
  );
});

it.each([
  [9, 1],
  [18, 2],
  [4, undefined],
  [10, undefined],
])('says %i office hours of nine-hour days as %s working days', (hours, days) => {
  expect(workingDays(hours, NEW_YORK)).toBe(days);
});

describe('how much office time lies between', () => {
  const HOUR = 3_600_000;
  const between = (from: string, to: string, where = NEW_YORK) =>
    officeTimeBetween(Date.parse(from), Date.parse(to), where) / HOUR;

  it.each([
    ['within a day', '2026-11-16T15:00:00Z', '2026-11-16T17:30:00Z', 2.5],
    ['a whole day and more around it', '2026-11-16T05:00:00Z', '2026-11-17T05:00:00Z', 9],
    ['from before opening', '2026-11-16T10:00:00Z', '2026-11-16T14:30:00Z', 1],
    ['until after closing', '2026-11-16T21:30:00Z', '2026-11-17T03:00:00Z', 1],
    ['a night', '2026-11-16T22:30:00Z', '2026-11-17T13:30:00Z', 0],
    ['a weekend', '2026-11-20T22:30:00Z', '2026-11-23T13:30:00Z', 0],
    ['a week', '2026-11-16T13:30:00Z', '2026-11-23T13:30:00Z', 45],
    ['no time', '2026-11-16T15:00:00Z', '2026-11-16T15:00:00Z', 0],
    ['backwards', '2026-11-17T15:00:00Z', '2026-11-16T15:00:00Z', 0],
    // Sunday 2026-03-08, clocks forward; Monday opens at 12:30 UTC instead of 13:30.
    ['a weekend with clocks forward', '2026-03-06T22:30:00Z', '2026-03-09T13:30:00Z', 1],
    ['a weekend with clocks back', '2026-10-30T21:30:00Z', '2026-11-02T14:30:00Z', 1],
  ])('%s', (_, from, to, hours) => {
    expect(between(from, to)).toBe(hours);
  });

  it('counts time that passes, not the clock, when the clock changes in office hours', () => {
    const allSunday = office('America/New_York', { days: { sun: { open: '00:00', close: '12:00' } } });
    expect(between('2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z', allSunday)).toBe(11);
    expect(between('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', allSunday)).toBe(13);
  });

  it('leaves holidays out, in the broker’s own calendar, and ends when an office never opens', () => {
    const closed = office('America/New_York', { holidays: ['2026-11-26', '2026-11-27'] });
    expect(between('2026-11-25T21:30:00Z', '2026-11-30T14:30:00Z', closed)).toBe(2);
    expect(between('2026-11-16T15:00:00Z', '2027-11-16T15:00:00Z', office('America/New_York', { days: {} }))).toBe(0);
  });

  it('is what is promised when an answer is due, in any zone and season', () => {
    const zones = fc.constantFrom('America/New_York', 'America/Phoenix', 'Europe/London', 'Australia/Lord_Howe');
    const from = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 1) });
    fc.assert(
      fc.property(zones, from, fc.integer({ min: 1, max: 90 }), (timeZone, at, hours) => {
        const where = office(timeZone, { holidays: broker.officeHours.holidays });
        expect(officeTimeBetween(at, dueAfter(at, hours, where), where)).toBe(hours * HOUR);
      }),
      { numRuns: 300 },
    );
  });
});
