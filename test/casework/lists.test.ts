import { describe, expect, it } from 'vitest';
import { cursorText, placeIn } from '#casework/lists/cursor.ts';
import { queuePage } from '#casework/lists/queue.ts';
import { search } from '#casework/lists/search.ts';
import type { Case } from '#domain/case/case.ts';
import { queueQuerySchema } from '#domain/desk/queue.ts';
import { memoryCaseLists, memoryLookedStore } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

const ADA = 'ada@harborpine.example';
let n = 0;
const made = (change: Partial<Case> = {}, answers: Record<string, string> = {}): Case => ({
  ...opened('email-update', {
    submissionId: `00000000-0000-4000-b000-${String((n += 1)).padStart(12, '0')}`,
    ...answers,
  }),
  ...change,
});
const minute = (at: number): string => new Date(aMonday.getTime() + at * 60_000).toISOString();

async function world(...all: Case[]) {
  const cases = memoryCaseStore();
  for (const one of all) await cases.put(one);
  const ports = { cases, lists: memoryCaseLists(cases), looked: memoryLookedStore(), now: () => aMonday };
  const page = async (query: Record<string, string> = {}) => {
    const found = await queuePage(ports, queueQuerySchema.parse(query), ADA);
    if (found === 'refused') throw new Error('the page was refused');
    return found;
  };
  /** All pages, one after the other. */
  const walk = async (query: Record<string, string> = {}) => {
    const pages = [await page(query)];
    for (let last = pages[0]; last?.cursor !== undefined; last = pages.at(-1))
      pages.push(await page({ ...query, cursor: last.cursor }));
    return pages;
  };
  return { ...ports, page, walk };
}

const digests = (cases: readonly { readonly digest: string }[]) => cases.map(({ digest }) => digest);

const letterHeld = opened('email-update').letters.map((one) => ({ ...one, state: 'held' as const }));

describe('the queue', () => {
  it('gives 25 a page and ends without an empty page', async () => {
    const all = Array.from({ length: 50 }, (_, at) => made({ dueAt: minute(at) }));
    const pages = await (await world(...all)).walk();
    expect(pages.map(({ cases, examined }) => [cases.length, examined])).toEqual([
      [25, 25],
      [25, 25],
    ]);
    expect(digests(pages.flatMap(({ cases }) => cases))).toEqual(digests(all));
  });

  it('is empty when there is no case', async () => {
    expect(await (await world()).page()).toEqual({ cases: [], examined: 0, now: aMonday.toISOString() });
  });

  const is = {
    mine: made({ assignee: ADA, dueAt: minute(1) }),
    luis: made({ assignee: 'luis@harborpine.example', dueAt: minute(2) }),
    flagged: made({
      flags: [{ id: 'f1', at: minute(0), who: ADA, name: 'Ada Osei', reason: 'odd' }],
      dueAt: minute(3),
    }),
    frozen: made({ frozen: { at: minute(0), who: 'earlier-contact' }, dueAt: minute(3.5) }),
    waiting: made({ state: 'waiting', dueAt: minute(4) }),
    overdue: made({ dueAt: minute(-10) }),
    query: { ...opened('name-query'), dueAt: minute(5) },
    held: { ...made({ dueAt: minute(5.5) }), letters: [...letterHeld] },
    expired: made({ dueAt: minute(6), expiresAt: minute(-1) }),
    closedMine: made({ assignee: ADA, state: 'answered', closedAt: minute(-5), dueAt: minute(-60) }),
    closed: made({ state: 'closed', closedAt: minute(-4) }),
  };
  type Named = keyof typeof is;
  const open: Named[] = ['overdue', 'mine', 'luis', 'flagged', 'frozen', 'waiting', 'query', 'held'];
  const filters: readonly (readonly [Record<string, string>, readonly Named[]])[] = [
    [{}, open],
    [{ who: 'mine' }, ['mine']],
    [{ who: 'nobody' }, ['overdue', 'flagged', 'frozen', 'waiting', 'query', 'held']],
    [{ flagged: 'yes' }, ['flagged', 'frozen']],
    [{ state: 'waiting' }, ['waiting']],
    [{ type: 'name-query' }, ['query']],
    [{ overdue: 'yes' }, ['overdue']],
    [{ held: 'yes' }, ['held']],
    [{ of: 'closed', held: 'yes' }, []],
    [{ who: 'nobody', state: 'new', type: 'email-update' }, ['overdue', 'flagged', 'frozen', 'held']],
    [{ of: 'closed' }, ['closed', 'closedMine']],
    [{ of: 'closed', who: 'mine' }, ['closedMine']],
    [{ of: 'closed', who: 'nobody' }, ['closed']],
    [{ of: 'closed', overdue: 'yes' }, []],
  ];
  it.each(filters)('shows of %o', async (query, names) => {
    const { cases } = await (await world(...Object.values(is))).page(query);
    expect(digests(cases)).toEqual(names.map((name) => is[name].digest));
  });

  it('looks at 200 for a filter, says so, and where to look on', async () => {
    const rare = made({ dueAt: minute(450), state: 'waiting' });
    const many = Array.from({ length: 420 }, (_, at) => made({ dueAt: minute(at) }));
    const pages = await (await world(...many, rare)).walk({ state: 'waiting' });
    expect(pages.map(({ examined, cases }) => [examined, cases.length])).toEqual([
      [200, 0],
      [200, 0],
      [21, 1],
    ]);
  });

  it('skips nothing that stayed when cases move between two pages', async () => {
    const all = Array.from({ length: 60 }, (_, at) => made({ dueAt: minute(at) }));
    const here = await world(...all);
    const first = await here.page();
    // The last one seen goes away, one to come moves to the front, a new one arrives.
    const move = async (one: Case | undefined, change: Partial<Case>) =>
      one && (await here.cases.save({ ...one, rev: 2, ...change }, 1));
    await move(all[24], { state: 'closed', closedAt: minute(1) });
    await move(all[40], { dueAt: minute(-5) });
    await here.cases.put(made({ dueAt: minute(-6) }));
    const rest = first.cursor === undefined ? [] : await here.walk({ cursor: first.cursor });
    const seen = new Set(digests([first, ...rest].flatMap(({ cases }) => cases)));
    const stayed = digests(all.filter((_, at) => at !== 24 && at !== 40));
    expect(stayed.filter((digest) => !seen.has(digest))).toEqual([]);
  });

  it('says when the member last looked', async () => {
    const here = await world();
    await here.looked.save(ADA, minute(-30));
    expect(await here.page()).toMatchObject({ lookedAt: minute(-30) });
  });
});

