import * as z from 'zod/mini';
import { address, link, positive, unlike } from './asked.ts';

/** How people are woken. A field that nobody knows is refused: a misspelt webhook would be missed on the one day that counts. */
export const alarms = z.strictObject(
  {
    webhook: z.optional(link),
    urgentMailbox: z.optional(address('pager@broker.example')),
    quietOfficeHours: positive('a number of office hours above 0, for example 18'),
    monthlyDollars: positive('a number of US dollars above 0, for example 60'),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `names ${issue.keys.map((key) => `"${key}"`).join(' and ')}, which nobody asked for. It wants quietOfficeHours and monthlyDollars, and may have webhook and urgentMailbox.`
        : unlike('what wakes people, for example { quietOfficeHours: 18, monthlyDollars: 60 }')(issue),
  },
);
