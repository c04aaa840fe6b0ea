import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Case } from '#domain/case/case.ts';
import { checkStates } from '#domain/case/clearance/clearance.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { ada, after, at, luis, moves, on, query, secondPerson, update } from './moves-cases.ts';

/** Somebody of the client file is told by mail, or reached in another way, before anything is filed. */
const told = after(update, luis, moves['tell-earlier']);
const letterOf = (of: Case) => of.letters.find(({ kind }) => kind === 'earlier-contact');

/** Monday 15:00 UTC. */
const sentAt = '2026-11-16T15:00:00.000Z';
const sent = (of: Case, more: object = {}): Case => ({
  ...of,
  letters: of.letters.map((one) => (one === letterOf(of) ? { ...one, state: 'sent', sentAt, ...more } : one)),
});
const parked = (of: Case): Case => ({
  ...of,
  letters: of.letters.map((one) => (one === letterOf(of) ? { ...one, state: 'parked' } : one)),
});
const stateOf = (of: Case, now: string) =>
  checkStates(of, { now: new Date(now), broker }).find(({ kind }) => kind === 'earlier-contact');

const posted: Move = {
  ...{ move: 'check', kind: 'letter-on-file', result: 'passed', person: 'Acme Imports LLC' },
  ...{ source: 'Address in our client file', on: '2026-11-16', note: 'Nobody answers the phone.' },
};
const saidNo: Move = {
  ...{ move: 'check', kind: 'second-person', result: 'failed', person: 'Omar Diaz' },
  ...{ source: 'Phone number in our client file', note: 'They know nothing of it.' },
};
const onPaper = after(update, ada, posted);

describe('an earlier contact', () => {
  it.each([
    ['was not told', update, '2026-12-01T15:00:00Z', 'missing', undefined],
    ['has a letter that did not leave yet', told, '2026-12-01T15:00:00Z', 'waiting', undefined],
    ['was told an hour ago', sent(told), '2026-11-16T16:00:00Z', 'waiting', '2026-11-17T15:00:00.000Z'],
    [
      'was told a working day ago, but a minute',
      sent(told),
      '2026-11-17T14:59:00Z',
      'waiting',
      '2026-11-17T15:00:00.000Z',
    ],
    ['was told a working day ago', sent(told), '2026-11-17T15:00:00Z', 'passed', '2026-11-17T15:00:00.000Z'],
    [
      'was told by a letter that bounced',
      sent(told, { bouncedAt: sentAt }),
      '2026-12-01T15:00:00Z',
      'failed',
      undefined,
    ],
    ['could not be told for three days', parked(told), '2026-12-01T15:00:00Z', 'failed', undefined],
    [
      'was told by a letter that came back',
      after(sent(told), luis, moves['came-back']),
      '2026-12-01T15:00:00Z',
      'failed',
      undefined,
    ],
    [
      'works no more: another person was called',
      after(update, ada, secondPerson),
      '2026-11-16T16:00:00Z',
      'passed',
      undefined,
    ],
    ['works no more: a letter went out today', onPaper, '2026-11-17T15:00:00Z', 'waiting', '2026-11-23T15:31:00.000Z'],
    [
      'works no more: a letter went out five working days ago',
      onPaper,
      '2026-11-23T15:31:00Z',
      'passed',
      '2026-11-23T15:31:00.000Z',
    ],
  ])('%s', (_, of, now, state, until) => {
    expect(stateOf(of, now)).toMatchObject({ state });
    expect(stateOf(of, now)?.until).toBe(until);
  });

  it('is the best of several ways: a bounce does not spoil a call, a new telling not an old one', () => {
    const bounced = sent(told, { bouncedAt: sentAt });
    expect(stateOf(after(bounced, ada, secondPerson), '2026-11-16T16:00:00Z')).toMatchObject({ state: 'passed' });
    const again = after(sent(told), luis, { ...moves['tell-earlier'], mailbox: 'ann@acme-imports.example' });
    expect(stateOf(again, '2026-11-17T16:00:00Z')).toMatchObject({ state: 'passed', telling: { id: 't1' } });
  });

  it('is what the last call to a second person says, not an earlier one', () => {
    const said = after(update, ada, secondPerson, saidNo);
    expect(stateOf(said, '2026-11-16T16:00:00Z')).toMatchObject({ state: 'failed' });
    expect(stateOf(after(said, ada, secondPerson), '2026-11-16T16:00:00Z')).toMatchObject({ state: 'passed' });
  });

  it('is told by the broker, at an address that the request does not name as its new one, and never at the broker’s', () => {
    const problem = (mailbox: string, of = update) => {
      const step = makeMove(of, { ...moves['tell-earlier'], mailbox }, on(luis));
      return 'refused' in step && step.refused.code === 'values' ? step.refused.problems[0]?.code : undefined;
    };
    expect(problem('Customs@Bluebird-Toys.example')).toBe('the-new-mailbox');
    expect(problem('customs+old@bluebird-toys.example')).toBe('the-new-mailbox');
    expect(problem('priya+old@bluebird-toys.example')).toBe('the-requester');
    expect(problem('luis@harborpine.example')).toBe('own-domain');
    expect(problem('x@mail.harborpine.example')).toBe('own-domain');
    expect(problem('nobody')).toBe('not-an-email');
    expect(problem('Priya@bluebird-toys.example')).toBe('the-requester');
    expect(problem('tom@bluebird-toys.example')).toBeUndefined();
  });

  it('that the request names, too, is marked as such: who asks may have made it for this', () => {
    const about = (mailbox: string) =>
      after(update, luis, { ...moves['tell-earlier'], mailbox }).timeline.at(-1)?.about?.['inRequest'];
    expect(about('Tom@bluebird-toys.example')).toBe('yes');
    expect(about('jim@acme-imports.example')).toBeUndefined();
  });

  it('is not asked for by a name query', () => {
    expect(makeMove(query, moves['tell-earlier'], on(luis))).toEqual({ refused: { code: 'no-need' } });
  });
});

describe('what stands in for an earlier contact', () => {
  it.each([
    ['a member without a licence', luis, secondPerson, { code: 'licensed-only' }],
    ['a letter by one', luis, posted, { code: 'licensed-only' }],
    [
      'a licensed member without a reason',
      ada,
      { ...secondPerson, note: undefined },
      { code: 'values', problems: [{ field: 'note', code: 'missing' }] },
    ],
    [
      'a letter without its date and a reason',
      ada,
      { ...posted, on: undefined, note: undefined },
      {
        code: 'values',
        problems: [
          { field: 'on', code: 'missing' },
          { field: 'note', code: 'missing' },
        ],
      },
    ],
  ] as const)('is not recorded by %s', (_, by, move, refused) => {
    expect(makeMove(update, move, on(by))).toEqual({ refused });
  });

  it('counts only when it was recorded with a licence', () => {
    const { licensed: _, ...check } = after(update, ada, secondPerson).checks.at(-1) ?? { licensed: true };
    const plain: Case = { ...update, checks: [check].flatMap((one) => ('kind' in one ? [one] : [])) };
    expect(stateOf(plain, at(500).toISOString())).toMatchObject({ state: 'missing' });
  });
});
