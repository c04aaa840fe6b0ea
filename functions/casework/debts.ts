import type { Case, CaseKey } from '#domain/case/case.ts';
import type { System } from '#domain/desk/system.ts';
import { StoreUnavailable } from './ports.ts';
import type { CaseStore } from './ports.ts';

/** So many cases are counted: what is said every minute must stay cheap on the worst day. */
export const MOST_COUNTED = 100;

/** After every time at which a letter can be due. */
const FOREVER = '9999';

/**
 * Letters wait longer between tries the longer they wait, so the oldest debt may be any of them: each is read, and the index,
 * which lags, is not believed alone.
 */
export async function debtsOf(cases: Pick<CaseStore, 'owing' | 'read'>): Promise<System['debts']> {
  const keys = await cases.owing(FOREVER, MOST_COUNTED + 1);
  const found = await Promise.all(keys.slice(0, MOST_COUNTED).map((key) => readable(cases, key)));
  const owed = found.filter((of) => of === 'unreadable' || owedSince(of).length > 0);
  const [oldestSince] = owed.flatMap((of) => (of === 'unreadable' ? [] : owedSince(of))).sort();
  return {
    ...{ cases: owed.length, more: keys.length > MOST_COUNTED },
    ...(oldestSince !== undefined && { oldestSince }),
  };
}

const owedSince = (of: Case | undefined): string[] =>
  of?.letters.flatMap((letter) => (letter.state === 'owed' ? [letter.owedSince] : [])) ?? [];

/** One record that is not as it should be keeps nobody from seeing the others. */
export async function readable(cases: Pick<CaseStore, 'read'>, key: CaseKey): Promise<Case | undefined | 'unreadable'> {
  try {
    return await cases.read(key);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return 'unreadable';
  }
}
