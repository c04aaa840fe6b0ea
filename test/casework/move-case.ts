import { beforeAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { moveCase } from '#casework/move-case.ts';
import type { MoveCaseEnd } from '#casework/move-case.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { Member } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import { letterSent, withLetter } from '#domain/case/letters.ts';
import { confirmMailbox } from '#domain/case/moves/importer-moves.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

const ada: Member = { name: 'Ada Osei', email: 'ada@harborpine.example', role: 'licensed' };
const luis: Member = { name: 'Luis Marin', email: 'luis@harborpine.example', role: 'member' };
const take: Move = { move: 'take' };
const note: Move = { move: 'note', text: 'They called.' };

/** The story of a member's move, told on any case store. */
export function moveCaseStory(name: string, make: () => Promise<CaseStore>): void {
  describe(`moving a case on ${name}`, () => {
    let cases: CaseStore;
    let nth = 0;
    beforeAll(async () => {
      cases = await make();
    });

    const stage = async () => {
      nth += 1;
      const one = opened('name-query', { submissionId: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}` });
      await cases.put(one);
      const move = (by: Member, version: number, asked: Move, store: Pick<CaseStore, 'read' | 'save'> = cases) =>
        moveCase({ cases: store, now: () => aMonday }, { key: one, version, move: asked, by, broker });
      return { one, move, read: async () => (await cases.read(one)) ?? one };
    };

    /** A store on which somebody else writes between our reading and our writing, so many times. */
    const meddledWith = (change: (now: Case) => Case | undefined, times = 1): Pick<CaseStore, 'read' | 'save'> => {
      let left = times;
      return {
        read: (key) => cases.read(key),
        save: async (next, readRev) => {
          const now = left > 0 ? await cases.read(next) : undefined;
          const meddled = now && change(now);
          left -= 1;
          if (now && meddled) await cases.save(meddled, now.rev);
          return cases.save(next, readRev);
        },
      };
    };

    it('writes the move, against the version that was read', async () => {
      const { move, read } = await stage();
      const end = await move(luis, 1, take);
      expect(end).toMatchObject({ moved: { assignee: luis.email, state: 'open', rev: 2, version: 2 } });
      expect(await read()).toEqual('moved' in end && end.moved);
    });

    it('says why a case takes no such move, and writes nothing', async () => {
      const { one, move, read } = await stage();
      expect(await move(luis, 1, { move: 'reopen', reason: 'x' })).toEqual({ refused: { code: 'not-over' } });
      expect(await read()).toEqual(one);
    });

    it('tells the second of two members who changed what, and keeps the first one’s work', async () => {
      const { move, read } = await stage();
      await move(ada, 1, take);
      await move(ada, 2, note);
      const end = await move(luis, 1, take);
      expect(end).toMatchObject({
        late: {
          case: { assignee: ada.email, version: 3 },
          since: [
            { what: 'taken', name: 'Ada Osei' },
            { what: 'noted', text: 'They called.' },
          ],
        },
      });
      expect((await read()).assignee).toBe(ada.email);
    });

    it('lets one of two members at once win, and tells the other', async () => {
      const { move, read } = await stage();
      const ends = await Promise.all([move(ada, 1, take), move(luis, 1, take)]);
      const kinds = ends.map((end) => Object.keys(end)[0]);
      expect([...kinds].sort()).toEqual(['late', 'moved']);
      const winner = ends.find((end): end is Extract<MoveCaseEnd, { moved: Case }> => 'moved' in end)?.moved;
      expect(await read()).toEqual(winner);
      const late = ends.find((end) => 'late' in end);
      expect(late).toMatchObject({ late: { since: [{ what: 'taken', who: winner?.assignee }] } });
    });

    it('lets exactly one of many at once win, and loses no move that was told as made', async () => {
      const { move, read } = await stage();
      const ends = await Promise.all(Array.from({ length: 6 }, (_, n) => move(n % 2 ? ada : luis, 1, note)));
      expect(ends.filter((end) => 'moved' in end)).toHaveLength(1);
      expect((await read()).timeline.filter(({ what }) => what === 'noted')).toHaveLength(1);
    });

    it('is refused for no letter that is paid in between, and loses none', async () => {
      const { move, read } = await stage();
      const paying = meddledWith((now) => {
        const letter = now.letters.find(({ state }) => state === 'owed');
        return letter && withLetter(now, letterSent('id')(letter, aMonday));
      }, 2);
      expect(await move(luis, 1, take, paying)).toMatchObject({ moved: { rev: 4, version: 2 } });
      const now = await read();
      expect(now.assignee).toBe(luis.email);
      expect(now.letters.map(({ state }) => state)).toEqual(['sent', 'sent']);
    });

    it('is refused for no mailbox that is confirmed in between', async () => {
      const { move, read } = await stage();
      const confirming = meddledWith((now) => confirmMailbox(now, 'contact', { now: aMonday, broker }));
      expect(await move(luis, 1, take, confirming)).toMatchObject({ moved: { version: 2 } });
      expect((await read()).timeline.map(({ what }) => what)).toEqual(['opened', 'confirmed', 'taken']);
    });

    it('is told late when a person moves in between', async () => {
      const { move } = await stage();
      const racing = meddledWith((now) => ({
        ...now,
        rev: now.rev + 1,
        version: now.version + 1,
        timeline: [...now.timeline, { at: aMonday.toISOString(), who: ada.email, name: ada.name, what: 'noted' }],
      }));
      expect(await move(luis, 1, take, racing)).toMatchObject({ late: { since: [{ what: 'noted', who: ada.email }] } });
    });

    it('gives up as a store that cannot be asked when it is never left alone, and has written nothing', async () => {
      const { move, read } = await stage();
      const restless = meddledWith((now) => ({ ...now, rev: now.rev + 1 }), 99);
      await expect(move(luis, 1, take, restless)).rejects.toMatchObject({ name: 'StoreUnavailable' });
      expect(await read()).not.toHaveProperty('assignee');
    });

    it('finds nothing where no case is, or one past its time', async () => {
      const { one, move } = await stage();
      const other = moveCase(
        { cases, now: () => aMonday },
        { key: { ...one, digest: 'f'.repeat(64) }, version: 1, move: take, by: luis, broker },
      );
      expect(await other).toEqual({ gone: true });
      await cases.save({ ...one, rev: 2, expiresAt: aMonday.toISOString() }, 1);
      expect(await move(luis, 1, take)).toEqual({ gone: true });
    });

    it('passes on that the store cannot be asked', async () => {
      const { move } = await stage();
      const down = { ...cases, read: () => Promise.reject(new Error('down')) };
      await expect(move(luis, 1, take, down)).rejects.toThrow('down');
    });
  });
}
