const MINUTE = 60_000;

/** The wall clock of a zone at an instant, as `YYYY-MM-DDTHH:MM`: what a form's field for a time holds. Empty for no time. */
export function wallTime(instant: string, timeZone: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return '';
  const options = { timeZone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'short' } as const;
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', options).format(time).replace(' ', 'T');
}

const asUtc = (wall: string): number => Date.parse(`${wall.slice(0, 16)}:00Z`);

/**
 * The instant at which a zone's clock shows this time (`YYYY-MM-DDTHH:MM`), in ISO 8601 UTC; undefined when it is no time.
 * Asked twice, since the offset may change in between. In the hour that comes twice in autumn, the first one.
 */
export function instantAt(wall: string, timeZone: string): string | undefined {
  const wanted = asUtc(wall);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall) || Number.isNaN(wanted)) return undefined;
  const shift = (instant: number) => asUtc(wallTime(new Date(instant).toISOString(), timeZone)) - instant;
  const first = wanted - shift(wanted - 12 * 60 * MINUTE);
  const instant = shift(first) === wanted - first ? first : wanted - shift(first);
  return new Date(instant).toISOString();
}
