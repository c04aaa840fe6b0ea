import { record } from '#casework/audit/record.ts';
import { findTraces } from '#casework/forget/find-traces.ts';
import type { Trace } from '#domain/case/trace.ts';
import { tracesInputSchema, tracesSchema } from '#domain/desk/traces.ts';
import type { Traces } from '#domain/desk/traces.ts';
import type { DeskPorts } from '../desk-ports.ts';
import { memberRoute, noQuery } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';
import words from '../queue/text/search.en.json' with { type: 'json' };

export type TraceRoutePorts = Pick<DeskPorts, 'audit' | 'keyed' | 'now' | 'traces'>;

/** What stays of cases that went. A post, so that a number that is asked by stands in no address. */
export const traceRoutes = (ports: TraceRoutePorts): readonly DeskRoute[] => [
  memberRoute({
    name: 'POST /api/desk/traces',
    who: 'licensed',
    says: 'Says of a reference or a whole importer number whether a case was here that is deleted by now: when it came, when it went and why. On record.',
    input: tracesInputSchema,
    query: noQuery,
    output: tracesSchema,
    answer: async ({ member, input: { q } }) => {
      const found = await findTraces(ports, q);
      if (typeof found === 'string') {
        const message = words[found];
        return { problem: 'input', detail: message, more: { errors: [{ field: 'q', code: found, message }] } };
      }
      // Never what was asked by: a number stands nowhere on record.
      await record(ports, member, 'asked-for-traces', { by: found.by, found: String(found.traces.length) });
      return { ok: { by: found.by, traces: found.traces.map(shown) } };
    },
  }),
];

const shown = ({ reference, type, openedAt, closedAt, forgottenAt, why }: Trace): Traces['traces'][number] => ({
  ...{ reference, type, openedAt, forgottenAt, why },
  ...(closedAt !== undefined && { closedAt }),
});
