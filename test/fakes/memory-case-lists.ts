import type { CaseList, CaseLists, Listed, LookedStore } from '#casework/lists/ports.ts';
import type { Case } from '#domain/case/case.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import { LATE_SECONDS, itemOf } from '../../functions/aws/case-item.ts';
import type { Item } from '../../functions/aws/case-item.ts';
import { tableShape } from '../../infra/table-shape.ts';

/** Lists of the cases of a memory store. The keys are those that the writer gives every case; the order is worked out here. */
export function memoryCaseLists(cases: { readonly all: () => readonly Case[] }): CaseLists {
  // A case of one revision has one item: what was made of it once is kept.
  const items = new Map<string, Item>();
  const itemFor = (one: Case): Item => {
    const name = `${one.digest} ${String(one.rev)}`;
    const known = items.get(name) ?? itemOf(one);
    items.set(name, known);
    return known;
  };
  const sorted = (list: CaseList): Listed[] => {
    const { hash, range } = tableShape.indexes[list.by];
    const begins = list.by === 'company' ? list.begins : '';
    return cases
      .all()
      .flatMap((one) => {
        const item = itemFor(one);
        const order = item[range]?.S ?? '';
        return item[hash]?.S === list.of && order.startsWith(begins)
          ? [listed(one, item, order, list.by === 'day')]
          : [];
      })
      .sort((a, b) => compare(keyOf(a.place), keyOf(b.place)));
  };
  return {
    some(list, { most, after, latest = false }) {
      const rows = latest ? sorted(list).reverse() : sorted(list);
      const past = ({ place }: Listed) =>
        after === undefined || compare(keyOf(place), keyOf(after)) * (latest ? -1 : 1) > 0;
      const rest = rows.filter(past);
      return Promise.resolve({ found: rest.slice(0, most), more: rest.length > most });
    },
    ofReference: (reference) =>
      Promise.resolve(
        cases
          .all()
          .flatMap((one) =>
            one.reference === reference && itemFor(one)['card'] ? [listed(one, itemFor(one), one.openedAt, false)] : [],
          ),
      ),
    countOverdue: (now, most) =>
      Promise.resolve(
        sorted({ by: 'queue', of: 'open' })
          .filter(({ card, expiresAt = Infinity }) => card.dueAt < now && expiresAt * 1000 > Date.parse(now))
          .slice(0, most).length,
      ),
  };
}

function listed(one: Case, { expiresAt, importerKey }: Item, order: string, withKey: boolean): Listed {
  return {
    card: cardOf(one),
    place: { order, reference: one.reference, digest: one.digest },
    ...(expiresAt?.N !== undefined && { expiresAt: Number(expiresAt.N) - LATE_SECONDS }),
    ...(withKey && importerKey?.S !== undefined && { importerKey: importerKey.S }),
  };
}

const keyOf = ({ order, reference, digest }: Listed['place']): string => `${order}\n${reference}\n${digest}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function memoryLookedStore(): LookedStore {
  const kept = new Map<string, string>();
  return {
    read: (mailbox) => Promise.resolve(kept.get(mailbox)),
    save(mailbox, at) {
      kept.set(mailbox, at);
      return Promise.resolve();
    },
  };
}
