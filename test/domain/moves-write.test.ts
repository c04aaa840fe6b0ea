import { describe, expect, it } from 'vitest';
import { makeMove } from '#domain/case/moves/make-move.ts';
import type { Case } from '#domain/case/case.ts';
import type { Move, MoveName } from '#domain/case/moves/move.ts';
import { moveNames } from '#domain/case/moves/timing.ts';
import {
  ada,
  after,
  checkOf,
  conditions,
  confirmed,
  luis,
  moves,
  nameOnFile,
  on,
  override,
  query,
  readyQuery,
  readyUpdate,
  update,
} from './moves-cases.ts';

const made = (of: Case, move: Move, by = luis): Case => {
  const step = makeMove(of, move, on(by, 500));
  if ('refused' in step) throw new Error(step.refused.code);
  return step.moved;
};
const now = on(luis, 500).now.toISOString();
const owed = (before: Case, after: Case): string[] =>
  after.letters.slice(before.letters.length).map(({ kind, to, about = '' }) => [kind, to, about].join(' ').trim());

const told = after(update, luis, moves['tell-earlier']);

/** A case that takes the move; what stands on it then; the letters it owes; the timeline's entry. */
type Line = { from: Case; by?: typeof luis; then: object; lacks?: string[]; owes?: string[]; entry: object };
const lines: Record<MoveName, Line> = {
  take: { from: query, then: { state: 'open', assignee: luis.email }, entry: { what: 'taken' } },
  'hand-over': {
    from: conditions.open,
    then: { state: 'open', assignee: 'mei@harborpine.example' },
    entry: { what: 'handed-over', text: 'You know them.', about: { to: 'mei@harborpine.example', name: 'Mei Tan' } },
  },
  'put-back': { from: conditions.open, then: { state: 'open' }, entry: { what: 'put-back' } },
  note: { from: query, then: { state: 'open' }, entry: { what: 'noted', text: 'They called.' } },
  flag: {
    from: query,
    then: { flags: [{ id: 'f1', at: now, who: luis.email, name: luis.name, reason: 'The domain looks odd.' }] },
    entry: { what: 'flagged', text: 'The domain looks odd.', about: { flag: 'f1' } },
  },
  unflag: {
    from: conditions.open,
    then: { flags: [] },
    entry: { what: 'unflagged', text: 'It is their new website.', about: { flag: 'f1', was: 'The domain looks odd.' } },
  },
  ask: {
    from: query,
    then: {
      state: 'waiting',
      assignee: luis.email,
      questions: [
        {
          id: 'q1',
          at: now,
          who: luis.email,
          name: luis.name,
          text: 'Which name did you type?',
          prepared: 'typed-name',
        },
      ],
    },
    owes: ['question contact q1'],
    entry: { what: 'asked', text: 'Which name did you type?', about: { question: 'q1' } },
  },
  check: {
    from: query,
    then: {
      state: 'open',
      assignee: luis.email,
      checks: [{ kind: 'receiver', result: 'passed', at: now, who: luis.email }],
    },
    entry: {
      what: 'checked',
      about: { kind: 'receiver', result: 'passed', person: 'Rosa Alvarez', source: 'Client file' },
    },
  },
  'tell-earlier': {
    from: update,
    then: {
      assignee: luis.email,
      tellings: [{ id: 't1', at: now, who: luis.email, mailbox: 'jim@acme-imports.example' }],
    },
    owes: ['earlier-contact earlier-contact t1'],
    entry: {
      what: 'told-earlier',
      about: { telling: 't1', mailbox: 'jim@acme-imports.example', source: 'Client file, sheet 1' },
    },
  },
  'came-back': {
    from: told,
    then: { tellings: [{ id: 't1', cameBackAt: now }] },
    entry: {
      what: 'came-back',
      text: 'Unknown user.',
      about: { telling: 't1', mailbox: 'jim@acme-imports.example' },
    },
  },
  'look-again': {
    from: after(readyUpdate, ada, moves.flag),
    then: {},
    entry: { what: 'looked-again', text: 'The website names the new domain.', about: { result: 'passed' } },
    by: ada,
  },
  freeze: {
    from: conditions.cleared,
    then: {
      frozen: { at: now, who: luis.email, name: luis.name, reason: moves.freeze.reason },
      frozenAt: now,
    },
    lacks: ['cleared'],
    owes: ['team-alert team not-us'],
    entry: { what: 'frozen', text: moves.freeze.reason },
  },
  unfreeze: {
    from: after(query, luis, moves.freeze),
    by: ada,
    then: {},
    lacks: ['frozen'],
    entry: { what: 'unfrozen', text: moves.unfreeze.reason },
  },
  'let-go': {
    from: {
      ...query,
      letters: query.letters.map((one) => ({ ...one, state: 'held' as const, heldFor: 'budget' as const })),
    },
    then: {},
    entry: { what: 'letter-let-go', about: { letter: 'contact-received', to: 'contact' } },
  },
  'legal-hold': {
    from: conditions.answered,
    by: ada,
    then: { legalHold: { at: now, who: ada.email, name: ada.name, reason: moves['legal-hold'].reason } },
    lacks: ['expiresAt'],
    entry: { what: 'legal-hold', text: moves['legal-hold'].reason },
  },
  'end-legal-hold': {
    from: after(conditions.answered, ada, moves['legal-hold']),
    by: ada,
    then: {},
    lacks: ['legalHold'],
    entry: { what: 'legal-hold-ended', text: moves['end-legal-hold'].reason },
  },
  'power-ended': {
    from: conditions.cleared,
    then: { checks: [{}, {}, { kind: 'power-of-attorney', at: now, ends: '2026-11-10', person: 'Rosa Alvarez' }] },
    lacks: ['cleared'],
    entry: { what: 'power-ended', text: 'They revoked it by letter.', about: { ends: '2026-11-10' } },
  },
  erase: {
    from: { ...query, letters: query.letters.map((one) => ({ ...one, state: 'sent' as const })) },
    by: ada,
    then: { erasing: { at: now, who: ada.email, name: ada.name }, expiresAt: now },
    owes: ['erased contact'],
    entry: { what: 'erased', text: moves.erase.reason },
  },
  clear: {
    from: conditions.ready,
    then: { state: 'open', cleared: { at: now, who: luis.email, name: luis.name } },
    entry: { what: 'cleared' },
  },
  'on-file': {
    from: conditions.cleared,
    then: { onFile: { result: '1', abbreviatedName: 'ACME IMPORTS LLC' } },
    entry: { what: 'on-file', about: { result: '1' } },
  },
  answer: {
    from: conditions.cleared,
    then: {
      state: 'answered',
      closedAt: now,
      outcome: { code: 'name-on-file', values: { abbreviatedName: 'ACME IMPORTS LLC' }, at: now, releasedAt: now },
    },
    owes: ['outcome contact'],
    entry: { what: 'answered', about: { outcome: 'name-on-file', abbreviatedName: 'ACME IMPORTS LLC' } },
  },
  decline: {
    from: query,
    then: {
      state: 'declined',
      closedAt: now,
      assignee: luis.email,
      outcome: {
        code: 'declined',
        values: { reason: 'not-a-client' },
        words: 'Please ask your own broker.',
        releasedAt: now,
      },
    },
    owes: ['declined contact'],
    entry: { what: 'declined', text: 'Please ask your own broker.', about: { reason: 'not-a-client' } },
  },
  close: {
    from: query,
    then: {
      state: 'closed',
      closedAt: now,
      outcome: { code: 'closed', values: { reason: 'solved' }, releasedAt: now },
    },
    owes: ['closed contact'],
    entry: { what: 'closed', text: 'By phone.', about: { reason: 'solved' } },
  },
  // Monday 18:20 in New York: nine office hours later is Tuesday, 17:30.
  reopen: {
    from: conditions.answered,
    then: { state: 'open', dueAt: '2026-11-17T22:30:00.000Z' },
    entry: { what: 'reopened', text: 'They called again.' },
  },
  convert: {
    from: conditions.cleared,
    then: { type: 'email-update', state: 'waiting', was: [{ type: 'name-query', at: now, who: luis.email }] },
    owes: ['converted contact by-hand'],
    entry: { what: 'converted', about: { from: 'name-query', to: 'email-update' } },
  },
};

