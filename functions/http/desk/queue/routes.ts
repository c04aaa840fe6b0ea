import * as z from 'zod/mini';
import { queuePage } from '#casework/lists/queue.ts';
import type { QueuePorts } from '#casework/lists/queue.ts';
import type { CaseLists, LookedStore } from '#casework/lists/ports.ts';
import { search } from '#casework/lists/search.ts';
import type { SearchRefusal } from '#casework/lists/understand.ts';
import { queuePageSchema, queueQuerySchema, searchPageSchema, searchQuerySchema } from '#domain/desk/queue.ts';
import type { DeskTrouble } from '../desk-answer.ts';
import { memberRoute, noInput, noQuery } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';
import english from './text/search.en.json' with { type: 'json' };

const words: Record<SearchRefusal, string> = english;

export type QueueRoutePorts = QueuePorts & { readonly lists: CaseLists; readonly looked: LookedStore };

/** The list of cases, what is new in it, and the search. */
export const queueRoutes = (ports: QueueRoutePorts): readonly DeskRoute[] => [
  memberRoute({
    name: 'GET /api/desk/cases',
    who: 'member',
    says: 'Lists open cases by due time, unconfirmed ones last, or closed ones, the latest first. 25 a page; at most 200 are looked at for a filter.',
    input: noInput,
    query: queueQuerySchema,
    output: queuePageSchema,
    answer: async ({ query, member }) => {
      const page = await queuePage(ports, query, member.email);
      return page === 'refused' ? refused('cursor', 'cursor') : { ok: page };
    },
  }),
  memberRoute({
    name: 'POST /api/desk/looked',
    who: 'member',
    says: 'Says that the caller has looked at the list until now. What comes later is new to them.',
    input: noInput,
    query: noQuery,
    output: z.object({ lookedAt: z.string() }),
    answer: async ({ member }) => {
      const lookedAt = ports.now().toISOString();
      await ports.looked.save(member.email, lookedAt);
      return { ok: { lookedAt } };
    },
  }),
  memberRoute({
    name: 'GET /api/desk/search',
    who: 'member',
    says: "Finds cases by a reference, a whole importer number, a mailbox, or how a company's name begins.",
    input: noInput,
    query: searchQuerySchema,
    output: searchPageSchema,
    answer: async ({ query }) => {
      const found = await search(ports, query);
      return typeof found === 'string' ? refused(found === 'cursor' ? 'cursor' : 'q', found) : { ok: found };
    },
  }),
];

const refused = (field: string, code: SearchRefusal): DeskTrouble => ({
  problem: 'input',
  detail: words[code],
  more: { errors: [{ field, code, message: words[code] }] },
});
