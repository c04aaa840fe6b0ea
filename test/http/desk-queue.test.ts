import { describe, expect, it } from 'vitest';
import { queuePageSchema, searchPageSchema } from '#domain/desk/queue.ts';
import { ada, deskDoor, luis } from '#test/fakes/desk-door.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

let n = 0;
const made = (minute: number) => ({
  ...opened('name-query', { submissionId: `00000000-0000-4000-8400-${String((n += 1)).padStart(12, '0')}` }),
  dueAt: new Date(aMonday.getTime() + minute * 60_000).toISOString(),
});

async function stage(count: number) {
  const cases = memoryCaseStore();
  const all = Array.from({ length: count }, (_, minute) => made(minute));
  for (const one of all) await cases.put(one);
  const door = deskDoor({ cases, lists: memoryCaseLists(cases) });
  const as = await door.signedIn(ada);
  const page = async (path: string, cookie = as) => queuePageSchema.parse(await (await door.get(path, cookie)).json());
  return { ...door, all, as, page };
}

describe('the queue at the door', () => {
  it('goes on by its cursor, in an address', async () => {
    const { page, all } = await stage(30);
    const first = await page('cases');
    const second = await page(`cases?cursor=${first.cursor ?? ''}`);
    expect([...first.cases, ...second.cases].map(({ digest }) => digest)).toEqual(all.map(({ digest }) => digest));
    expect(second.cursor).toBeUndefined();
  });

  it('shows what somebody took as theirs, and not as nobody’s', async () => {
    const { page, post, all, as } = await stage(2);
    const [one] = all;
    if (!one) throw new Error('two were made');
    await post(`cases/${one.reference}/${one.digest}/moves`, { version: 1, move: { move: 'take' } }, as);
    expect((await page('cases?who=mine')).cases.map(({ digest }) => digest)).toEqual([one.digest]);
    expect((await page('cases?who=nobody')).cases).toHaveLength(1);
  });

  it('remembers of each member when they looked', async () => {
    const { page, post, as, signedIn } = await stage(1);
    expect(await page('cases')).not.toHaveProperty('lookedAt');
    expect(await (await post('looked', undefined, as)).json()).toEqual({ lookedAt: aMonday.toISOString() });
    expect(await page('cases')).toMatchObject({ lookedAt: aMonday.toISOString() });
    expect(await page('cases', await signedIn(luis))).not.toHaveProperty('lookedAt');
  });

  it.each(['€'.repeat(400), 'half a character: \ud83d', ''])(
    'asks the store for no place that it cannot take: %s',
    async (order) => {
      const { get, as, all } = await stage(1);
      const after = { order, reference: all[0]?.reference, digest: all[0]?.digest };
      const cursor = Buffer.from(JSON.stringify({ list: 'queue open', after })).toString('base64url');
      expect(cursor.length).toBeLessThan(2000);
      expect((await get(`cases?cursor=${cursor}`, as)).status).toBe(422);
    },
  );

  it.each(['cursor=x', 'of=closed&cursor='])('says what is wrong with %s', async (query) => {
    const { get, as, page } = await stage(30);
    const { cursor = '' } = await page('cases');
    const answer = await get(`cases?${query}${query.endsWith('=') ? cursor : ''}`, as);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'input', errors: [{ field: 'cursor', code: 'cursor' }] });
  });
});

describe('the search at the door', () => {
  it('finds a case by its reference, however it is written', async () => {
    const { get, as, all } = await stage(3);
    const typed = encodeURIComponent((all[1]?.reference ?? '').toLowerCase().replace('-', ' '));
    const found = searchPageSchema.parse(await (await get(`search?q=${typed}`, as)).json());
    expect(found).toMatchObject({ by: 'reference', cases: [{ digest: all[1]?.digest }] });
  });

  it('never repeats a Social Security number, nor looks it up', async () => {
    const { get, as, logged } = await stage(1);
    const answer = await get('search?q=219-09-9998', as);
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain('social-security-number');
    expect(text + JSON.stringify(logged)).not.toContain('9998');
  });
});
