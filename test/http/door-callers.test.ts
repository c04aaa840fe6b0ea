import { describe, expect, it } from 'vitest';
import { newToken } from '#casework/links.ts';
import { linkDays } from '#domain/case/links.ts';
import type { LinkPurpose } from '#domain/case/letter-parts.ts';
import { linkedFor, tellTale } from '#test/fakes/linked-cases.ts';
import type { Linked } from '#test/fakes/linked-cases.ts';
import { later } from '#test/fakes/importer-cases.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { opened, samples } from '#test/fakes/requests.ts';
import { asForm, asJson, publicDoor } from './desk.ts';
import { importerDoor } from './importer.ts';

/**
 * Who may come to the doors for strangers and for holders of a mailed link: each route, tried as each caller. The desk's
 * are in desk-callers.test.ts; pay-owed has no address (test/infra/doors.ts). A route that no row names fails.
 */
const isPurpose = (name: string): name is LinkPurpose => name in linkDays;
const purposes = Object.keys(linkDays).filter(isPurpose);

/** What the holder of the right link gets, once and again; what one whose link is too old gets; and what each press changes. */
type Row = {
  readonly right: number;
  readonly again: number;
  readonly expired: number;
  readonly changes: readonly ('case' | 'ask' | 'expired-asks')[];
  /** What the case's audit chain then says, pressed twice. */
  readonly onRecord: readonly string[];
};
const linked: Readonly<Record<string, Row>> = {
  'GET /api/importer/confirm/{link}': { right: 200, again: 200, expired: 410, changes: [], onRecord: [] },
  'POST /api/importer/confirm/{link}': {
    right: 200,
    again: 200,
    expired: 410,
    changes: ['case'],
    onRecord: ['confirmed'],
  },
  'GET /api/importer/not-us/{link}': { right: 200, again: 200, expired: 410, changes: [], onRecord: [] },
  'POST /api/importer/not-us/{link}': { right: 200, again: 200, expired: 410, changes: ['case'], onRecord: ['not-us'] },
  'GET /api/importer/case/{link}': { right: 200, again: 200, expired: 410, changes: [], onRecord: ['saw'] },
  'POST /api/importer/case/{link}/confirm': {
    right: 303,
    again: 303,
    expired: 410,
    changes: ['case'],
    onRecord: ['confirmed'],
  },
  'POST /api/importer/case/{link}/replies': {
    right: 303,
    again: 303,
    expired: 410,
    changes: ['case'],
    onRecord: ['replied'],
  },
  // This case lacks no answer: nothing to keep, and nothing to mend.
  'POST /api/importer/case/{link}/answers': { right: 303, again: 303, expired: 410, changes: [], onRecord: [] },
  // Each file that is taken is on record.
  'GET /api/importer/case/{link}/data': {
    right: 200,
    again: 200,
    expired: 410,
    changes: [],
    onRecord: ['exported', 'exported'],
  },
  'POST /api/importer/case/{link}/erasure': {
    right: 303,
    again: 303,
    expired: 410,
    changes: ['case'],
    onRecord: ['erasure-asked'],
  },
  'POST /api/importer/case/{link}/renew': {
    right: 200,
    again: 200,
    expired: 200,
    changes: ['ask', 'expired-asks'],
    onRecord: [],
  },
};

/** Where no link is needed, everybody gets this. */
const open: Readonly<Record<string, number>> = {
  'POST /api/importer/links': 303,
  'GET /api/importer/links/asked': 200,
};

