import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Case } from '#domain/case/case.ts';
import { csvPageSchema, recordSchema } from '#domain/desk/exports.ts';
import { ada, deskDoor, luis } from '#test/fakes/desk-door.ts';
import { memoryTrail } from '#test/fakes/memory-trail.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

const at = aMonday.toISOString();
const links: Case['links'] = [
  {
    hash: 'c0ffee'.padEnd(64, '0'),
    purpose: 'case',
    mailbox: 'contact',
    letterId: 'case-link',
    madeAt: at,
    expiresAt: '2027-01-01T00:00:00.000Z',
  },
];
const ssn = opened('name-query', { importerNumberKind: 'ssn', importerNumber: '1234', companyName: 'Jo Public' });

async function stage(...all: Case[]) {
  const cases = memoryCaseStore();
  for (const one of all) await cases.put(one);
  const audit = memoryTrail();
  const door = deskDoor({ cases, lists: memoryCaseLists(cases), audit });
  return { ...door, audit, as: { ada: await door.signedIn(ada), luis: await door.signedIn(luis) } };
}

describe('the case file', () => {
  const one: Case = { ...opened('email-update'), links };
  const path = `cases/${one.reference}/${one.digest}/record`;

  it('holds what is kept of the case, with names and labels, and no hash of a link', async () => {
    const { post, as } = await stage(one);
    const text = await (await post(path, undefined, as.luis)).text();
    const record = recordSchema.parse(JSON.parse(text));
    expect(record.made).toEqual({ at, who: luis, name: 'Luis Marin' });
    expect(record.broker.licenceNumber).toBe(broker.licenceNumber);
    expect(record.case.statement).toEqual(one.statement);
    expect(record.case.timeline).toEqual(one.timeline);
    expect(record.case.letters.map(({ id }) => id)).toEqual(one.letters.map(({ id }) => id));
    expect(record.case.answers.find(({ name }) => name === 'companyName')?.label).toBeDefined();
    expect(text).not.toContain('c0ffee');
    for (const gone of ['tools', 'moves', 'outcomes', 'links']) expect(record.case).not.toHaveProperty(gone);
  });

  it('shows of a Social Security number its end alone', async () => {
    const { post, as } = await stage(ssn);
    const { case: of } = recordSchema.parse(
      await (await post(`cases/${ssn.reference}/${ssn.digest}/record`, undefined, as.ada)).json(),
    );
    expect(of.importer).toEqual({ kind: 'ssn', masked: 'SSN ending 1234' });
  });

  it('is put on record', async () => {
    const { post, as, audit } = await stage(one);
    await post(path, undefined, as.luis);
    expect(audit.all()).toEqual([
      {
        ...{ at, who: luis, name: 'Luis Marin', what: 'exported', about: { export: 'record' } },
        case: { reference: one.reference, digest: one.digest },
      },
    ]);
  });

  it.each([
    ['another digest', `cases/${one.reference}/${'0'.repeat(64)}/record`],
    ['no such reference', `cases/00000-00000/${one.digest}/record`],
    ['no reference', `cases/hello/${one.digest}/record`],
  ])('is not found by %s, and nothing is put on record', async (_, address) => {
    const { post, as, audit } = await stage(one);
    expect((await post(address, undefined, as.ada)).status).toBe(404);
    expect(audit.all()).toEqual([]);
  });
});

describe('the lists', () => {
  const cases = { from: '2026-11-01', to: '2026-11-30' };
  const importers = { from: '2026-11-01T00:00:00Z', to: '2026-11-30T00:00:00Z' };

  it('put every part on record: a part without its first one, too', async () => {
    const { post, as, audit } = await stage(ssn);
    const { cursor } = csvPageSchema.parse(
      await (await post('exports/cases', { ...cases, from: '2026-01-01' }, as.luis)).json(),
    );
    await post('exports/cases', { ...cases, from: '2026-01-01', cursor }, as.luis);
    expect(audit.all().map(({ who, what, about }) => [who, what, about?.['export'], about?.['from']])).toEqual([
      [luis, 'exported', 'cases', '2026-01-01'],
      [luis, 'exported', 'cases', '2026-01-01'],
    ]);
  });

  it('give the importers held to a licensed member only', async () => {
    const { post, as, audit } = await stage(ssn);
    const refused = await post('exports/importers', importers, as.luis);
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'licensed-only' }]);
    expect((await post('exports/importers', importers, as.ada)).status).toBe(200);
    expect(audit.all()).toMatchObject([
      { who: luis, what: 'refused', about: { step: 'POST /api/desk/exports/importers', reason: 'licensed-only' } },
      { who: ada, what: 'exported', about: { export: 'importers' } },
    ]);
  });

  it.each([
    ['exports/cases', { from: '2026-11-31', to: '2026-12-01' }, 'from'],
    ['exports/cases', { ...cases, cursor: 'hello' }, 'cursor'],
    ['exports/importers', { ...importers, from: '2026-11-01' }, 'from'],
    ['exports/importers', { from: importers.to, to: importers.from }, 'to'],
    ['exports/importers', { ...importers, cursor: 'hello' }, 'cursor'],
  ])('%s %j: says what is wrong, and puts nothing on record', async (address, body, field) => {
    const { post, as, audit } = await stage(ssn);
    const answer = await post(address, body, as.ada);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'input', errors: [{ field }] });
    expect(audit.all()).toEqual([]);
  });

  it('are given to no other site', async () => {
    const { ask, as } = await stage(ssn);
    const headers = { origin: 'https://evil.example' };
    const answer = await ask('POST', 'exports/importers', { body: importers, cookie: as.ada, headers });
    expect(await answer.json()).toMatchObject({ code: 'foreign-origin' });
  });
});
