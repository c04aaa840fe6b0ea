import { describe, expect, it } from 'vitest';
import { bulkTakenSchema, kiAnswerSchema } from '#domain/desk/case-calls.ts';
import type { Case } from '#domain/case/case.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';
import { ada, after, luis, moves, query, update } from '#test/domain/moves-cases.ts';
import { desk, ssn } from './desk-cases.ts';

describe('taking several', () => {
  it('says of each what became of it, and one keeps no other from being taken', async () => {
    const others = Array.from({ length: 3 }, (_, n) =>
      opened('name-query', { submissionId: `00000000-0000-4000-8000-00000000000${n}` }),
    );
    const [first = query, second = query, third = query] = others;
    const mine = after(second, luis, moves.take);
    const late = after(third, ada, moves.note);
    const { ask, cases } = await desk([first, mine, late]);
    const asked = [first, mine, { ...late, version: 1 }, { ...query, version: 1 }].map(
      ({ reference, digest, version }) => ({ reference, digest, version }),
    );
    const { status, said } = await ask('POST', 'cases/take', { cases: asked });
    expect(status).toBe(200);
    const { results } = bulkTakenSchema.parse(said);
    expect(results.map(({ result, version }) => [result, version])).toEqual([
      ['taken', 2],
      ['refused', undefined],
      ['moved', 2],
      ['gone', undefined],
    ]);
    for (const { result, why } of results) expect(why === undefined).toBe(result === 'taken');
    expect(cases.all().filter(({ assignee }) => assignee === luis.email)).toHaveLength(2);
  });

  it.each([0, 26])('of %d cases is no selection', async (many) => {
    const { reference, digest, version } = query;
    const { ask } = await desk([query]);
    const { status } = await ask('POST', 'cases/take', { cases: Array(many).fill({ reference, digest, version }) });
    expect(status).toBe(422);
  });
});

describe('query lines for several', () => {
  const cleared = (nth: number): Case => {
    const number = `95-12345${String(10 + nth)}`;
    const one = opened('name-query', {
      importerNumber: number,
      submissionId: `00000000-0000-4000-8000-0000000000${String(10 + nth)}`,
    });
    return { ...one, cleared: { at: aMonday.toISOString(), who: luis.email, name: luis.name } };
  };
  const keys = (of: readonly Case[]) => of.map(({ reference, digest }) => ({ reference, digest }));
  const seven = Array.from({ length: 7 }, (_, nth) => cleared(nth));

  it('hold six numbers each, of cleared cases only; the others are named with the reason', async () => {
    const clearedSsn = { ...ssn, cleared: { at: aMonday.toISOString(), who: luis.email, name: luis.name } };
    const { ask, audit } = await desk([...seven, clearedSsn, update]);
    const asked = { cases: keys([...seven, clearedSsn, update, query]), addresses: false };
    const { status, said } = await ask('POST', 'ki', asked);
    expect(status).toBe(200);
    const { lines, leftOut } = kiAnswerSchema.parse(said);
    expect(lines.map((line) => line.length)).toEqual([80, 80]);
    expect(lines[0]).toMatch(/^K (95-12345\d\d00 ){6}/);
    expect(leftOut.map(({ reference, code }) => [reference, code])).toEqual([
      [ssn.reference, 'ssn'],
      [update.reference, 'not-cleared'],
      [query.reference, 'gone'],
    ]);
    for (const { why } of leftOut) expect(why).toMatch(/^[A-Z].*\.$/);
    // Nothing is recorded here: no word of a licensed member's reason.
    expect(leftOut[1]?.why).not.toContain('reason');
    expect(JSON.stringify(said)).not.toMatch(/212.?34/);
    // Whole numbers left the desk: it is on record whose, and no number with it.
    expect(audit.all()).toMatchObject(
      keys(seven).map((key) => ({ who: luis.email, what: 'exported', about: { export: 'ki' }, case: key })),
    );
    expect(JSON.stringify(audit.all())).not.toContain('95-12345');
  });

  it('leave no trace when no number left', async () => {
    const { ask, audit } = await desk([update]);
    await ask('POST', 'ki', { cases: keys([update]), addresses: false });
    expect(audit.all()).toEqual([]);
  });

  it('leave a trace when a number left, though the same reference is asked for with another digest', async () => {
    const [one = query] = seven;
    const { ask, audit } = await desk([one]);
    const beside = { reference: one.reference, digest: '0'.repeat(64) };
    const { said } = await ask('POST', 'ki', { cases: [...keys([one]), beside], addresses: false });
    expect(kiAnswerSchema.parse(said).lines).toHaveLength(1);
    expect(audit.all()).toMatchObject([{ what: 'exported', about: { export: 'ki' }, case: keys([one])[0] }]);
  });

  it('ask for addresses when told to', async () => {
    const { ask } = await desk(seven);
    const { said } = await ask('POST', 'ki', { cases: keys(seven.slice(0, 1)), addresses: true });
    expect(kiAnswerSchema.parse(said).lines[0]).toMatch(/^K 95-12345\d\d001 +$/);
  });
});
