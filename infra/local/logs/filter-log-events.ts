import * as z from 'zod/mini';
import { readPattern } from './filter-pattern.ts';
import type { Fits } from './filter-pattern.ts';
import type { LogLine, LogStore } from './log-store.ts';

const asked = z.object({
  logGroupName: z.string(),
  startTime: z._default(z.number(), 0),
  endTime: z._default(z.number(), Number.MAX_SAFE_INTEGER),
  filterPattern: z.optional(z.string()),
  limit: z._default(z.number().check(z.minimum(1), z.maximum(10_000)), 10_000),
  nextToken: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d\.\d+$/))),
});

export type Refused = { readonly code: string; readonly message: string };
const refused = (code: string, message: string): Refused => ({ code, message });

/** So many lines are looked at for a page, whether they fit or not: in CloudWatch, too, a page may be empty and not the last. */
const LINES_A_PAGE = 10_000;

/** What `FilterLogEvents` gives of the lines that are kept. */
export function filterLogEvents(input: unknown, group: string, store: LogStore, linesAPage = LINES_A_PAGE) {
  const read = asked.safeParse(input);
  if (!read.success) return refused('InvalidParameterException', 'The parameters cannot be read.');
  const { logGroupName, filterPattern, startTime, endTime, limit, nextToken } = read.data;
  if (logGroupName !== group) return refused('ResourceNotFoundException', 'The specified log group does not exist.');
  const fits = filterPattern === undefined ? () => true : readPattern(filterPattern);
  if (!fits)
    return refused('InvalidParameterException', `One machine does not know the pattern ${filterPattern ?? ''}`);

  const events: object[] = [];
  const isWanted = ({ at, message }: LogLine) => at >= startTime && at <= endTime && fits(lineIn(message));
  let looked = 0;
  for (const { place, line } of linesFrom(store, startTime, endTime, nextToken)) {
    if (events.length === limit || looked === linesAPage) return { events, searchedLogStreams: [], nextToken: place };
    looked += 1;
    if (isWanted(line)) events.push(eventOf(place, line));
  }
  return { events, searchedLogStreams: [] };
}

type Placed = { readonly place: string; readonly line: LogLine };

/** Every line of the days that are asked for, each with its place, from a place on. */
function* linesFrom(store: LogStore, startTime: number, endTime: number, from?: string): Generator<Placed> {
  const [fromDay = '', fromNumber = '0'] = from?.split('.') ?? [];
  for (const day of store.days()) {
    const begins = Date.parse(day);
    if (begins > endTime || begins + 24 * 3600 * 1000 <= startTime || day < fromDay) continue;
    for (const [number, line] of store.linesOf(day).entries())
      if (day !== fromDay || number >= Number(fromNumber)) yield { place: `${day}.${number}`, line };
  }
}

const eventOf = (eventId: string, { at, message }: LogLine) => ({
  eventId,
  logStreamName: 'one-machine',
  timestamp: at,
  ingestionTime: at,
  message,
});

function lineIn(message: string): Parameters<Fits>[0] {
  try {
    const read: unknown = JSON.parse(message);
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}
