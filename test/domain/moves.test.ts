import { describe, expect, it } from 'vitest';
import { isOver } from '#domain/case/case.ts';
import { makeMove, movesFor } from '#domain/case/moves/make-move.ts';
import { moveSchema } from '#domain/case/moves/move.ts';
import type { MoveName } from '#domain/case/moves/move.ts';
import { moveNames } from '#domain/case/moves/timing.ts';
import { mostBytes } from '#domain/case/size.ts';
import { ada, at, conditions, luis, moves, on, override, query, readyQuery } from './moves-cases.ts';

type Condition = keyof typeof conditions;
const codeOf = (condition: Condition, move: MoveName, by = luis): string => {
  const step = makeMove(conditions[condition], moves[move], on(by, 100));
  return 'refused' in step ? step.refused.code : '';
};

/** What a member (not licensed) is told; an empty place: the case takes it. The case is Luis's own but when it is new. */
const table: Record<MoveName, Record<Condition, string>> = {
  take: row('', 'already-yours', 'already-yours', 'already-yours', 'already-yours', 'already-yours', 'over'),
  'hand-over': row('', '', '', '', '', '', 'over'),
  'put-back': row('nobody-has-it', '', '', '', '', '', 'over'),
  note: row('', '', '', '', '', '', ''),
  flag: row('', '', '', '', '', '', ''),
  unflag: row('', '', '', '', '', '', ''),
  ask: row('', '', '', '', '', '', 'over'),
  check: row('', '', '', '', '', '', 'over'),
  'tell-earlier': row('no-need', 'no-need', 'no-need', 'no-need', 'no-need', 'no-need', 'over'),
  'came-back': row(...all('no-such-telling', 'over')),
  'look-again': row('no-need', 'no-need', 'no-need', 'no-need', 'no-need', 'no-need', 'over'),
  freeze: row('', '', '', '', '', '', ''),
  unfreeze: row(...all('licensed-only', 'licensed-only')),
  'let-go': row(...all('no-such-letter', 'no-such-letter')),
  'legal-hold': row(...all('licensed-only', 'licensed-only')),
  'end-legal-hold': row(...all('licensed-only', 'licensed-only')),
  'power-ended': { ...row('no-power', 'no-power', 'no-power', '', '', 'no-power', 'no-power'), answered: '' },
  erase: row(...all('licensed-only', 'licensed-only')),
  clear: row('checks-missing', 'checks-missing', 'checks-missing', '', 'already-cleared', 'checks-missing', 'over'),
  'on-file': row('not-cleared', 'not-cleared', 'not-cleared', 'not-cleared', '', 'not-cleared', 'over'),
  answer: row('not-cleared', 'not-cleared', 'not-cleared', 'not-cleared', '', 'licensed-only', 'over'),
  decline: row('', '', '', '', '', 'licensed-only', 'over'),
  close: row('', '', '', '', '', 'licensed-only', 'over'),
  convert: row('', '', '', '', '', 'licensed-only', 'over'),
  reopen: row('not-over', 'not-over', 'not-over', 'not-over', 'not-over', 'not-over', ''),
};

function all(open: string, over: string): Parameters<typeof row> {
  return [open, open, open, open, open, open, over];
}

function row(...codes: [string, string, string, string, string, string, string]): Record<Condition, string> {
  const [fresh, open, waiting, ready, cleared, held, over] = codes;
  return { new: fresh, open, waiting, ready, cleared, held, answered: over, declined: over, closed: over };
}

const conditionNames = Object.keys(conditions).filter((name): name is Condition => name in conditions);
const cells = moveNames.flatMap((move) =>
  conditionNames.map((condition) => [move, condition, table[move][condition]] as const),
);

/** What a licensed member is told where another is told that a licence is wanted. */
const licensedOnly: Partial<Record<MoveName, string>> = {
  answer: 'not-cleared',
  unfreeze: 'not-frozen',
  'end-legal-hold': 'not-held',
  // Each of them bears a flag.
  erase: 'record-duty',
};

describe('which case takes which move', () => {
  it.each(cells)('%s on a case that is %s: %s', (move, condition, code) => {
    expect(codeOf(condition, move)).toBe(code);
  });

  it.each(cells)('a licensed member may do %s on a case that is %s wherever a member may', (move, condition, code) => {
    // The case is not theirs, so that they may take it. What a member may not replace, they may: an answer with a reason.
    const theirs = licensedOnly[move] ?? '';
    const wanted = code === 'already-yours' ? '' : code === 'licensed-only' ? theirs : code;
    expect(codeOf(condition, move, ada)).toBe(wanted);
  });

  it.each(conditionNames)('the desk offers on a case that is %s just what the case takes', (condition) => {
    const needsMore: readonly string[] = ['checks-missing'];
    for (const by of [ada, luis]) {
      const offered = movesFor(conditions[condition], by);
      const taken = moveNames.filter((move) => {
        const code = codeOf(condition, move, by);
        // Clearing is offered with its checks open, an answer without clearance with a reason or another outcome.
        return code === '' || needsMore.includes(code) || (move === 'answer' && code === 'not-cleared');
      });
      expect(offered).toEqual(taken);
    }
  });

  it('offers no flag to take off where there is none', () => {
    expect(movesFor(query, luis)).not.toContain('unflag');
    expect(makeMove(query, moves.unflag, on())).toEqual({ refused: { code: 'no-such-flag' } });
    const other = { ...moves.unflag, flag: 'f2' };
    expect(makeMove(conditions.open, other, on())).toEqual({ refused: { code: 'no-such-flag' } });
  });

  it('knows each move by one name', () => {
    for (const name of moveNames) expect(moveSchema.parse(moves[name])).toEqual(moves[name]);
    expect(moveSchema.safeParse({ move: 'delete' }).success).toBe(false);
  });
});

