/**
 * Every page of the built site, by its address, that `accessibility.test.ts` opens. An architecture test holds this against
 * what is built: a page that nobody listed here is a page that nobody tried with a screen reader's rules.
 */
export const pagesWithAccessibilityTest: readonly string[] = [
  '/',
  '/404.html',
  '/en/',
  '/en/ask/email-update/',
  '/en/ask/name-query/',
  '/en/privacy/',
];
