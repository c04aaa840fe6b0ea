import { readInsights } from '#casework/insights/read-insights.ts';
import type { InsightsPorts } from '#casework/insights/read-insights.ts';
import { insightsPageSchema, insightsQuerySchema } from '#domain/desk/insights.ts';
import { memberRoute, noInput } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';

export const insightsRoutes = (ports: InsightsPorts): readonly DeskRoute[] => [
  memberRoute({
    name: 'GET /api/desk/insights',
    who: 'member',
    says: 'Gives the figures of the last days, by the day a request was opened in UTC. They are counted anew every half hour, today every two minutes; days older than 35 stay as they were.',
    input: noInput,
    query: insightsQuerySchema,
    output: insightsPageSchema,
    answer: async ({ query }) => ({ ok: await readInsights(ports, query) }),
  }),
];