describe.each(moveNames)('%s', (move) => {
  const { from, by = luis, then, lacks = [], owes = [], entry } = lines[move];
  const next = made(from, moves[move], by);

  it('writes what it says, who and when', () => {
    expect(next).toMatchObject(then);
    expect(next.timeline.at(-1)).toEqual({ at: now, who: by.email, name: by.name, ...entry });
    expect(next).toMatchObject({ movedAt: now, movedBy: by.email });
    for (const gone of lacks) {
      expect(from).toHaveProperty(gone);
      expect(next).not.toHaveProperty(gone);
    }
  });

  it('raises both counters by one, and keeps the time of the first move', () => {
    expect([next.rev, next.version]).toEqual([from.rev + 1, from.version + 1]);
    expect(next.firstMoveAt).toBe(from.firstMoveAt ?? now);
  });

  it('owes the letters that it makes due, to be sent at once', () => {
    if (move === 'reopen') return;
    expect(owed(from, next)).toEqual(owes);
    for (const letter of next.letters.slice(from.letters.length))
      expect(letter).toMatchObject({ state: 'owed', owedSince: now, nextAt: now, attempts: 0 });
  });
});

describe('taking a case', () => {
  it('from somebody says from whom', () => {
    expect(made(conditions.open, moves.take, ada).timeline.at(-1)).toMatchObject({ about: { from: luis.email } });
  });

  it('leaves it to nobody when it is put back', () => {
    expect(made(conditions.open, moves['put-back'])).not.toHaveProperty('assignee');
  });

  it('is not needed to work on one that nobody has, and work takes it from nobody', () => {
    expect(made(query, moves.ask).assignee).toBe(luis.email);
    expect(made(conditions.open, moves.ask, ada).assignee).toBe(luis.email);
  });
});

