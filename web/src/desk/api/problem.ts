import type { DeskProblemCode } from '#domain/desk/caller.ts';
import type { Moved } from '#domain/desk/case-page.ts';
import words from './text/en.json' with { type: 'json' };

/** Why a call did not do what it was asked, as a value: the door's own words, or ours when the door was not reached. */
export type Problem = {
  /** `offline`: no answer came. `busy`: too many calls, or the store is down. `broken`: an answer nobody expects. */
  readonly code: DeskProblemCode | 'offline' | 'busy' | 'broken';
  readonly title: string;
  readonly detail: string;
  /** Of `input`: every field that is wrong, with words. */
  readonly errors?: readonly FieldError[];
  /** Of `refused`: why the case does not take the move. */
  readonly refusal?: string;
  /** Of `moved`: who changed what meanwhile, and the case as it is now. */
  readonly moved?: Moved;
};

export type FieldError = { readonly field: string; readonly code: string; readonly message: string };

const codes: Readonly<Record<DeskProblemCode, true>> = {
  'sign-in': true,
  'second-factor': true,
  'licensed-only': true,
  'foreign-origin': true,
  'not-found': true,
  input: true,
  moved: true,
  refused: true,
};

type Said = Omit<Problem, 'detail' | 'moved'> & Partial<Pick<Problem, 'detail'>>;

const isProblem = (body: unknown): body is Said =>
  body instanceof Object && 'code' in body && 'title' in body && String(body.code) in codes;

const isMoved = (body: unknown): body is Moved => body instanceof Object && 'since' in body && 'case' in body;

export const ownProblem = (code: 'offline' | 'busy' | 'broken'): Problem => ({
  code,
  title: words[`${code}.title`],
  detail: words[`${code}.text`],
});

/** What the door said of its refusal, in its words. */
export function problemOf(status: number, body: unknown): Problem {
  if (isMoved(body)) return { code: 'moved', title: body.title, detail: words['moved.text'], moved: body };
  if (isProblem(body)) return { detail: '', ...body };
  return ownProblem(status === 429 || status === 503 ? 'busy' : 'broken');
}

/** The words beside a field, or nothing. */
export const errorAt = (problem: Problem | undefined, field: string): string | undefined =>
  problem?.errors?.find((error) => error.field === field)?.message;