const routes: readonly string[] = importerDoor().routes;
const named = routes.filter((name) => !name.startsWith('ANY '));
const isOf = (name: string) => ({ method: name.split(' ')[0] ?? '', path: name.replace(/^\w+ \/api\/importer\//, '') });

function purposeOf(name: string): LinkPurpose {
  const [purpose = ''] = isOf(name).path.split('/');
  if (!isPurpose(purpose)) throw new Error(`${name} is for no purpose of a link`);
  return purpose;
}

const good = { reference: 'H7K2M-9QXTC', email: 'rosa@acme-imports.example', text: 'Hello' };
const unlike = (letter: string) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase());
const longAgo = new Date('2026-07-01T00:00:00Z');

/** A door in front of one case, and what calling a route with some last part of an address comes to. */
async function before({ case: of }: Linked, ...others: readonly Linked[]) {
  const cases = memoryCaseStore();
  for (const one of [of, ...others.map((other) => other.case)]) await cases.put(one);
  const door = importerDoor(cases, {}, later(60));
  const call = async (name: string, part: string, headers: Record<string, string> = {}) => {
    const { method, path } = isOf(name);
    const was = { cases: cases.all(), asks: door.asks.all.size };
    const sent = method === 'GET' ? {} : asForm(good);
    const answer = await door.send(method, path.replace('{link}', part), {
      ...sent,
      headers: { ...sent.headers, ...headers },
    });
    return {
      status: answer.status,
      text: `${await answer.text()} ${answer.headers.get('location') ?? ''}`,
      changed: JSON.stringify(cases.all()) !== JSON.stringify(was.cases),
      asked: door.asks.all.size > was.asks,
    };
  };
  const onRecord = () => door.audit.all().map(({ what }) => what);
  return { call, onRecord };
}

type Caller = { readonly linked: Linked; readonly others?: readonly Linked[]; readonly part: string };

/** Everybody who may come with an address that is not good for this. */
const strangers: Readonly<Record<string, (purpose: LinkPurpose) => Caller | undefined>> = {
  'with no link': (purpose) => ({ linked: linkedFor(purpose), part: '' }),
  'with a reference alone': (purpose) => {
    const one = linkedFor(purpose);
    return { linked: one, part: one.case.reference };
  },
  'with a part of the link': (purpose) => {
    const one = linkedFor(purpose);
    return { linked: one, part: one.part.slice(0, -1) };
  },
  'with more than the link': (purpose) => {
    const one = linkedFor(purpose);
    return { linked: one, part: `${one.part}A` };
  },
  'with a token that nobody got': (purpose) => {
    const one = linkedFor(purpose);
    return { linked: one, part: `${one.case.reference}.${newToken()}` };
  },
  'with the kept hash for a token': (purpose) => {
    const one = linkedFor(purpose);
    return { linked: one, part: `${one.case.reference}.${one.case.links[0]?.hash.slice(0, 43) ?? ''}` };
  },
  'with the link, its letters large and small the other way round': (purpose) => {
    const one = linkedFor(purpose);
    const [reference = '', token = ''] = one.part.split('.');
    return { linked: one, part: `${reference}.${token.replace(/./g, unlike)}` };
  },
  'with the reference in small letters': (purpose) => {
    const one = linkedFor(purpose);
    return { linked: one, part: one.part.replace(one.case.reference, one.case.reference.toLowerCase()) };
  },
  'with a token of another case': (purpose) => {
    const one = linkedFor(purpose);
    const other = linkedFor(purpose);
    const away = { ...other.case, ...opened('name-query', { note: 'another' }), links: other.case.links };
    const [, token = ''] = other.part.split('.');
    return { linked: one, others: [{ ...other, case: away }], part: `${one.case.reference}.${token}` };
  },
  ...Object.fromEntries(
    purposes.map((other) => [
      `with a link to ${other}`,
      (purpose: LinkPurpose) => {
        const one = linkedFor(other);
        return other === purpose ? undefined : { linked: one, part: one.part };
      },
    ]),
  ),
  'with a link to a case that is forgotten': (purpose) => {
    const one = linkedFor(purpose);
    return { linked: { ...one, case: { ...one.case, expiresAt: '2026-11-16T15:00:00.000Z' } }, part: one.part };
  },
};

describe('the routes for who holds a link', () => {
  it('are named here, each', () => {
    expect([...Object.keys(linked), ...Object.keys(open)].sort()).toEqual([...named].sort());
    for (const name of named) expect(routes, name).toContain(name.replace(/^\w+/, 'ANY'));
    expect([...new Set(Object.keys(linked).map(purposeOf))].sort()).toEqual([...purposes].sort());
  });

  const tries = Object.keys(linked).flatMap((name) =>
    Object.entries(strangers).flatMap(([who, caller]) => {
      const made = caller(purposeOf(name));
      return made ? [{ name, who, made }] : [];
    }),
  );
  it.each(tries)('$name, $who: nothing here', async ({ name, made }) => {
    const { call, onRecord } = await before(made.linked, ...(made.others ?? []));
    const { status, text, changed, asked } = await call(name, made.part);
    expect({ status, changed, asked }).toEqual({ status: 404, changed: false, asked: false });
    expect(text).not.toContain(tellTale);
    expect(text).not.toContain('rosa@');
    expect(onRecord()).toEqual([]);
  });

  it.each(Object.entries(linked))('%s, with the right link', async (name, row) => {
    const one = linkedFor(purposeOf(name));
    const { call, onRecord } = await before(one);
    const first = await call(name, one.part);
    const again = await call(name, one.part);
    expect([first.status, again.status]).toEqual([row.right, row.again]);
    expect([first.changed, first.asked]).toEqual([row.changes.includes('case'), row.changes.includes('ask')]);
    // A double click, or a second look: nothing more happens.
    expect(again.changed).toBe(false);
    expect(onRecord()).toEqual(row.onRecord);
  });

  it.each(Object.entries(linked))('%s, with the right link, too late', async (name, row) => {
    const one = linkedFor(purposeOf(name), longAgo);
    const { call } = await before(one);
    const { status, text, changed, asked } = await call(name, one.part);
    expect({ status, changed, asked }).toEqual({
      status: row.expired,
      changed: false,
      asked: row.changes.includes('expired-asks'),
    });
    expect(text).not.toContain(tellTale);
  });

  it.each(Object.entries(open))('%s, anybody: nothing is looked up', async (name, status) => {
    const one = linkedFor('case');
    const { call } = await before(one);
    const got = await call(name, '');
    expect([got.status, got.changed]).toEqual([status, false]);
    expect(got.text).not.toContain(tellTale);
  });

  const anyLink = (name: string) => (name in linked ? linkedFor(purposeOf(name)) : linkedFor('case'));

  it.each(named)('%s, around the Router: nothing here', async (name) => {
    const one = anyLink(name);
    const { call } = await before(one);
    for (const secret of ['', 'guess']) {
      const got = await call(name, one.part, { 'x-router-secret': secret });
      expect([got.status, got.changed, got.asked]).toEqual([404, false, false]);
    }
  });

  it.each(named.filter((name) => name.startsWith('POST ')))('%s, from a page of another site', async (name) => {
    const one = anyLink(name);
    const { call } = await before(one);
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const got = await call(name, one.part, headers);
      expect([got.status, got.changed, got.asked]).toEqual([400, false, false]);
    }
  });

  it.each(routes.filter((name) => name.startsWith('ANY ')))('%s, by a method that is not for it: 405', async (any) => {
    const one = anyLink(any);
    const { call } = await before(one);
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      if (named.includes(any.replace('ANY', method))) continue;
      const got = await call(any.replace('ANY', method), one.part);
      expect([method, got.status, got.changed, got.asked]).toEqual([method, 405, false, false]);
    }
  });
});

