import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { hashesOf, keyedHash } from '#casework/forget/keyed-hash.ts';
import type { Case } from '#domain/case/case.ts';
import { askErasure } from '#domain/case/moves/ask-erasure.ts';
import { traceOf } from '#domain/case/trace.ts';
import { tracesSchema } from '#domain/desk/traces.ts';
import { ada, deskDoor, luis } from '#test/fakes/desk-door.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryTrail } from '#test/fakes/memory-trail.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';
import { ada as licensed, after, at, luis as member, moves, query } from '#test/domain/moves-cases.ts';
import { desk } from './desk-cases.ts';

const keyed = keyedHash('a key of these tests');
const one = opened('name-query');
const other = opened('email-update');
const ssn = opened('name-query', { importerNumberKind: 'ssn', importerNumber: '1234' });

/** A desk whose cases went, each with the key given. */
async function stage(key = keyed) {
  const cases = memoryCaseStore();
  for (const of of [one, other, ssn]) {
    await cases.put(of);
    await cases.traces.leave(traceOf(of, hashesOf(key, of), new Date('2027-03-01T00:00:00Z')), of.rev);
  }
  const audit = memoryTrail();
  const door = deskDoor({ cases, traces: cases.traces, keyed, audit });
  const [as, asMember] = [await door.signedIn(ada), await door.signedIn(luis)];
  return { audit, asMember, ...door, asked: async (q: unknown) => door.post('traces', { q }, as) };
}

describe('asking whether a case was here', () => {
  it.each([
    ['its reference', one.reference, 'reference', one],
    ['its reference as somebody types it', one.reference.toLowerCase().replace('-', ' '), 'reference', one],
    ['its importer number', '95-1234567', 'importer-number', one],
    ['a number that CBP assigned', '252704-12345', 'importer-number', other],
  ] as const)('by %s says when it came and went, and why', async (_, q, by, of) => {
    const { asked } = await stage();
    const found = tracesSchema.parse(await (await asked(q)).json());
    expect(found).toEqual({
      by,
      traces: [
        {
          reference: of.reference,
          type: of.type,
          openedAt: of.openedAt,
          forgottenAt: '2027-03-01T00:00:00.000Z',
          why: 'unconfirmed',
        },
      ],
    });
  });

  it.each([
    ['a reference that never was', 'H7K2M-9QXTC'],
    ['another number', '95-7654321'],
  ])('by %s says that nothing was', async (_, q) => {
    const { asked } = await stage();
    expect(await (await asked(q)).json()).toMatchObject({ traces: [] });
  });

  it.each([
    ['a name', 'Acme Imports', 'number'],
    ['half a number', '95-123', 'number'],
    ['a Social Security number', '212-34-5678', 'social-security-number'],
  ])('by %s is refused with words', async (_, q, code) => {
    const { asked } = await stage();
    const answer = await asked(q);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'q', code }] });
  });

  it('takes no trace for ours that our key did not make', async () => {
    const { asked } = await stage(keyedHash('somebody else’s key'));
    expect(await (await asked(one.reference)).json()).toMatchObject({ traces: [] });
  });

  it('is on record, and what was asked by is not', async () => {
    const { asked, audit } = await stage();
    await asked('95-1234567');
    const record = audit.all().at(-1);
    expect(record).toMatchObject({ who: ada, what: 'asked-for-traces', about: { by: 'importer-number', found: '1' } });
    expect(JSON.stringify(audit.all())).not.toMatch(/1234567/);
  });

  it('is for licensed members', async () => {
    const { post, asMember } = await stage();
    expect(await (await post('traces', { q: one.reference }, asMember)).json()).toMatchObject({
      code: 'licensed-only',
    });
  });
});

const asking = (of: Case): Case => askErasure(of, { now: aMonday, broker }) ?? of;

describe('a case that its importer wants deleted', () => {
  const fresh = asking(query);
  const work = asking(after(query, member, moves.take));
  const pageOf = async (of: Case, by = licensed) => {
    const { ask } = await desk([of], by);
    const { said } = await ask('GET', `cases/${of.reference}`);
    return said;
  };

  it('says so on its page, and by when we decide', async () => {
    expect(await pageOf(fresh)).toMatchObject({
      erasure: { askedAt: aMonday.toISOString(), dueAt: '2026-12-16T15:00:00.000Z', stays: [] },
    });
    expect(await pageOf(query)).not.toHaveProperty('erasure');
  });

  it('names why it must stay, and offers no deleting', async () => {
    expect(await pageOf(work)).toMatchObject({ erasure: { stays: ['somebody works on it: close it first'] } });
    expect(JSON.stringify(await pageOf(work))).not.toContain('"erase"');
    expect(JSON.stringify(await pageOf(fresh))).toContain('"erase"');
  });

  it('is refused with the reason when it must stay, whatever the page offered', async () => {
    const { move } = await desk([work], licensed);
    const { status, said } = await move(work, moves.erase);
    expect([status, said]).toMatchObject([422, { refusal: 'record-duty' }]);
    expect(JSON.stringify(said)).toContain('This case must stay: somebody works on it');
  });

  it('goes from the desk at once when a licensed member deletes it', async () => {
    const { move, ask, cases } = await desk([fresh], licensed);
    const { status, said } = await move(fresh, moves.erase);
    expect([status, said]).toMatchObject([200, { erasure: { doneAt: at(100).toISOString() } }]);
    expect((await ask('GET', `cases/${fresh.reference}`)).status).toBe(404);
    // Until its last letter has left.
    expect(cases.all()[0]?.letters.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['erased owed']);
  });
});
