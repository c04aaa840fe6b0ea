import type { Budget } from '#domain/desk/kept.ts';
import type { Items } from '../sign-in/ports.ts';

/** Counts of letters by address and day. */
export type BudgetStore = Items<Budget>;
