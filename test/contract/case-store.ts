import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseStore } from '#casework/ports.ts';
import { withLetter } from '#domain/case/letters.ts';
import { opened } from '#test/fakes/requests.ts';

/** What every case store keeps. Run on each adapter: the fake of the stories is held to the same promises as DynamoDB. */
export function caseStoreContract(name: string, make: () => Promise<CaseStore>): void {
  describe(`a case store: ${name}`, () => {
    let cases: CaseStore;
    let n = 0;
    const fresh = () => opened('email-update', { submissionId: id((n += 1)) });
    beforeAll(async () => {
      cases = await make();
    });

    it('gives back the very case it was given', async () => {
      const one = fresh();
      expect(await cases.put(one)).toBe('stored');
      expect(await cases.read(one)).toEqual(one);
    });

    it('keeps texts to the letter: emoji, right-to-left, new lines, the empty-looking', async () => {
      const note = 'שלום 🚢\n\tline two\u00a0 "quoted" \\ \u200b end';
      const one = opened('name-query', { submissionId: id((n += 1)), note });
      await cases.put(one);
      expect((await cases.read(one))?.answers['note']).toBe(note);
    });

    it('changes nothing when the same case is put again, whatever happened to it meanwhile', async () => {
      const one = fresh();
      await cases.put(one);
      const moved = { ...one, rev: 2, version: 2 };
      await cases.save(moved, 1);
      expect(await cases.put(one)).toBe('already-stored');
      expect(await cases.read(one)).toEqual(moved);
    });

    it('lets exactly one of many identical puts at once be the first', async () => {
      const one = fresh();
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => cases.put(one)));
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    });

    it('keeps two cases whose references are the same by chance', async () => {
      const one = fresh();
      const other = { ...fresh(), reference: one.reference };
      expect(await cases.put(one)).toBe('stored');
      expect(await cases.put(other)).toBe('stored');
      expect(await cases.read(one)).toEqual(one);
      expect(await cases.read(other)).toEqual(other);
    });

    it('finds every case of a reference, past its time or not, and no other', async () => {
      const one = fresh();
      const other = { ...fresh(), reference: one.reference, expiresAt: '2020-01-01T00:00:00.000Z' };
      for (const each of [one, other, fresh()]) await cases.put(each);
      const digests = (await cases.find(one.reference)).map(({ digest }) => digest);
      expect(digests.sort()).toEqual([one.digest, other.digest].sort());
      expect(await cases.find(one.reference)).toContainEqual(other);
      expect(await cases.find(fresh().reference)).toEqual([]);
    });

    it('knows nothing of a case that was never put', async () => {
      expect(await cases.read(fresh())).toBeUndefined();
    });

    it('saves only over the revision that was read, and of two writers one wins', async () => {
      const one = fresh();
      await cases.put(one);
      const writes = [1, 2, 3].map((version) => cases.save({ ...one, rev: 2, version }, 1));
      const outcomes = await Promise.all(writes);
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
      expect(await cases.save({ ...one, rev: 3 }, 1)).toBe('moved');
    });

    it('does not make a case by saving it', async () => {
      const one = fresh();
      expect(await cases.save({ ...one, rev: 2 }, 1)).toBe('moved');
      expect(await cases.read(one)).toBeUndefined();
    });

    it('lists what is owed by a time, oldest first and no more than asked, and forgets what is paid', async () => {
      const at = (minute: number) => `2031-01-01T00:0${String(minute)}:00.000Z`;
      const owing = (minute: number) => {
        const one = fresh();
        const letters = one.letters.map((letter) => ({ ...letter, owedSince: at(minute), nextAt: at(minute) }));
        return { ...one, letters };
      };
      const [second, first, later] = [owing(2), owing(1), owing(5)];
      for (const one of [second, first, later]) await cases.put(one);
      const keys = async (until: string, most: number) =>
        (await cases.owing(until, 200))
          .filter(({ digest }) => [first, second, later].some((one) => one.digest === digest))
          .map(({ digest }) => digest)
          .slice(0, most);
      expect(await keys(at(3), 25)).toEqual([first.digest, second.digest]);
      expect(await cases.owing(at(3), 1)).toHaveLength(1);
      const paid = first.letters.reduce((one, letter) => withLetter(one, { ...letter, state: 'sent' }), first);
      await cases.save(paid, first.rev);
      expect(await keys(at(3), 25)).toEqual([second.digest]);
    });

    it('counts all letters of a case: one that is paid does not hide one that is owed', async () => {
      const one = fresh();
      await cases.put(one);
      const [letter] = one.letters;
      if (!letter) throw new Error('a new case owes letters');
      await cases.save(withLetter(one, { ...letter, state: 'sent' }), one.rev);
      const owing = await cases.owing(one.openedAt, 200);
      expect(owing.map(({ digest }) => digest)).toContain(one.digest);
    });
  });
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
