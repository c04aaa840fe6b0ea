import { LAST_CANARY } from '#domain/desk/canary-state.ts';
import type { CanaryState } from '#domain/desk/canary-state.ts';
import { StoreUnavailable } from '../ports.ts';
import type { CanaryStore } from './ports.ts';

/** Two doors write it: the one that sends the canary off, and the one that hears of its letters. */
const MOST_TRIES = 6;

const nothingYet: CanaryState = { id: LAST_CANARY, rev: 0 };

/** Changes what is known of the last canary, as it is now; `false` when there was nothing to change. */
export async function changeState(
  canaries: CanaryStore,
  change: (state: CanaryState) => CanaryState | undefined,
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await canaries.read(LAST_CANARY);
    const changed = change(found ?? nothingYet);
    if (!changed) return false;
    const next = { ...changed, rev: (found?.rev ?? 0) + 1 };
    const end = found ? await canaries.save(next, found.rev) : await canaries.put(next);
    if (end === 'saved' || end === 'stored') return true;
  }
  throw new StoreUnavailable("the canary's state is written too often");
}
