import { beforeAll, describe, expect, it } from 'vitest';
import type { TraceStore } from '#casework/forget/ports.ts';
import type { CaseLists } from '#casework/lists/ports.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { Case } from '#domain/case/case.ts';
import { traceOf } from '#domain/case/trace.ts';
import { importerKey } from '#domain/importer-number/record.ts';
import { opened } from '#test/fakes/requests.ts';

export type Stores = { readonly cases: CaseStore; readonly traces: TraceStore; readonly lists: CaseLists };

/** What every store of traces keeps, beside the cases that they come from. */
export function traceStoreContract(name: string, make: () => Promise<Stores>): void {
  describe(`a store of traces: ${name}`, () => {
    let stores: Stores;
    let n = 0;
    beforeAll(async () => {
      stores = await make();
    });

    /** A case that owes nothing, whose time is over at that second of an hour that no other case has. */
    const ending = (second: number, of = opened('name-query', { submissionId: id((n += 1)) })): Case => ({
      ...of,
      letters: of.letters.map((letter) => ({ ...letter, state: 'sent' as const })),
      expiresAt: at(second),
    });
    const trace = (of: Case, importerHash = `hash ${of.digest}`, forgottenAt = at(50)) =>
      traceOf(of, { caseHash: 'c', importerHash }, new Date(forgottenAt));
    const left = async (of: Case, importerHash?: string) => {
      await stores.cases.put(of);
      expect(await stores.traces.leave(trace(of, importerHash), of.rev)).toBe('left');
    };

    it('lists cases whose time is over, the oldest first and no more than asked: none that owes a letter, none that is held', async () => {
      const [second, first, later] = [ending(2), ending(1), ending(5)];
      const waiting = ending(4);
      const withHeld = { ...waiting, letters: waiting.letters.map((one) => ({ ...one, state: 'held' as const })) };
      const owing = { ...opened('name-query', { submissionId: id((n += 1)) }), expiresAt: at(1) };
      const { expiresAt: _, ...held } = ending(1);
      for (const one of [second, first, later, withHeld, owing, held]) await stores.cases.put(one);
      const digests = async (until: string, most = 200) =>
        (await stores.traces.ending(until, most)).map(({ digest }) => digest);
      expect(await digests(at(3))).toEqual([first.digest, second.digest]);
      expect(await digests(at(3), 1)).toEqual([first.digest]);
      // A letter that nobody let go keeps no case.
      expect(await digests(at(4))).toEqual([first.digest, second.digest, withHeld.digest]);
      // What will end one day is no debt.
      expect((await stores.cases.owing(at(3), 200)).map(({ digest }) => digest)).not.toContain(first.digest);
      await stores.cases.save({ ...held, digest: first.digest, reference: first.reference, rev: 2 }, 1);
      expect(await digests(at(3))).toEqual([second.digest]);
      expect(await stores.traces.leave(trace(second), second.rev)).toBe('left');
      expect(await digests(at(3))).toEqual([]);
    });

    it('puts a trace in the place of a case: nothing finds the case any more', async () => {
      const one = ending(30);
      await left(one);
      expect(await stores.cases.read(one)).toBeUndefined();
      expect(await stores.cases.find(one.reference)).toEqual([]);
      expect(await stores.lists.ofReference(one.reference)).toEqual([]);
      for (const list of [
        { by: 'queue', of: 'open' },
        { by: 'importer', of: importerKey(one.importerNumber) },
        { by: 'day', of: one.openedAt.slice(0, 10) },
      ] as const) {
        const { found } = await stores.lists.some(list, { most: 500 });
        expect(found.map(({ place }) => place.digest)).not.toContain(one.digest);
      }
      expect(await stores.traces.ofReference(one.reference)).toEqual([trace(one)]);
    });

    it('knows the very same submission again, and keeps only its trace', async () => {
      const one = ending(30);
      await left(one);
      expect(await stores.cases.put(one)).toBe('already-stored');
      expect(await stores.cases.read(one)).toBeUndefined();
    });

    it('leaves a case alone that was written since it was read, and one that left its trace before', async () => {
      const one = ending(30);
      await stores.cases.put(one);
      await stores.cases.save({ ...one, rev: 2 }, 1);
      expect(await stores.traces.leave(trace(one), 1)).toBe('moved');
      expect(await stores.cases.read(one)).toEqual({ ...one, rev: 2 });
      expect(await stores.traces.leave(trace(one), 2)).toBe('left');
      expect(await stores.traces.leave(trace(one), 2)).toBe('moved');
      expect(await stores.cases.save({ ...one, rev: 3 }, 2)).toBe('moved');
    });

    it('finds the traces of an importer by their hash, the latest first and no more than asked', async () => {
      const [older, newer] = [ending(30), { ...ending(30), openedAt: '2026-11-17T15:00:00.000Z' }];
      for (const one of [older, newer]) await left(one, 'an importer');
      await left(ending(30), 'another');
      expect(await stores.traces.ofImporter('an importer', 25)).toEqual(
        [newer, older].map((one) => trace(one, 'an importer')),
      );
      expect(await stores.traces.ofImporter('an importer', 1)).toEqual([trace(newer, 'an importer')]);
      expect(await stores.traces.ofImporter('nobody', 25)).toEqual([]);
    });

    it('tells the trace of one from a case that by chance has the same reference', async () => {
      const one = ending(30);
      const other = { ...ending(30), reference: one.reference };
      await left(one);
      await stores.cases.put(other);
      expect(await stores.cases.find(one.reference)).toEqual([other]);
      expect(await stores.traces.ofReference(one.reference)).toEqual([trace(one)]);
    });
  });
}

const at = (second: number): string => `1999-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;
const id = (n: number) => `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`;
