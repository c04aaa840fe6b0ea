import type { Problem } from '#domain/problem.ts';
import { problemWords } from '#domain/requests/common/text/problems.ts';
import { form } from './dom.ts';
import type { Question } from './questions.ts';

type Words = Readonly<Record<string, string>> & { readonly example: string };
const isWords = (value: unknown): value is Words => value instanceof Object;

let words: Words = { example: '' };

async function load(): Promise<void> {
  const found: unknown = await (await fetch(form.dataset['words'] ?? '')).json();
  if (isWords(found)) words = found;
}

/** Resolves when the words are here. Should they never come, a question's label alone must do. */
export const wordsHere = load().catch(() => undefined);

export const word = (key: string | number): string => words[key] ?? '';

export const messageOf = (problem: Problem, { name, label, field }: Question): string =>
  problemWords(words, problem, { label, example: words[`${name}.example`] }, field);
