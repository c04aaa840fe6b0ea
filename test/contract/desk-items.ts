import { expect, it } from 'vitest';

type Kept = { readonly id: string; readonly rev: number };
type Items<T extends Kept> = {
  put(one: T): Promise<'stored' | 'already-stored'>;
  read(id: string): Promise<T | undefined>;
  save(next: T, readRev: number): Promise<'saved' | 'moved'>;
};

/** What every store of the desk's small items keeps: conditional writes, read back to the letter. */
export function keptItemsContract<T extends Kept>(
  make: () => Promise<Items<T>>,
  fresh: (nth: number) => T,
  changed: (one: T) => T,
): void {
  let n = 0;
  const next = () => fresh((n += 1));

  it('gives back what it was given, and knows nothing else', async () => {
    const [items, one] = [await make(), next()];
    expect(await items.read(one.id)).toBeUndefined();
    expect(await items.put(one)).toBe('stored');
    expect(await items.read(one.id)).toEqual(one);
  });

  it('puts an id once, whatever happened to it meanwhile', async () => {
    const [items, one] = [await make(), next()];
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => items.put(one)));
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    const moved = { ...changed(one), rev: 2 };
    await items.save(moved, 1);
    expect(await items.put(one)).toBe('already-stored');
    expect(await items.read(one.id)).toEqual(moved);
  });

  it('saves only over the revision that was read, and of many writers one wins', async () => {
    const [items, one] = [await make(), next()];
    await items.put(one);
    const writes = Array.from({ length: 5 }, () => items.save({ ...changed(one), rev: 2 }, 1));
    expect((await Promise.all(writes)).filter((outcome) => outcome === 'saved')).toHaveLength(1);
    expect(await items.save({ ...one, rev: 3 }, 1)).toBe('moved');
    expect(await items.read(one.id)).toEqual({ ...changed(one), rev: 2 });
  });

  it('makes nothing by saving it', async () => {
    const [items, one] = [await make(), next()];
    expect(await items.save({ ...one, rev: 2 }, 1)).toBe('moved');
    expect(await items.read(one.id)).toBeUndefined();
  });
}
