import type { Case } from './case.ts';

const utf8 = new TextEncoder();

/** About what a case takes in the store, in bytes: letters of other scripts take three each. DynamoDB holds 409,600 an item. */
export const bytesOf = (of: Case): number => utf8.encode(JSON.stringify(of)).length;

/**
 * How large a case may be before these are refused. What only adds words stops first, what hands a case on later, so that
 * there always is room to clear and to end it, and for the letters of that.
 */
export const mostBytes = { words: 200_000, handling: 280_000, answers: 330_000 } as const;
