import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { deskProblemSchema } from '#domain/desk/caller.ts';
import { movedSchema } from '#domain/desk/case-page.ts';
import type { Case } from '#domain/case/case.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import { moveNames } from '#domain/case/moves/timing.ts';
import {
  ada,
  after,
  at,
  checkOf,
  conditions,
  guarded,
  confirmed,
  luis,
  moves,
  nameOnFile,
  query,
} from '#test/domain/moves-cases.ts';
import { desk, pageOf, clearedUpdate } from './desk-cases.ts';

describe('moving a case', () => {
  it('answers with the case as it is then, and logs its reference only', async () => {
    const { move, logged, cases } = await desk([query]);
    const { status, said } = await move(query, moves.take);
    expect(status).toBe(200);
    expect(pageOf(said)).toMatchObject({ assignee: luis.email, version: 2, state: 'open' });
    expect(cases.all()[0]?.assignee).toBe(luis.email);
    expect(logged).toEqual(['case-moved']);
  });

  it('that somebody changed meanwhile is told who changed what, with the case as it is', async () => {
    const now = after(query, ada, moves.take, moves.note);
    const { move } = await desk([now]);
    const { status, said } = await move(now, moves.note, 1);
    expect(status).toBe(409);
    const moved = movedSchema.parse(said);
    expect(moved).toEqual(said);
    expect(moved.since.map(({ what, name }) => `${name ?? ''} ${what}`)).toEqual(['Ada Osei taken', 'Ada Osei noted']);
    expect(moved.case).toMatchObject({ version: 3, assignee: ada.email });
  });

  const noPlace: Case = after(query, luis, moves.take);
  it.each([
    ['already-yours', noPlace, moves.take],
    ['over', conditions.closed, moves.take],
    ['not-over', query, moves.reopen],
    ['nobody-has-it', query, moves['put-back']],
    ['no-such-member', query, { ...moves['hand-over'], to: 'eve@else.example' }],
    ['already-theirs', noPlace, { ...moves['hand-over'], to: luis.email }],
    ['no-such-flag', query, moves.unflag],
    ['not-cleared', query, moves.answer],
    ['licensed-only', query, { ...moves.answer, override: 'CBP called.' }],
    ['already-cleared', conditions.cleared, moves.clear],
    ['already-that-type', query, { move: 'convert', to: 'name-query' }],
    ['checks-missing', query, moves.clear],
    ['no-such-outcome', query, { ...moves.answer, outcome: 'accepted' }],
    ['in-the-future', query, { ...moves.check, on: '2026-11-30' }],
  ] as const)('is refused with words: %s', async (code, of, asked) => {
    const { move, cases } = await desk([of]);
    const { status, said } = await move(of, asked);
    expect(status).toBe(422);
    const problem = deskProblemSchema.parse(said);
    expect(problem).toMatchObject({ code: 'refused', refusal: code });
    expect(problem.detail).toMatch(/^[A-Z].*\.$/);
    expect(problem.detail).not.toMatch(/[{}]|undefined/);
    expect(cases.all()).toEqual([of]);
  });

  it('says which checks are missing, in words', async () => {
    const { move } = await desk([confirmed(query)]);
    const { said } = await move(confirmed(query), moves.clear);
    expect(said).toMatchObject({
      detail: 'These are still missing: a power of attorney, a receiver whom the client file knows.',
    });
  });

  it.each<[string, Case, unknown, [string, string][]]>([
    [
      'an outcome without its values',
      conditions.cleared,
      { move: 'answer', outcome: 'name-on-file', values: {} },
      [['move.values.abbreviatedName', 'missing']],
    ],
    [
      'a name too long',
      conditions.cleared,
      { ...nameOnFile, values: { abbreviatedName: 'X'.repeat(33) } },
      [['move.values.abbreviatedName', 'too-long']],
    ],
    [
      'a time to come',
      clearedUpdate,
      { move: 'answer', outcome: 'accepted', values: { acceptedAt: '2026-12-01T00:00:00Z' } },
      [['move.values.acceptedAt', 'in-the-future']],
    ],
    ['a paper without a date', query, { ...checkOf('power-of-attorney'), on: undefined }, [['move.on', 'missing']]],
    ['an empty note', query, { move: 'note', text: ' ' }, [['move.text', 'too_small']]],
    ['a move of no name', query, { move: 'delete' }, [['move.move', 'invalid_union']]],
    ['a field of nobody', query, { move: 'take', oops: 1 }, [['move', 'unrecognized_keys']]],
    ['half a character', query, { move: 'note', text: 'x\ud800' }, [['move.text', 'custom']]],
  ])('names the field of %s, with words', async (_, of, asked, errors) => {
    const { move } = await desk([of]);
    const { status, said } = await move(of, asked);
    expect(status).toBe(422);
    const problem = deskProblemSchema.parse(said);
    expect(problem.code).toBe('input');
    expect(problem.errors?.map(({ field, code }) => [field, code])).toEqual(errors);
    for (const { message } of problem.errors ?? []) expect(message).toMatch(/^[A-Z][^{}]*[.]$/);
  });

  it('that a licensed member records without clearance is taken with a reason', async () => {
    const { move } = await desk([query], ada);
    const { said } = await move(query, { ...moves.answer, override: 'CBP called.' });
    expect(pageOf(said)).toMatchObject({ state: 'open', outcome: { override: 'CBP called.' } });
  });

  it.each(['f'.repeat(64), 'x', ''])('finds no case with the digest %j', async (digest) => {
    const { ask } = await desk([query]);
    const asked = { version: 1, move: moves.take };
    expect((await ask('POST', `cases/${query.reference}/${digest || '%20'}/moves`, asked)).status).toBe(404);
  });
});

it.each(moveNames)('offers %s, and takes it as offered', async (name) => {
  const of = Object.values<Case>({ ...conditions, ...guarded }).find(
    (one) => 'moved' in makeMove(one, moves[name], { by: ada, now: at(99), broker }),
  );
  if (!of) throw new Error('no case takes it');
  const { move, ask } = await desk([of], ada);
  expect(pageOf((await ask('GET', `cases/${of.reference}`)).said).moves).toContain(name);
  const { status, said } = await move(of, moves[name]);
  expect(status).toBe(200);
  expect(pageOf(said).version).toBe(of.version + 1);
});