it('clears a case that waited, whatever was asked by writing: it waits no more', () => {
  const waiting = after(readyQuery, luis, moves.ask);
  expect(waiting.state).toBe('waiting');
  expect(made(waiting, moves.clear)).toMatchObject({ state: 'open', questions: [{ id: 'q1' }] });
});

describe('clearance is lost', () => {
  it('with a check that failed, and the timeline says so', () => {
    const failed = made(conditions.cleared, checkOf('receiver', 'failed'));
    expect(failed).not.toHaveProperty('cleared');
    expect(failed.timeline.at(-1)).toMatchObject({
      what: 'clearance-lost',
      about: { kind: 'receiver', result: 'failed' },
    });
  });

  it.each([
    ['another request', moves.convert],
    ['no end', moves.reopen],
  ] as const)('when the case becomes %s', (_, move) => {
    const from = move.move === 'reopen' ? conditions.answered : conditions.cleared;
    expect(from).toHaveProperty('cleared');
    const next = made(from, move);
    expect(next).not.toHaveProperty('cleared');
    expect(next).not.toHaveProperty('outcome');
    expect(next).not.toHaveProperty('closedAt');
  });

  it('not with a check that passed', () => {
    expect(made(conditions.cleared, moves.check)).toHaveProperty('cleared');
  });
});