describe('the routes for anybody', () => {
  const [sample = {}] = samples['name-query'];
  const sent = { program: asJson(sample), person: asForm(sample) };
  type Sender = keyof typeof sent;
  const rows: Readonly<Record<string, Record<Sender | 'other', number>>> = {
    'POST /api/requests/{type}': { program: 201, person: 303, other: 404 },
    'GET /api/requests/sent/{reference}': { program: 200, person: 200, other: 404 },
    'ANY /api/requests/{type}': { program: 405, person: 405, other: 404 },
  };
  const pathOf = (name: string, other = false) =>
    name
      .replace(/^\w+ /, '')
      .replace('{type}', other ? 'no-type' : 'name-query')
      .replace('{reference}', other ? 'none' : 'H7K2M-9QXTC');
  const methodsOf = (name: string) => {
    const [method = ''] = name.split(' ');
    return method === 'ANY' ? ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] : [method];
  };
  const call = async (
    name: string,
    method: string,
    how: Sender,
    other = false,
    headers: Record<string, string> = {},
  ) => {
    const cases = memoryCaseStore();
    const door = publicDoor(cases);
    const whole = method === 'GET' ? { headers: sent[how].headers } : sent[how];
    const answer = await door.ask(method, pathOf(name, other), { ...whole, headers: { ...whole.headers, ...headers } });
    return { status: answer.status, kept: cases.all().length };
  };

  it('are named here, each', () => {
    const names: readonly string[] = publicDoor(memoryCaseStore()).routes;
    expect(Object.keys(rows).sort()).toEqual([...names].sort());
  });

  const tries = Object.entries(rows).flatMap(([name, row]) =>
    methodsOf(name).flatMap((method) =>
      (['program', 'person'] as const).map((how) => ({ name, method, how, status: row[how], other: row.other })),
    ),
  );
  it.each(tries)('$name as $method by a $how', async ({ name, method, how, status, other }) => {
    const kept = status === 201 || status === 303 ? 1 : 0;
    expect(await call(name, method, how)).toEqual({ status, kept });
    expect(await call(name, method, how, true)).toEqual({ status: other, kept: 0 });
    expect(await call(name, method, how, false, { 'x-router-secret': 'guess' })).toEqual({ status: 404, kept: 0 });
    // No cookie opens this door: another site's page can do no more than its reader could.
    expect(await call(name, method, how, false, { origin: 'https://evil.example' })).toEqual({ status, kept });
  });
});
