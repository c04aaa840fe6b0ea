import { toolNames } from '../../web/src/tools/tools.ts';

/**
 * Every page of the built site, by its address, that a test of accessibility opens. An architecture test holds this against
 * what is built: a page that nobody listed here is a page that nobody tried with a screen reader's rules.
 */
export const publicPages: readonly string[] = [
  '/',
  '/404.html',
  '/en/',
  '/en/ask/email-update/',
  '/en/ask/name-query/',
  '/en/case/',
  '/en/privacy/',
  '/en/tools/',
  ...toolNames.map((name) => `/en/tools/${name}/`),
];

/** The desk's, which `desk-queue-accessibility.test.ts` opens as a member; some want a case to show. */
export const deskPages = [
  '/desk/',
  '/desk/case/',
  '/desk/insights/',
  '/desk/members/',
  '/desk/record/',
  '/desk/sign-in/',
] as const;

export const pagesWithAccessibilityTest: readonly string[] = [...publicPages, ...deskPages];