describe('an outcome without clearance', () => {
  const held = made(query, override, ada);

  it('is kept with its reason, alerts the team, and tells the importer nothing', () => {
    expect(held.state).toBe('open');
    expect(held.outcome).toMatchObject({ override: override.override, code: 'name-on-file', who: ada.email });
    expect(held.outcome).not.toHaveProperty('releasedAt');
    expect(owed(query, held)).toEqual(['team-alert team without-clearance']);
    expect(held.timeline.at(-1)).toMatchObject({
      what: 'recorded-without-clearance',
      text: override.override,
      about: { outcome: 'name-on-file', legalName: 'ACME IMPORTS, LLC', words: 'Good luck!' },
    });
  });

  it('is told when the case is cleared', () => {
    const ready = after(confirmed(held), luis, checkOf('power-of-attorney'), checkOf('receiver'));
    const cleared = made(ready, moves.clear);
    expect(cleared).toMatchObject({
      state: 'answered',
      closedAt: now,
      outcome: { releasedAt: now, at: held.outcome?.at },
    });
    expect(owed(ready, cleared)).toEqual(['outcome contact']);
    expect(cleared.timeline.at(-1)).toMatchObject({ what: 'cleared-and-answered', about: { outcome: 'name-on-file' } });
  });

  it('keeps no reason where clearance was there, even when one was sent', () => {
    expect(made(conditions.cleared, override, ada).outcome).not.toHaveProperty('override');
  });
});

describe('an answer', () => {
  const needsPower: Move = { move: 'answer', outcome: 'needs-power-of-attorney', values: {} };

  it('waits for a mailbox that nobody was seen to read', () => {
    const next = made(query, needsPower);
    expect(owed(query, next)).toEqual(['answer-waiting contact']);
    expect(owed(confirmed(query), made(confirmed(query), needsPower))).toEqual(['outcome contact']);
  });

  it('that the name matches goes on as an email update, on the same case, and waits for what it lacks', () => {
    const next = made(conditions.cleared, { move: 'answer', outcome: 'already-matches', values: {} });
    expect(next).toMatchObject({ type: 'email-update', state: 'waiting', was: [{ type: 'name-query' }] });
    expect(next).not.toHaveProperty('cleared');
    expect(owed(conditions.cleared, next)).toEqual(['converted contact already-matches']);
    expect(next.timeline.at(-1)).toMatchObject({ what: 'answered', about: { outcome: 'already-matches' } });
    // 18 office hours from Monday 18:20: Tuesday and Wednesday.
    expect(next.dueAt).toBe('2026-11-18T22:30:00.000Z');
  });

  it('lists every value that does not fit', () => {
    const move: Move = { move: 'answer', outcome: 'name-on-file', values: { secondName: 'ACME', oops: '1' } };
    expect(makeMove(conditions.cleared, move, on())).toEqual({
      refused: {
        code: 'values',
        problems: [
          { field: 'abbreviatedName', code: 'missing' },
          { field: 'secondQualifier', code: 'missing' },
          { field: 'oops', code: 'unknown-field' },
        ],
      },
    });
  });
});

describe('a decline on suspicion', () => {
  const next = made(query, { move: 'decline', reason: 'suspicion', words: 'The voice on the phone was another.' });
  it('keeps its words for the team and has none for the importer', () => {
    expect(next.outcome).not.toHaveProperty('words');
    expect(next.timeline.at(-1)).toMatchObject({ text: 'The voice on the phone was another.' });
  });
});

it.each([moves.decline, moves.close])('locks the tools again by a $move, and keeps on record who cleared', (move) => {
  const next = made(conditions.cleared, move);
  expect(conditions.cleared).toHaveProperty('cleared');
  expect(next).not.toHaveProperty('cleared');
  expect(next.timeline.map(({ what }) => what)).toContain('cleared');
});

