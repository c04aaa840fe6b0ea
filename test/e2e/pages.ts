import { broker } from '../../broker.config.ts';
import { knownPath, pathOf } from '../../web/src/help/places.ts';
import { topics } from '../../web/src/help/topics.ts';
import { toolNames } from '../../web/src/tools/tools.ts';
import { knownForms, laterQuestions, resultIds } from '../../web/src/triage/walk.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';

/** One page of each kind. What only the layout of a kind decides is tried on these. */
export const kindsOfPages: readonly string[] = [
  '/',
  '/404.html',
  '/en/',
  ...requestTypeNames.map((type) => `/en/ask/${type}/`),
  '/en/case/',
  '/en/help/',
  '/en/help/answer/name-on-file/',
  '/en/help/apply/',
  '/en/help/not-yet/',
  '/en/help/question/code/',
  '/en/help/thanks/',
  '/en/privacy/',
  '/en/tools/',
  ...toolNames.map((name) => `/en/tools/${name}/`),
];

/** All pages of the kinds above that are made from a list. */
const helpPages = [
  ...topics.map((guide) => pathOf({ guide })),
  ...laterQuestions.map((question) => pathOf({ question })),
  ...resultIds.map((result) => pathOf({ result })),
  ...knownForms.map(knownPath),
].map((path) => `/en/${path}`);

/**
 * Every page of the built site, by its address, that a test of accessibility opens. An architecture test holds this against
 * what is built: a page that nobody listed here is a page that nobody tried with a screen reader's rules.
 */
export const publicPages: readonly string[] = [...new Set([...kindsOfPages, ...helpPages])];

/** Pages that differ from one of their kind in their words alone. */
export const otherPages: readonly string[] = publicPages.filter((path) => !kindsOfPages.includes(path));

/** The desk's, which `desk-queue-accessibility.test.ts` opens as a member; some want a case to show. */
export const deskPages = [
  '/desk/',
  '/desk/case/',
  '/desk/insights/',
  '/desk/members/',
  '/desk/record/',
  '/desk/sign-in/',
  '/desk/system/',
] as const;

/** The page's twins in the broker's other languages. */
export const twinsOf = (path: string): string[] =>
  path.startsWith('/en/') ? broker.languages.slice(1).map((language) => path.replace('/en/', `/${language}/`)) : [];

const twins: readonly string[] = publicPages.flatMap(twinsOf);

/** The kinds of pages in the other languages, in one after the other: their words are longer or of another script. */
export const translatedKinds: readonly string[] = kindsOfPages.flatMap((path, nth) =>
  twinsOf(path).filter((_, which) => (nth + which) % 2 === 0),
);

/** Twins that differ from a page that is tried in their words alone: each kind is tried in one of the languages, too. */
export const otherTwins: readonly string[] = twins.filter((path) => !translatedKinds.includes(path));

export const pagesWithAccessibilityTest: readonly string[] = [...publicPages, ...translatedKinds, ...deskPages];
