import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseList, CaseLists, Listed } from '#casework/lists/ports.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { Case } from '#domain/case/case.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import { importerKey } from '#domain/importer-number/record.ts';
import { opened } from '#test/fakes/requests.ts';

export type Made = { readonly cases: Pick<CaseStore, 'put' | 'save'>; readonly lists: CaseLists };

/** What every adapter of the lists keeps. The cases are named by their digests. */
export function caseListsContract(name: string, make: () => Promise<Made>): void {
  describe(`lists of cases: ${name}`, () => {
    let world: Made;
    let n = 0;
    beforeAll(async () => {
      world = await make();
    });

    /** A case of its own, changed, and put. */
    const put = async (change: Partial<Case> = {}, answers: Record<string, string> = {}): Promise<Case> => {
      const one = { ...opened('email-update', { submissionId: id((n += 1)), ...answers }), ...change };
      await world.cases.put(one);
      return one;
    };
    /** Only the cases of one test, in the order of the list, all pages of it. */
    const walk = async (list: CaseList, among: readonly Case[], latest = false, most = 7): Promise<string[]> => {
      const found: Listed[] = [];
      for (let after: Listed['place'] | undefined; ;) {
        const page = await world.lists.some(list, { most, after, latest });
        expect(page.found.length).toBeLessThanOrEqual(most);
        found.push(...page.found);
        after = page.found.at(-1)?.place;
        if (!page.more || after === undefined) break;
      }
      const digests = among.map(({ digest }) => digest);
      return found.map(({ card }) => card.digest).filter((digest) => digests.includes(digest));
    };
    const names = (...cases: readonly Case[]) => cases.map(({ digest }) => digest);
    const confirmed = { confirmed: { contact: '2026-11-16T16:00:00.000Z' } };

    it('keeps open cases by due time, unconfirmed last', async () => {
      const late = await put({ dueAt: '2031-01-02T10:00:00.000Z', ...confirmed });
      const unconfirmed = await put({ dueAt: '2031-01-01T10:00:00.000Z' });
      const early = await put({ dueAt: '2031-01-01T10:00:00.000Z', ...confirmed });
      expect(await walk({ by: 'queue', of: 'open' }, [late, unconfirmed, early])).toEqual(
        names(early, late, unconfirmed),
      );
    });

    it('moves a case to the closed ones when it ends, the latest first', async () => {
      const [first, second, open] = [await put(), await put(), await put()];
      await world.cases.save({ ...first, rev: 2, state: 'answered', closedAt: '2031-02-01T10:00:00.000Z' }, 1);
      await world.cases.save({ ...second, rev: 2, state: 'declined', closedAt: '2031-02-02T10:00:00.000Z' }, 1);
      const all = [first, second, open];
      expect(await walk({ by: 'queue', of: 'closed' }, all, true)).toEqual(names(second, first));
      expect(await walk({ by: 'queue', of: 'open' }, all)).toEqual(names(open));
    });

    it('keeps what a member has in hand, and what nobody has, while it is open', async () => {
      const mine = await put({ assignee: 'ada@harborpine.example' });
      const nobodys = await put();
      const over = await put({
        assignee: 'ada@harborpine.example',
        state: 'closed',
        closedAt: '2031-02-01T10:00:00.000Z',
      });
      const all = [mine, nobodys, over];
      expect(await walk({ by: 'assignee', of: 'ada@harborpine.example' }, all)).toEqual(names(mine));
      expect(await walk({ by: 'assignee', of: '-' }, all)).toEqual(names(nobodys));
    });

    it('keeps cases by importer, by either mailbox, and by how the company begins', async () => {
      const one = await put({}, { companyName: 'Zebra & Sons', contactEmail: 'Zoe@zebra.example' });
      const two = await put({}, { companyName: 'ZEBRA AND COUSINS', newEmail: 'zoe@zebra.example' });
      const all = [one, two];
      expect(await walk({ by: 'contact-mailbox', of: 'zoe@zebra.example' }, all)).toEqual(names(one));
      expect(await walk({ by: 'new-mailbox', of: 'zoe@zebra.example' }, all)).toEqual(names(two));
      expect(await walk({ by: 'company', of: 'ZEB', begins: 'ZEBRA AND S' }, all)).toEqual(names(one));
      expect(await walk({ by: 'company', of: 'ZEB', begins: 'ZEBRA' }, all)).toEqual(names(two, one));
      const importer = { by: 'importer', of: importerKey(one.importerNumber) } as const;
      expect(await walk(importer, all, true)).toEqual((await walk(importer, all)).reverse());
      expect(await walk(importer, all)).toHaveLength(2);
    });

    it('keeps the cases of a day in UTC, with the number in full', async () => {
      const first = await put({ openedAt: '2031-03-01T00:00:00.000Z' });
      const last = await put({ openedAt: '2031-03-01T23:59:59.999Z' });
      const next = await put({ openedAt: '2031-03-02T00:00:00.000Z' });
      const list = { by: 'day', of: '2031-03-01' } as const;
      expect(await walk(list, [first, last, next])).toEqual(names(first, last));
      const { found } = await world.lists.some(list, { most: 1 });
      expect(found[0]).toMatchObject({ importerKey: importerKey(first.importerNumber) });
      const queue = await world.lists.some({ by: 'queue', of: 'open' }, { most: 1 });
      expect(queue.found[0]).not.toHaveProperty('importerKey');
    });

    it('gives the very card of the case, and when it may be deleted', async () => {
      const one = await put({ openedAt: '2031-04-01T10:00:00.000Z' });
      const { found } = await world.lists.some({ by: 'day', of: '2031-04-01' }, { most: 2 });
      expect(found.map(({ card }) => card)).toEqual([cardOf(one)]);
      expect(found[0]?.expiresAt).toBe(Math.floor(Date.parse(one.expiresAt ?? '') / 1000));
    });

    it.each([1, 2, 5])(
      'gives pages of %i that neither skip nor repeat, even where cases stand side by side',
      async (most) => {
        const at = `2031-05-0${String(most)}T10:00:00.000Z`;
        const all = await Promise.all(Array.from({ length: 7 }, () => put({ openedAt: at })));
        const list = { by: 'day', of: at.slice(0, 10) } as const;
        const forth = await walk(list, all, false, most);
        expect([...forth].sort()).toEqual(names(...all).sort());
        expect(await walk(list, all, true, most)).toEqual(forth.reverse());
      },
    );

    it('goes on behind a place whose case has gone elsewhere', async () => {
      const all: Case[] = [];
      for (const minute of [1, 2, 3]) all.push(await put({ openedAt: `2031-06-01T10:0${String(minute)}:00.000Z` }));
      const list = { by: 'contact-mailbox', of: 'moved@acme.example' } as const;
      const [first, second, third] = await Promise.all(
        all.map(async (one) => {
          const moved = { ...one, rev: 2, answers: { ...one.answers, contactEmail: 'moved@acme.example' } };
          await world.cases.save(moved, 1);
          return moved;
        }),
      );
      if (!first || !second || !third) throw new Error('three were made');
      const { found } = await world.lists.some(list, { most: 2 });
      await world.cases.save(
        { ...second, rev: 3, answers: { ...second.answers, contactEmail: 'gone@acme.example' } },
        2,
      );
      const rest = await world.lists.some(list, { most: 2, after: found.at(-1)?.place });
      expect(rest.found.map(({ card }) => card.digest)).toEqual(names(third));
    });

    it('finds all cases of a reference', async () => {
      const one = await put();
      const twin = await put({ reference: one.reference });
      const found = await world.lists.ofReference(one.reference);
      expect(found.map(({ card }) => card.digest).sort()).toEqual(names(one, twin).sort());
    });

    it('counts open cases that were due, confirmed or not, up to a number, and none past its time', async () => {
      const before = await world.lists.countOverdue('2027-01-01T00:00:00.000Z', 500);
      await put({ dueAt: '2026-12-31T10:00:00.000Z' });
      await put({ dueAt: '2026-12-31T10:00:00.000Z', ...confirmed });
      await put({ dueAt: '2026-12-31T10:00:00.000Z', expiresAt: '2026-12-31T23:00:00.000Z' });
      await put({ dueAt: '2026-12-31T10:00:00.000Z', state: 'closed', closedAt: '2026-12-31T11:00:00.000Z' });
      await put({ dueAt: '2027-01-01T10:00:00.000Z' });
      expect(await world.lists.countOverdue('2027-01-01T00:00:00.000Z', 500)).toBe(before + 2);
      expect(await world.lists.countOverdue('2027-01-01T00:00:00.000Z', 1)).toBeLessThanOrEqual(2);
    });
  });
}

const id = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