describe('recording without clearance', () => {
  it.each([
    ['a member with a reason', luis, override, 'licensed-only'],
    ['a licensed member without a reason', ada, moves.answer, 'not-cleared'],
    ['a licensed member with one', ada, override, ''],
  ] as const)('%s', (_, by, move, code) => {
    const step = makeMove(conditions.open, move, on(by));
    expect('refused' in step ? step.refused.code : '').toBe(code);
  });

  it('needs no clearance and no reason for what tells nothing of the record', () => {
    const step = makeMove(query, { move: 'answer', outcome: 'needs-power-of-attorney', values: {} }, on(luis));
    expect('moved' in step && step.moved.state).toBe('answered');
  });
});

describe('what a move names', () => {
  it.each([
    ['a stranger', { ...moves['hand-over'], to: 'eve@else.example' }, { code: 'no-such-member' }],
    ['who has it already', { ...moves['hand-over'], to: luis.email }, { code: 'already-theirs' }],
    ['the same type', { move: 'convert', to: 'name-query' } as const, { code: 'already-that-type' }],
    ['an outcome of another type', { ...moves.answer, outcome: 'accepted' }, { code: 'no-such-outcome' }],
    ['an outcome by a name of every object', { ...moves.answer, outcome: 'toString' }, { code: 'no-such-outcome' }],
    ['a paper of tomorrow', { ...moves.check, on: '2026-11-18' }, { code: 'in-the-future' }],
    [
      'a power of attorney without its date',
      { ...moves.check, kind: 'power-of-attorney' as const },
      { code: 'values', problems: [{ field: 'on', code: 'missing' }] },
    ],
  ] as const)('%s is refused', (_, move, refused) => {
    expect(makeMove(conditions.cleared, move, on(ada))).toEqual({ refused });
  });

  it('takes a paper that is dated today, anywhere on earth', () => {
    const step = makeMove(
      query,
      { ...moves.check, on: '2026-11-17' },
      { ...on(), now: new Date('2026-11-16T12:00:00Z') },
    );
    expect(step).toHaveProperty('moved');
  });
});

describe('a case that is full', () => {
  const filled = (bytes: number) => {
    // A sign of three bytes: DynamoDB counts bytes, not characters.
    const text = '税'.repeat(Math.ceil(bytes / 3));
    const noted = { at: at(1).toISOString(), who: 'x', what: 'noted', text };
    return { ...readyQuery, timeline: [...readyQuery.timeline, noted] };
  };

  const words = ['note', 'flag', 'ask', 'check', 'look-again'];
  const handling = ['take', 'hand-over', 'put-back', 'convert', 'tell-earlier', 'came-back', 'power-ended'];

  it.each([
    ['words', words],
    ['handling', [...words, ...handling]],
    ['answers', [...words, ...handling, 'answer']],
  ] as const)('beyond its room for %s takes no more of it, and still can be cleared and ended', (room, refused) => {
    const full = filled(mostBytes[room]);
    const by = { ...luis, email: 'mei@harborpine.example' };
    const answer = { ...moves.answer, outcome: 'needs-power-of-attorney', values: {} };
    const codes = moveNames
      .filter((move) => !['unflag', 'on-file', 'reopen'].includes(move))
      .flatMap((move) => {
        const step = makeMove(full, move === 'answer' ? answer : moves[move], on(by));
        return 'refused' in step && step.refused.code === 'too-much' ? [move] : [];
      });
    expect([...codes].sort()).toEqual([...refused].sort());
    for (const move of ['clear', 'decline', 'close'] as const)
      expect(makeMove(full, moves[move], on(by))).toHaveProperty('moved');
  });
});

it('counts every condition of this table among the states it says', () => {
  expect(conditionNames.filter((name) => isOver(conditions[name]))).toEqual(['answered', 'declined', 'closed']);
  expect(conditions.held.outcome).toMatchObject({ override: override.override });
});

it.each([
  ['a Social Security number that no browser masked', { legalName: 'ROSA 219-09-9999' }],
  ['half a character', { legalName: 'ACME \ud83d' }],
  ['half a character in an address', { mailing: { lines: ['\udc00'], city: 'LA', state: 'CA', postal: '90001' } }],
  ['more than an answer holds', { legalName: 'A'.repeat(4001) }],
])('keeps nothing of the record with %s', (_, shown) => {
  const asked = (onFile: object) => moveSchema.safeParse({ move: 'on-file', onFile: { result: '1', ...onFile } });
  expect(asked(shown).success).toBe(false);
  expect(asked({ legalName: 'ROSA ***-**-9999 🚢 \\ 12-3456789' }).success).toBe(true);
});

it('keeps only the end of a Social Security number that a member typed', () => {
  const typed = 'He said 219-09-9999, or 219 09 9998.';
  const kept = 'He said ***-**-9999, or *** ** 9998.';
  expect(moveSchema.parse({ move: 'note', text: typed })).toEqual({ move: 'note', text: kept });
  // A name that only our own page sends, and anything else can.
  expect(moveSchema.parse({ ...moves.ask, prepared: '4111 1111 1111 1111' })).not.toMatchObject({
    prepared: '4111 1111 1111 1111',
  });
  expect(moveSchema.parse({ move: 'answer', outcome: 'refused-by-cbp', values: { reason: typed } })).toEqual({
    move: 'answer',
    outcome: 'refused-by-cbp',
    values: { reason: kept },
  });
});
