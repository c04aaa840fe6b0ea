import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { caseSchema } from '#domain/case/case.ts';
import type { Case } from '#domain/case/case.ts';
import { confirmMailbox, reply } from '#domain/case/moves/importer-moves.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { timelineEvents } from '#domain/case/events.ts';
import { owedAt } from '#domain/case/letters.ts';
import { entriesSince } from '#domain/case/since.ts';
import { otherMailboxOf } from '#domain/requests/mailboxes.ts';
import { ada, at, checkOf, luis, moves, nameOnFile, override, query, secondPerson, update } from './moves-cases.ts';

const someMove = fc.constantFrom<Move>(
  ...Object.values(moves),
  nameOnFile,
  override,
  secondPerson,
  ...(['call-back', 'power-of-attorney', 'certifier', 'receiver'] as const).flatMap((kind) => [
    checkOf(kind),
    checkOf(kind, 'failed'),
  ]),
  { move: 'answer', outcome: 'needs-power-of-attorney', values: {} },
  { move: 'answer', outcome: 'already-matches', values: {} },
  { move: 'answer', outcome: 'accepted', values: { acceptedAt: '2026-11-16T15:00:00Z' } },
  { move: 'convert', to: 'name-query' },
  { move: 'decline', reason: 'suspicion', words: 'No.' },
);

type Act = { by: 'ada' | 'luis'; move: Move } | { confirm: 'contact' | 'other-mailbox' } | { reply: string };
const someAct = fc.oneof(
  { weight: 6, arbitrary: fc.record({ by: fc.constantFrom('ada' as const, 'luis' as const), move: someMove }) },
  { weight: 1, arbitrary: fc.record({ confirm: fc.constantFrom('contact' as const, 'other-mailbox' as const) }) },
  { weight: 1, arbitrary: fc.record({ reply: fc.constant('We typed ACME IMPORT LLC.') }) },
);
const someLife = fc.record({ first: fc.constantFrom(query, update), acts: fc.array(someAct, { maxLength: 40 }) });

/** The case after an act; the same object when the case did not take it. */
function acted(of: Case, act: Act, minutes: number): Case {
  const now = { now: at(minutes), broker };
  if ('confirm' in act) return confirmMailbox(of, act.confirm, now) ?? of;
  const step =
    'reply' in act
      ? reply(of, { text: act.reply }, now)
      : makeMove(of, act.move, { ...now, by: act.by === 'ada' ? ada : luis });
  return 'moved' in step ? step.moved : of;
}

const eachStep = (check: (before: Case, now: Case, act: Act) => void) =>
  fc.assert(
    fc.property(someLife, ({ first, acts }) => {
      acts.reduce<Case>((before, act, nth) => {
        const now = acted(before, act, 30 + nth);
        if (now !== before) check(before, now, act);
        return now;
      }, first);
    }),
    { numRuns: 150 },
  );

