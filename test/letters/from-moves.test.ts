import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { carriedLink } from '#domain/case/links.ts';
import { askErasure } from '#domain/case/moves/ask-erasure.ts';
import { confirmMailbox, reply } from '#domain/case/moves/importer-moves.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { writeLetter } from '#letters/write-letter.ts';
import {
  ada,
  after,
  at,
  checkOf,
  moves,
  nameOnFile,
  on,
  override,
  query,
  readyQuery,
  update,
  updateChecks,
} from '../domain/moves-cases.ts';
import { broker, siteUrl } from './letters.ts';

/** What the moves owe, the letters can tell: each debt of a case is written from the case as it is then. */
const matches: Move = { move: 'answer', outcome: 'already-matches', values: {} };
const accepted: Move = { move: 'answer', outcome: 'accepted', values: { acceptedAt: '2026-11-16T15:00:00Z' } };
type Act = Move | 'confirm' | 'reply' | 'ask-erasure';
const acts = fc.constantFrom<Act>(
  ...Object.values(moves),
  nameOnFile,
  override,
  matches,
  accepted,
  { move: 'clear' },
  { move: 'answer', outcome: 'needs-power-of-attorney', values: {} },
  { move: 'decline', reason: 'suspicion' },
  { move: 'convert', to: 'name-query' },
  ...updateChecks,
  checkOf('receiver'),
  'confirm',
  'reply',
  'ask-erasure',
);

function acted(of: Case, act: Act, nth: number): Case {
  const importer = { now: at(100 + nth), broker };
  if (act === 'confirm') return confirmMailbox(of, 'contact', importer) ?? of;
  if (act === 'ask-erasure') return askErasure(of, importer) ?? of;
  const question = of.questions.findLast(({ answeredAt }) => answeredAt === undefined)?.id;
  const step =
    act === 'reply' ? reply(of, { question, text: 'We typed ACME.' }, importer) : makeMove(of, act, on(ada, 100 + nth));
  return 'moved' in step ? step.moved : of;
}

const written = (of: Case) =>
  of.letters.map((letter) => ({
    letter,
    ...writeLetter({ case: of, broker, siteUrl, letter, ...(carriedLink(of, letter) && { link: `${siteUrl}/x` }) }),
  }));

it('writes every letter that a case owes, whatever was done with it', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom(query, update, readyQuery), fc.array(acts, { maxLength: 25 }), (first, done) => {
      done.reduce<Case>((before, act, nth) => {
        const now = acted(before, act, nth);
        const fresh = now.letters.filter(({ id }) => !before.letters.some((letter) => letter.id === id));
        for (const { letter, text } of written({ ...now, letters: fresh })) {
          kinds.add(letter.kind);
          if (now.confirmed.contact === undefined)
            expect(text).not.toMatch(/record shows this|the name in CBP’s answer/);
        }
        return now;
      }, first);
    }),
    { numRuns: 300 },
  );
  expect(kinds.size).toBeGreaterThanOrEqual(8);
});

it('tells that the name matches after the answer that says so', () => {
  const of = after(readyQuery, ada, { move: 'clear' }, matches);
  expect(written(of).at(-1)?.text).toContain('The name you gave us is the name in CBP’s answer.');
});
