import type { Case, CaseKey } from '#domain/case/case.ts';
import { isExpired } from '#domain/case/retention.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import type { CaseStore, Clock } from './ports.ts';

export type FindPorts = { readonly cases: Pick<CaseStore, 'find'>; readonly now: Clock };
export type FoundCase = { readonly case: Case; readonly twins: readonly Case[] };

/** A case and whatever else bears its reference, the oldest first; past their time they are not found. */
export async function findCase(
  ports: FindPorts,
  reference: CaseReference,
  digest?: string,
): Promise<FoundCase | undefined> {
  const found = (await ports.cases.find(reference)).filter((one) => !isExpired(one, ports.now()));
  found.sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  const one = digest === undefined ? found[0] : found.find((each) => each.digest === digest);
  return one && { case: one, twins: found.filter((each) => each !== one) };
}

/** Several cases as they are now, in the order asked; nothing in the place of one that is gone or was never named. */
export const readCases = (
  { cases, now }: { readonly cases: Pick<CaseStore, 'read'>; readonly now: Clock },
  keys: readonly (CaseKey | undefined)[],
): Promise<(Case | undefined)[]> =>
  Promise.all(
    keys.map(async (key) => {
      const found = key && (await cases.read(key));
      return found && !isExpired(found, now()) ? found : undefined;
    }),
  );
