import type { Rule, World } from '#domain/requests/check.ts';
import { inOrder, problemsOf, readGivenNumber } from '#domain/requests/check.ts';
import type { Problem } from '#domain/problem.ts';
import { secretProblems } from '#domain/requests/secret-answers.ts';
import { form } from './dom.ts';
import { fields, given } from './questions.ts';

const world: World = { year: new Date().getFullYear(), ownDomains: (form.dataset['own'] ?? '').split(' ') };

/** The rules of every request type, by its folder: a new type brings its own without a line here. */
const files = import.meta.glob<readonly Rule[]>('../../../functions/domain/requests/*/rules.ts', {
  eager: true,
  import: 'rules',
});
const rules = Object.entries(files).flatMap(([path, rules]) =>
  path.includes(`/${form.dataset['keep'] ?? ''}/`) ? rules : [],
);

/** Every problem of the page as it stands, found by the very functions that the door uses; and secrets, which the door takes out. */
export const problems = (): Problem[] =>
  inOrder(fields, [...problemsOf(fields, rules, given(), world), ...secretProblems(fields, given())]);

export const readNumber = (name: string) => readGivenNumber(given(), name, world);
