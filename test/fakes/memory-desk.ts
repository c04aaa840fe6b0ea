import type { Ask, AskStore } from '#casework/asks/ports.ts';
import type { MemberItem, ProviderTrip, Session, SignInLink } from '#domain/desk/kept.ts';
import { askOwedAt } from '#domain/desk/ask.ts';

type Kept = { readonly id: string; readonly rev: number };

/** One kind of the desk's small items in memory. It passes the suite that DynamoDB passes (test/contract/desk-items.ts). */
export function memoryItems<T extends Kept>() {
  const all = new Map<string, T>();
  return {
    all,
    put(one: T): Promise<'stored' | 'already-stored'> {
      if (all.has(one.id)) return Promise.resolve('already-stored');
      all.set(one.id, structuredClone(one));
      return Promise.resolve('stored');
    },
    read: (id: string): Promise<T | undefined> => Promise.resolve(structuredClone(all.get(id))),
    save(next: T, readRev: number): Promise<'saved' | 'moved'> {
      if (all.get(next.id)?.rev !== readRev) return Promise.resolve('moved');
      all.set(next.id, structuredClone(next));
      return Promise.resolve('saved');
    },
  };
}

export function memoryAskStore(): AskStore & { readonly all: ReadonlyMap<string, Ask> } {
  const items = memoryItems<Ask>();
  return {
    ...items,
    owing(until, most) {
      const due = [...items.all.values()].flatMap((ask) => {
        const at = askOwedAt(ask);
        return at !== undefined && at <= until ? [{ id: ask.id, at }] : [];
      });
      due.sort((a, b) => (a.at < b.at ? -1 : 1));
      return Promise.resolve(due.slice(0, most).map(({ id }) => id));
    },
  };
}

/** All that signing in keeps, in memory. */
export const memorySignInStores = () => ({
  sessions: memoryItems<Session>(),
  members: memoryItems<MemberItem>(),
  signInLinks: memoryItems<SignInLink>(),
  trips: memoryItems<ProviderTrip>(),
});