describe('whatever is done with a case, step by step', () => {
  it('raises `rev` by one, and `version` with it unless a mailbox was confirmed', () => {
    eachStep((before, now, act) => {
      expect(now.rev).toBe(before.rev + 1);
      expect(now.version).toBe(before.version + ('confirm' in act ? 0 : 1));
    });
  });

  it('loses nothing: the timeline and the checks grow at their end, answers and questions stay', () => {
    eachStep((before, now) => {
      expect(now.timeline.slice(0, -1)).toEqual(before.timeline);
      expect(now.checks.slice(0, before.checks.length)).toEqual(before.checks);
      expect(now.was.slice(0, before.was.length)).toEqual(before.was);
      expect(now.questions.map(({ id }) => id).slice(0, before.questions.length)).toEqual(
        before.questions.map(({ id }) => id),
      );
      expect(now.answers).toEqual(before.answers);
      expect(now.confirmed).toMatchObject(before.confirmed);
      expect(now.firstMoveAt).toBe(before.firstMoveAt ?? now.firstMoveAt);
    });
  });

  it('keeps in the timeline what an outcome said that is there no more', () => {
    eachStep((before, now) => {
      if (!before.outcome || now.outcome?.at === before.outcome.at) return;
      const told = JSON.stringify(now.timeline);
      for (const said of [...Object.values(before.outcome.values), before.outcome.words, before.outcome.override])
        if (said !== undefined) expect(told).toContain(JSON.stringify(said).slice(1, -1));
    });
  });

  it('takes no letter away but a debt about an end, to a mailbox that is named no more, or of a case that is deleted', () => {
    eachStep((before, now, act) => {
      const gone = before.letters.filter(({ id }) => !now.letters.some((letter) => letter.id === id));
      for (const { kind, state } of gone) {
        if (kind === 'mailbox-named' && !now.erasing) expect(otherMailboxOf(now.type, now.answers)).toBeUndefined();
        if ('move' in act && act.move.move === 'erase') expect(['owed', 'held']).toContain(state);
        else expect(`${kind} ${state}`).toMatch(/^(outcome|answer-waiting|declined|closed|mailbox-named) owed$/);
      }
      expect(new Set(now.letters.map(({ id }) => id)).size).toBe(now.letters.length);
    });
  });

  it('is what the store can read back', () => {
    eachStep((_, now) => {
      const stored: unknown = JSON.parse(JSON.stringify(now));
      expect(caseSchema.parse(stored)).toEqual(now);
    });
  });

  it('has an end exactly when it is over, and a time-out whenever it is', () => {
    eachStep((_, now) => {
      const over = ['answered', 'declined', 'closed'].includes(now.state);
      expect(now.closedAt !== undefined).toBe(over);
      if (over) expect(now.expiresAt === undefined).toBe(now.legalHold !== undefined);
      if (over) expect(now.outcome?.releasedAt).toBeDefined();
    });
  });

  it('tells an outcome of CBP’s record only when it was cleared and the mailbox confirmed', () => {
    eachStep((before, now) => {
      const told = now.letters.filter((letter) => letter.kind === 'outcome' && !before.letters.includes(letter));
      for (const letter of told) {
        expect(letter.to).toBe('contact');
        expect(now.confirmed.contact).toBeDefined();
        if (now.outcome?.code !== 'needs-power-of-attorney') expect(now.cleared).toBeDefined();
      }
    });
  });

  it('says of every version since when, and what came after', () => {
    eachStep((before, now) => {
      const since = entriesSince(now, before.version);
      expect(since).toEqual(now.version === before.version ? [] : [now.timeline.at(-1)]);
    });
  });

  it('is told by a code that the desk has words for', () => {
    eachStep((_, now) => {
      expect(timelineEvents).toContain(now.timeline.at(-1)?.what);
    });
  });

  it('owes what it makes due at once', () => {
    eachStep((before, now) => {
      if (now.letters.length > before.letters.length) expect(owedAt(now)).toBeDefined();
    });
  });
});

it('tells what came since a version long past, facts between moves included', () => {
  const noted = acted(query, { by: 'ada', move: moves.note }, 1);
  const confirmed = acted(noted, { confirm: 'contact' }, 2);
  const asked = acted(confirmed, { by: 'luis', move: moves.ask }, 3);
  const whats = (version: number) => entriesSince(asked, version).map(({ what }) => what);
  expect(whats(1)).toEqual(['noted', 'confirmed', 'asked']);
  expect(whats(2)).toEqual(['asked']);
  expect(whats(3)).toEqual([]);
  expect(whats(99)).toEqual([]);
});

it('tells all answers that an importer sent together, as the one move that they are', () => {
  const asked = acted(acted(query, { by: 'luis', move: moves.ask }, 1), { by: 'luis', move: moves.ask }, 2);
  const said = (of: Case, text: string) => acted(of, { reply: text }, 3);
  const both = { ...said(said(asked, 'One.'), 'Two.'), version: asked.version + 1 };
  const textsSince = (version: number) => entriesSince(both, version).map(({ what, text }) => `${what} ${text ?? ''}`);
  expect(textsSince(asked.version)).toEqual(['replied One.', 'replied Two.']);
  expect(textsSince(asked.version - 1)).toHaveLength(3);
});