describe('a cursor', () => {
  const list = { by: 'queue', of: 'open' } as const;
  const place = { order: '1#x', reference: made().reference, digest: made().digest };
  const text = cursorText(list, place);

  it('leads back to its place', () => {
    expect(placeIn(list, text)).toEqual(place);
  });

  const company = { by: 'company', of: 'ACM', begins: 'ACME' } as const;
  const foreign = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    ['of another list', { by: 'queue', of: 'closed' } as const, text],
    ['of another member', { by: 'assignee', of: '-' } as const, cursorText({ by: 'assignee', of: ADA }, place)],
    ['cut short', list, text.slice(0, -5)],
    ['nobody made', list, 'hello'],
    ['empty', list, ''],
    ['of something else', list, foreign({ list: 'queue open' })],
    ['with a made-up reference', list, foreign({ list: 'queue open', after: { ...place, reference: 'x' } })],
    ['with a made-up digest', list, foreign({ list: 'queue open', after: { ...place, digest: 'x' } })],
    ['outside of what is asked', company, cursorText(company, { ...place, order: 'BETA#' })],
  ])('%s is refused', (_, among, said) => {
    expect(placeIn(among, said)).toBe('refused');
  });
});

describe('the search', () => {
  const acme = made(
    { openedAt: minute(-2) },
    { companyName: 'Acme Import', importerNumberKind: 'ein', importerNumber: '95-1234567' },
  );
  const beta = made({ openedAt: minute(-1) }, { companyName: 'Beta Trading Ltd.', contactEmail: 'Bo@beta.example' });
  const gone = made({ expiresAt: minute(-1) }, { companyName: 'Gone Fishing Inc' });

  it.each([
    [acme.reference, 'reference', [acme]],
    [acme.reference.toLowerCase().replace('-', ' '), 'reference', [acme]],
    [' bo@BETA.example ', 'mailbox', [beta]],
    ['acme', 'company', [acme]],
    ['ACME IMPORT', 'company', [acme]],
    ['beta trading ltd', 'company', [beta]],
    ['gone', 'company', []],
    [gone.reference, 'reference', []],
    ['nobody@beta.example', 'mailbox', []],
    ['ACME IMPORTERS OF THE WEST', 'company', []],
  ] as const)('finds %s by %s', async (q, by, found) => {
    const here = await world(acme, beta, gone);
    const page = await search(here, { q });
    expect(page).toMatchObject({ by });
    expect(typeof page === 'string' ? page : digests(page.cases)).toEqual(digests(found));
  });

  it.each([
    ['95-1234567', 'ein'],
    ['951234567', 'ein'],
    ['95 123456700', 'ein'],
    ['252704-12345', 'cbp'],
    ['25270412345', 'cbp'],
  ])('finds the importer number %s', async (q, kind) => {
    const number = kind === 'ein' ? '95-1234567' : '252704-12345';
    const one = made({}, { importerNumberKind: kind, importerNumber: number });
    expect(await search(await world(one, kind === 'ein' ? beta : acme), { q })).toMatchObject({
      by: 'importer-number',
      cases: [{ digest: one.digest }],
    });
  });

  it.each([
    ['ab', 'too-short'],
    ['..a', 'too-short'],
    ['95-12345', 'number'],
    ['4567', 'number'],
    ['219-09-9998', 'social-security-number'],
    ['***', 'number'],
  ])('says what %s lacks', async (q, refusal) => {
    expect(await search(await world(acme), { q })).toBe(refusal);
  });

  it('goes through both mailboxes, page by page, the latest first', async () => {
    const contact = Array.from({ length: 30 }, (_, at) =>
      made({ openedAt: minute(at) }, { contactEmail: 'x@x.example' }),
    );
    const other = Array.from({ length: 30 }, (_, at) => made({ openedAt: minute(at) }, { newEmail: 'x@x.example' }));
    const here = await world(...contact, ...other);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(here, { q: 'x@x.example', cursor });
      if (typeof page === 'string') throw new Error(page);
      found.push(...digests(page.cases));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(found).toEqual(digests([...contact.reverse(), ...other.reverse()]));
  });

  it('refuses a cursor of another search', async () => {
    const here = await world(acme);
    const cursor = cursorText({ by: 'queue', of: 'open' }, { ...acme, order: 'x' });
    expect(await search(here, { q: 'acme', cursor })).toBe('cursor');
  });
});
