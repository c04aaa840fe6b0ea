import * as z from 'zod/mini';

/** The desk's contract: what goes between its pages and its door. Pages take the types only; the door reads and promises by the schemas. */
export const memberSchema = z.object({ name: z.string(), email: z.string(), role: z.enum(['member', 'licensed']) });

/** What is wrong with a call to the desk, for its page to act on; the words come with it. */
export const deskProblemCodes = [
  'sign-in',
  'second-factor',
  'licensed-only',
  'foreign-origin',
  'not-found',
  'input',
  'moved',
  'refused',
] as const;

export const deskProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  code: z.enum(deskProblemCodes),
  /** Of `input`: every field that is wrong, with words. */
  errors: z.optional(z.array(z.object({ field: z.string(), code: z.string(), message: z.string() }))),
  /** Of `refused`: why the case does not take the move. */
  refusal: z.optional(z.string()),
});

export type DeskProblem = z.infer<typeof deskProblemSchema>;
export type DeskProblemCode = DeskProblem['code'];
