import type { Rule, World } from '#domain/requests/check.ts';
import { problemsOf, readGivenNumber } from '#domain/requests/check.ts';
import type { Problem } from '#domain/problem.ts';
import { form } from './dom.ts';
import { fields, given } from './questions.ts';

const world: World = { year: new Date().getFullYear(), ownDomains: (form.dataset['own'] ?? '').split(' ') };

/** The rules of every request type, by its folder: a new type brings its own without a line here. */
const files = import.meta.glob<readonly Rule[]>('../../../functions/domain/requests/*/rules.ts', {
  eager: true,
  import: 'rules',
});
const rules = Object.entries(files).flatMap(([path, rules]) =>
  path.includes(form.action.split('/').at(-1) ?? '') ? rules : [],
);

/** Every problem of the page as it stands, found by the very functions that the door uses. */
export const problems = (): Problem[] => problemsOf(fields, rules, given(), world);

export const readNumber = () => readGivenNumber(given(), 'importerNumber', world);
