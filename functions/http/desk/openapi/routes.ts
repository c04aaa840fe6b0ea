import * as z from 'zod/mini';
import type { DeskPorts } from '../desk-ports.ts';
import { memberRoute, noInput, noQuery } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';

/** The API's own description. It is made when somebody asks: no other call carries it. */
export const openapiRoutes = (
  on: Pick<DeskPorts, 'broker' | 'siteUrl'>,
  all: () => readonly DeskRoute[],
): readonly DeskRoute[] => [
  memberRoute({
    name: 'GET /api/desk/openapi.json',
    who: 'member',
    says: 'Describes every route of the desk to programs (OpenAPI 3.1).',
    input: noInput,
    query: noQuery,
    output: z.looseObject({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()) }),
    answer: async () => {
      const [{ describe }, { documentOf }] = await Promise.all([import('./describe.ts'), import('./document.ts')]);
      return { ok: documentOf(all().map(describe), on) };
    },
  }),
  memberRoute({
    name: 'GET /api/desk/openapi',
    who: 'member',
    says: 'Describes every route of the desk to people, as a page.',
    input: noInput,
    query: noQuery,
    output: 'text/html; charset=utf-8',
    answer: async () => {
      const [{ describe }, { apiPage }] = await Promise.all([import('./describe.ts'), import('./page.ts')]);
      return { page: apiPage(all().map(describe), { ...on, locale: 'en' }), status: 200 };
    },
  }),
];
