import * as z from 'zod/mini';
import type { Caller } from '#casework/sign-in/session.ts';
import type { Answer, Asked } from '../exchange.ts';
import type { Route } from '../route.ts';
import { deskAnswer } from './desk-answer.ts';
import type { DeskAnswer } from './desk-answer.ts';
import { readInput, readQuery } from './read-call.ts';

/** Who may call: anybody, one who used the mailed link, a signed-in member, a licensed one. */
export type Who = 'anyone' | 'half' | 'member' | 'licensed';

/** What the door and the API's description need of every route. */
export type DeskRoute = {
  readonly name: Route['name'];
  readonly who: Who;
  /** What it does, in a sentence for the API's reader. */
  readonly says: string;
  readonly input: z.ZodMiniType;
  readonly query: z.ZodMiniType;
  /** The shape of its answer, or the media type of a file. */
  readonly output: z.ZodMiniType | string;
  /** Answers beside 200 that have a shape of their own, by status. */
  readonly others?: Readonly<Record<number, z.ZodMiniType>>;
  readonly handle: (asked: Asked, caller: Caller | undefined, parts: readonly string[]) => Promise<Answer>;
};

/** For routes without a body, or without a query. */
export const noInput: z.ZodMiniType<undefined> = z.undefined();
export const noQuery = z.strictObject({});

type Described<In, Query, Out, On> = Omit<DeskRoute, 'handle' | 'input' | 'query' | 'output'> & {
  readonly input: z.ZodMiniType<In>;
  readonly query: z.ZodMiniType<Query>;
  readonly output: z.ZodMiniType<Out> | string;
  readonly answer: (call: Call<In, Query> & On, ...parts: string[]) => Promise<DeskAnswer<Out>>;
};

export type Call<In, Query> = { readonly asked: Asked; readonly input: In; readonly query: Query };

/** A route of signed-in members. Bad input is answered before the route is asked. */
export const memberRoute = <In, Query, Out>(
  described: Described<In, Query, Out, Caller> & { readonly who: 'member' | 'licensed' },
): DeskRoute => ({
  ...described,
  handle: (asked, caller, parts) => {
    if (!caller) throw new Error(`${described.name} was reached by a stranger`);
    return answered(described, asked, parts, caller);
  },
});

/** A route on the doorstep, for those who are about to sign in. */
export const doorstepRoute = <In, Query, Out>(
  described: Described<In, Query, Out, { readonly caller: Caller | undefined }> & { readonly who: 'anyone' | 'half' },
): DeskRoute => ({
  ...described,
  handle: (asked, caller, parts) => answered(described, asked, parts, { caller }),
});

const takesNone = (input: z.ZodMiniType): boolean => input === noInput;

async function answered<In, Query, Out, On>(
  described: Described<In, Query, Out, On>,
  asked: Asked,
  parts: readonly string[],
  on: On,
): Promise<Answer> {
  const input = readInput(described.input, takesNone(described.input), asked);
  if ('problem' in input) return deskAnswer(input);
  const query = readQuery(described.query, asked.query);
  if ('problem' in query) return deskAnswer(query);
  return deskAnswer(await described.answer({ asked, input: input.value, query: query.value, ...on }, ...parts));
}
