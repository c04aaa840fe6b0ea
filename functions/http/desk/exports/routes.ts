import { caseTrailForFile } from '#casework/audit/case-page.ts';
import { caseChain, record, recordOfCase } from '#casework/audit/record.ts';
import { exportCases } from '#casework/exports/export-cases.ts';
import { exportImporters } from '#casework/exports/export-importers.ts';
import { findCase } from '#casework/find-cases.ts';
import { readReference } from '#domain/case/reference.ts';
import { casesExportSchema, csvPageSchema, importersExportSchema, recordSchema } from '#domain/desk/exports.ts';
import type { DeskPorts } from '../desk-ports.ts';
import { memberRoute, noInput, noQuery } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';
import type { DeskTrouble } from '../desk-answer.ts';
import { recordOf } from './record.ts';
import english from './text/exports.en.json' with { type: 'json' };

export type ExportRoutePorts = Pick<DeskPorts, 'audit' | 'broker' | 'cases' | 'csv' | 'lists' | 'now'>;

/**
 * What leaves the desk as a file. Each is put on record before it is given, every page of it: who has a part of a list
 * has those rows. They are posts, so that no other site's link can fetch one.
 */
export const exportRoutes = (ports: ExportRoutePorts): readonly DeskRoute[] => [
  memberRoute({
    name: 'POST /api/desk/cases/{reference}/{digest}/record',
    who: 'member',
    says: 'Gives the case file: all that is kept of a case but the hashes of mailed links. On record.',
    input: noInput,
    query: noQuery,
    output: recordSchema,
    answer: async ({ member }, said = '', digest = '') => {
      const reference = readReference(said);
      const found = reference && (await findCase(ports, reference, digest));
      if (!found) return { problem: 'not-found' };
      await recordOfCase(ports, member, found.case, 'exported', { export: 'record' });
      const trail = await caseTrailForFile(ports, caseChain(found.case));
      return { ok: recordOf(found, { broker: ports.broker, by: member, now: ports.now() }, trail) };
    },
  }),
  memberRoute({
    name: 'POST /api/desk/exports/cases',
    who: 'member',
    says: 'Gives cases opened from a date to a date (UTC) as CSV, at most 500 rows a part. Importer numbers are masked. On record.',
    input: casesExportSchema,
    query: noQuery,
    output: csvPageSchema,
    answer: async ({ member, input }) => {
      const page = await exportCases(ports, input);
      if (page === 'refused') return foreignCursor;
      await record(ports, member, 'exported', about('cases', input, page.rows));
      return { ok: page };
    },
  }),
  memberRoute({
    name: 'POST /api/desk/exports/importers',
    who: 'licensed',
    says: 'Gives the importers held between two times as CSV, one a row, numbers in full: the list for the 72-hour notice of a breach (19 CFR 111.21(b)). On record.',
    input: importersExportSchema,
    query: noQuery,
    output: csvPageSchema,
    answer: async ({ member, input }) => {
      const page = await exportImporters(ports, ports.broker, input);
      if (page === 'refused') return foreignCursor;
      await record(ports, member, 'exported', about('importers', input, page.rows));
      return { ok: page };
    },
  }),
];

const about = (name: string, { from, to }: { readonly from: string; readonly to: string }, rows: number) => ({
  export: name,
  from,
  to,
  rows: String(rows),
});

const foreignCursor: DeskTrouble = {
  problem: 'input',
  detail: english.cursor,
  more: { errors: [{ field: 'cursor', code: 'cursor', message: english.cursor }] },
};
