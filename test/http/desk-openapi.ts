import { expect } from 'vitest';
import * as z from 'zod/mini';
import { deskProblemSchema } from '#domain/desk/caller.ts';
import type { DeskRoute } from '../../functions/http/desk/desk-route.ts';

/** What the door says in its own frame, without the desk's codes: a store that fails, the unexpected. */
const troubleSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
});

/**
 * An answer is what the route promises, to the last field: nothing is missing and nothing is said that the description
 * does not know. Gives the body.
 */
export async function expectFits(route: DeskRoute, answer: Response): Promise<unknown> {
  const { status } = answer;
  const type = answer.headers.get('content-type') ?? '';
  if (status === 303) {
    expect(answer.headers.get('location'), route.name).toMatch(/^(https?:\/)?\//);
    return undefined;
  }
  if (typeof route.output === 'string' && !type.startsWith('application/problem+json')) {
    expect(type.split(';')[0], route.name).toBe(route.output.split(';')[0]);
    return answer.text();
  }
  const said: unknown = await answer.json();
  const schema = schemaFor(route, status);
  expect(type.split(';')[0], route.name).toBe(status === 200 ? 'application/json' : 'application/problem+json');
  const fits = schema.safeParse(said);
  expect(fits.error?.issues, `${route.name} ${String(status)}`).toBeUndefined();
  expect(fits.data, `${route.name} ${String(status)} says more than its description`).toEqual(said);
  return said;
}

function schemaFor({ output, others = {}, name }: DeskRoute, status: number): z.ZodMiniType {
  const other = others[status];
  if (other) return other;
  if (status >= 500) return troubleSchema;
  if (status >= 400) return deskProblemSchema;
  if (status !== 200 || typeof output === 'string') throw new Error(`${name} answered ${String(status)}`);
  return output;
}
