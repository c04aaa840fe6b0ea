import { hash } from 'node:crypto';
import { budgetsOf } from '#domain/case/letter-budget.ts';
import type { LetterBudget } from '#domain/case/letter-budget.ts';
import { StoreUnavailable } from '../ports.ts';
import type { Clock } from '../ports.ts';
import type { BudgetStore } from './ports.ts';

export type BudgetPorts = { readonly budgets: BudgetStore; readonly now: Clock };

/** A count is of its day; kept a little longer, for clocks that differ. */
const KEPT_MS = 2 * 24 * 3600 * 1000;

/** Many letters to one address may be sent at once, each writing the same count. */
const MOST_TRIES = 20;

/** Where nobody counts: every letter is the first of its day. */
export const withoutBudgets: BudgetStore = {
  read: () => Promise.resolve(undefined),
  put: () => Promise.resolve('stored'),
  save: () => Promise.resolve('saved'),
};

/** Takes a letter to this address from its budgets; `false` when one of them is used up. Addresses are kept as hashes only. */
export async function takeBudget(ports: BudgetPorts, address: string): Promise<boolean> {
  for (const budget of budgetsOf(address, ports.now())) if (!(await take(ports, budget))) return false;
  return true;
}

async function take({ budgets, now }: BudgetPorts, { key, most }: LetterBudget): Promise<boolean> {
  const id = hash('sha256', key);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await budgets.read(id);
    if (found && found.letters >= most) return false;
    if (
      found &&
      (await budgets.save({ ...found, rev: found.rev + 1, letters: found.letters + 1 }, found.rev)) === 'saved'
    )
      return true;
    const keptUntil = new Date(now().getTime() + KEPT_MS).toISOString();
    if (!found && (await budgets.put({ id, rev: 1, keptUntil, letters: 1 })) === 'stored') return true;
  }
  throw new StoreUnavailable('too many count at once');
}