describe('a turn', () => {
  const mails = (of: Case) => of.letters.filter(({ kind }) => kind === 'mailbox-named').map(({ state }) => state);
  const asQuery = made(update, { move: 'convert', to: 'name-query' });

  it('owes no letter to a mailbox that the request names no more', () => {
    expect(mails(update)).toEqual(['owed']);
    expect(mails(asQuery)).toEqual([]);
  });

  it('asks a mailbox that it names again, unless it said so before', () => {
    expect(mails(made(asQuery, moves.convert))).toEqual(['owed']);
    const said = confirmed(confirmed(update), 'other-mailbox');
    expect(mails(made(made(said, { move: 'convert', to: 'name-query' }), moves.convert))).toEqual([]);
  });
});

describe('reopening', () => {
  it('owes no letter about the old end that has not left, and keeps what was sent or parked', () => {
    const answered = after(readyQuery, luis, moves.clear, nameOnFile);
    const kinds = (of: Case) => of.letters.map(({ kind, state }) => `${kind} ${state}`);
    expect(kinds(answered)).toContain('outcome owed');
    expect(kinds(made(answered, moves.reopen))).not.toContain('outcome owed');
    const sent = { ...answered, letters: answered.letters.map((letter) => ({ ...letter, state: 'sent' as const })) };
    expect(kinds(made(sent, moves.reopen))).toContain('outcome sent');
  });

  it('never gives a letter the id of one that was taken back', () => {
    const first = after(readyQuery, luis, moves.clear, nameOnFile);
    const again = after(first, luis, moves.reopen, moves.clear, nameOnFile);
    const idOf = (of: Case) => of.letters.find(({ kind }) => kind === 'outcome')?.id;
    expect(idOf(again)).toBeDefined();
    expect(idOf(again)).not.toBe(idOf(first));
  });
});

it('lets who raised a flag take it off, or somebody with a licence; nobody lowers alone what a colleague raised', () => {
  const worried = after(query, ada, moves.flag);
  expect(makeMove(worried, moves.unflag, on(luis))).toEqual({ refused: { code: 'licensed-only' } });
  expect(after(after(query, luis, moves.flag), ada, moves.unflag).flags).toEqual([]);
  expect(after(query, luis, moves.flag, moves.unflag).flags).toEqual([]);
});

it('reopens what was declined on suspicion for a licensed member only', () => {
  const declined = after(query, luis, { move: 'decline', reason: 'suspicion' });
  expect(makeMove(declined, moves.reopen, on(luis))).toEqual({ refused: { code: 'licensed-only' } });
  expect(after(declined, ada, moves.reopen).state).toBe('open');
  expect(after(after(query, luis, moves.decline), luis, moves.reopen).state).toBe('open');
});

it('never names a new flag as an old one', () => {
  const next = after(query, luis, moves.flag, moves.unflag, moves.flag);
  expect(next.flags.map(({ id }) => id)).toEqual(['f2']);
});

describe('a letter that goes once more', () => {
  const with1 = (change: object): Case => ({
    ...update,
    letters: update.letters.map((one, nth) => (nth === 0 ? { ...one, ...change } : one)),
  });
  const again = (of: Case) => made(of, { move: 'let-go', letter: of.letters[0]?.id ?? '' }).letters.at(-1);

  it.each([
    ['the answer to its last try was lost', { state: 'parked', unsure: true }, true],
    ['an earlier one may have gone', { state: 'parked', mayBeTwice: true }, true],
    ['it never left', { state: 'parked' }, undefined],
    ['it came back', { state: 'sent', bouncedAt: now, mayBeTwice: true }, undefined],
  ])('says that it may be the second one where %s', (_, change, twice) => {
    const letter = again(with1(change));
    expect(letter).toMatchObject({ state: 'owed', letGo: true });
    expect(letter?.mayBeTwice).toBe(twice);
  });

  it('the last one of a case that is deleted is tried whatever is known of its mailbox', () => {
    expect(made(update, moves.erase, ada).letters).toMatchObject([{ kind: 'erased', state: 'owed', letGo: true }]);
  });
});
