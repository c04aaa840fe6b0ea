import { expect, it } from 'vitest';
import type { PutAside, StuckRecord } from '#casework/system/ports.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { Case, Letter } from '#domain/case/case.ts';
import { withLetter } from '#domain/case/letters.ts';
import { owingTeamAgain } from '#domain/case/put-aside.ts';
import { opened } from '#test/fakes/requests.ts';

type Made = {
  readonly cases: Pick<CaseStore, 'put' | 'save'>;
  readonly putAside: PutAside;
  /** Puts a record aside as the door that pays letters does. */
  readonly stick: (record: StuckRecord) => Promise<void>;
};

let n = 0;
const fresh = (state: Letter['state']): Case => {
  const submissionId = `00000000-0000-4000-a000-${String((n += 1)).padStart(12, '0')}`;
  const one = opened('email-update', { submissionId });
  return { ...one, letters: one.letters.map((letter) => ({ ...letter, state })) };
};

/** What every store of things put aside keeps. Run on DynamoDB and on the fake of the stories. */
export function putAsideContract(make: () => Promise<Made>): void {
  const digests = async (putAside: PutAside, most = 50) =>
    (await putAside.parked(most)).map(({ digest }) => digest).sort();

  it('lists cases with a letter that was given up, once nothing of theirs is owed, and as many as asked', async () => {
    const { cases, putAside } = await make();
    const [parked, other, sent] = [fresh('parked'), fresh('parked'), fresh('sent')];
    const owing = { ...fresh('parked'), letters: [...fresh('parked').letters, ...fresh('owed').letters] };
    for (const one of [parked, other, sent, owing]) await cases.put(one);
    expect(await digests(putAside)).toEqual([parked.digest, other.digest].sort());
    expect(await putAside.parked(1)).toHaveLength(1);
    const [key] = (await putAside.parked(50)).filter(({ digest }) => digest === parked.digest);
    expect(key).toEqual({ reference: parked.reference, digest: parked.digest });
  });

  it('lists a case whose letter to the team came back, until a later one takes its place', async () => {
    const { cases, putAside } = await make();
    const came = fresh('sent');
    const lost = { ...came, letters: came.letters.map((one) => ({ ...one, bouncedAt: '2031-01-01T00:00:00.000Z' })) };
    await cases.put(lost);
    expect(await digests(putAside)).toEqual([lost.digest]);
    const again = owingTeamAgain(lost, new Date('2031-01-02T00:00:00.000Z'));
    if (!again) throw new Error('the team is owed a letter');
    await cases.save(again, 1);
    expect(await digests(putAside)).toEqual([]);
    await cases.save({ ...again, rev: 3, letters: again.letters.map((one) => ({ ...one, state: 'sent' })) }, 2);
    expect(await digests(putAside)).toEqual([]);
  });

  it('forgets one that was sent again', async () => {
    const { cases, putAside } = await make();
    const parked = fresh('parked');
    await cases.put(parked);
    const again = parked.letters.reduce((of, letter) => withLetter(of, { ...letter, state: 'owed' }), parked);
    await cases.save({ ...again, rev: 2 }, 1);
    expect(await digests(putAside)).not.toContain(parked.digest);
  });

  it('counts cases that hold a letter back, once nothing of theirs is owed or put aside, up to as many as asked', async () => {
    const { cases, putAside } = await make();
    expect(await putAside.held(9)).toBe(0);
    const [one, other, third, sent] = [fresh('held'), fresh('held'), fresh('held'), fresh('sent')];
    const [owing, parked] = (['owed', 'parked'] as const).map((state) => {
      const of = fresh('held');
      return { ...of, letters: [...of.letters, ...of.letters.map((each) => ({ ...each, id: `b-${each.id}`, state }))] };
    });
    for (const of of [one, other, { ...third, expiresAt: '2031-01-01T00:00:00.000Z' }, sent, owing, parked])
      if (of) await cases.put(of);
    expect(await putAside.held(50)).toBe(3);
    expect(await putAside.held(2)).toBe(2);
    const settled = one.letters.reduce((of, letter) => withLetter(of, { ...letter, state: 'sent' }), one);
    await cases.save({ ...settled, rev: 2 }, 1);
    expect(await putAside.held(50)).toBe(2);
  });

  it('lists records that are stuck, the next to be tried first, whatever they are', async () => {
    const { putAside, stick } = await make();
    const of = fresh('owed');
    const since = '2031-01-01T00:00:00.000Z';
    const record = (minute: number): StuckRecord => ({
      ...{ since, nextAt: `2031-01-01T00:0${String(minute)}:00.000Z`, tries: minute, why: 'ZodError' },
    });
    const later = { ...record(2), reference: of.reference, digest: of.digest };
    await stick(later);
    await stick(record(1));
    expect(await putAside.stuck(50)).toEqual([record(1), later]);
    expect(await putAside.stuck(1)).toEqual([record(1)]);
  });
}
