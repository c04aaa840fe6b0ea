import * as z from 'zod/mini';
import { letterSchema } from '../case/letter-parts.ts';
import { casePageSchema } from './case-page.ts';
import { placeSchema } from './queue.ts';
import { auditEventSchema } from './trail.ts';

const cursor = z.optional(z.string().check(z.maxLength(2000)));

/** Opening dates in UTC, both included. */
export const casesExportSchema = z
  .strictObject({ from: z.iso.date(), to: z.iso.date(), cursor })
  .check(z.refine(({ from, to }) => from <= to, { path: ['to'], error: 'to is before from' }));

/** Moments in UTC, for example `2026-11-16T15:00:00Z`. */
export const importersExportSchema = z
  .strictObject({ from: z.iso.datetime(), to: z.iso.datetime(), cursor })
  .check(z.refine(({ from, to }) => Date.parse(from) <= Date.parse(to), { path: ['to'], error: 'to is before from' }));

/** Rows of a page at most; and how many days without a case are looked through for one. */
export const EXPORT_ROWS = 500;
export const EXPORT_READS = 100;

/** A part of a file. All parts one after the other, as they come, are the file. */
export const csvPageSchema = z.object({
  /** The first part begins with the names of the columns. It may hold no row and still have a part after it. */
  csv: z.string(),
  rows: z.number(),
  /** Where the next part begins; none after the last one. */
  cursor: z.optional(z.string()),
});

/** Where a walk through the days goes on. */
export const walkSchema = z.object({ day: z.iso.date(), after: z.optional(placeSchema) });

/** A case on file: everything that is kept of it but the hashes of mailed links, and nothing that is only for working on it. */
export const recordSchema = z.object({
  made: z.object({ at: z.string(), who: z.string(), name: z.string() }),
  broker: z.object({ name: z.string(), licenceNumber: z.string(), timeZone: z.string() }),
  /** Who saw the case and what was done with it, the oldest first; `whole` when that is all, and not the latest part. */
  trail: z.object({ events: z.array(auditEventSchema), whole: z.boolean() }),
  case: z.extend(
    z.omit(casePageSchema, {
      tools: true,
      moves: true,
      outcomes: true,
      declines: true,
      closes: true,
      prepared: true,
      readyToClear: true,
      convertsTo: true,
      look: true,
      unreached: true,
      letters: true,
    }),
    {
      /** With the mail service's id of each that was sent. */
      letters: z.array(z.omit(letterSchema, { leasedUntil: true })),
      /** The outcome's name, when there is one. */
      outcomeName: z.optional(z.string()),
    },
  ),
});

export type CasesExport = z.infer<typeof casesExportSchema>;
export type ImportersExport = z.infer<typeof importersExportSchema>;
export type CsvPage = z.infer<typeof csvPageSchema>;
export type Walk = z.infer<typeof walkSchema>;
export type CaseRecord = z.infer<typeof recordSchema>;
