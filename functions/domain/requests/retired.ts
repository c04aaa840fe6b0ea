import type { Given } from './field.ts';

/**
 * What was sent, without the questions that a page asked once and asks no more. A page may stand open for days: who sends an
 * old one is never told that an answer of theirs is unknown. What was asked then is dropped.
 */
export const withoutRetired = (given: Given, retired: readonly string[]): Given =>
  retired.length === 0 ? given : Object.fromEntries(Object.entries(given).filter(([name]) => !retired.includes(name)));
