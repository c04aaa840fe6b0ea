import { requestTypeNames } from '#domain/requests/registry.ts';
import { toolNames } from '../tools/tools.ts';
import { laterQuestions, resultIds } from '../triage/walk.ts';
import { pathOf } from './places.ts';
import { topics } from './topics.ts';

/** Every page that search engines shall know, by its address below the language. Forms with answers filled in are no pages of their own. */
export const sitePaths: readonly string[] = [
  '',
  'help/',
  ...topics.map((guide) => pathOf({ guide })),
  ...laterQuestions.map((question) => pathOf({ question })),
  ...resultIds.map((result) => pathOf({ result })),
  ...requestTypeNames.map((type) => `ask/${type}/`),
  'tools/',
  ...toolNames.map((tool) => `tools/${tool}/`),
  'case/',
  'privacy/',
];
