import { describe, expect, it } from 'vitest';
import type { Letter } from '#domain/case/case.ts';
import { caseSchema } from '#domain/case/case.ts';
import { countLetters, noLetters, sumOfLetters } from '#domain/desk/count-letters.ts';
import { cardLettersSchema, letterCountsSchema } from '#domain/desk/letter-counts.ts';
import { opened } from '#test/fakes/requests.ts';

const at = (seconds: number) => new Date(Date.parse('2026-11-16T15:00:00.000Z') + seconds * 1000).toISOString();
const letter = (change: Partial<Letter>): Letter => ({
  ...{ id: 'team-request', kind: 'team-request', to: 'team', attempts: 1 },
  ...{ state: 'sent', owedSince: at(0), nextAt: at(0), sentAt: at(1) },
  ...change,
});

describe('what became of letters', () => {
  it.each([
    ['owed', letter({ state: 'owed', attempts: 0 }), { owed: 1, onTime: 1 }],
    ['taken at the last moment', letter({ sentAt: at(60) }), { sent: 1, onTime: 1 }],
    ['taken late', letter({ sentAt: at(60.001) }), { sent: 1 }],
    ['delivered soon', letter({ told: { deliveredAt: at(300) } }), { sent: 1, onTime: 1, delivered: 1, soon: 1 }],
    ['delivered late', letter({ told: { deliveredAt: at(300.001) } }), { sent: 1, onTime: 1, delivered: 1 }],
    ['came back', letter({ bouncedAt: at(9) }), { sent: 1, onTime: 1, lost: 1 }],
    [
      'came back and was refused',
      letter({ bouncedAt: at(9), told: { rejectedAt: at(9) } }),
      { sent: 1, onTime: 1, lost: 1 },
    ],
    ['refused as harmful', letter({ told: { rejectedAt: at(9) } }), { sent: 1, onTime: 1, lost: 1 }],
    [
      'called spam',
      letter({ told: { deliveredAt: at(5), complainedAt: at(9) } }),
      { sent: 1, onTime: 1, delivered: 1, soon: 1, lost: 1, lostSoon: 1 },
    ],
    [
      'delivered late, and called spam',
      letter({ told: { deliveredAt: at(301), complainedAt: at(309) } }),
      { sent: 1, onTime: 1, delivered: 1, lost: 1 },
    ],
    ['slow', letter({ told: { takenAt: at(2), delayedAt: at(9), answeredAt: at(9) } }), { sent: 1, onTime: 1 }],
  ] as const)('is counted: %s', (_, one, counts) => {
    expect(countLetters([one])).toEqual(counts);
  });

  it('is not counted as taken before it was', () => {
    const { sentAt: _, ...never } = letter({ state: 'owed' });
    expect(countLetters([never, { ...never, state: 'held' }, { ...never, state: 'parked' }])).toEqual({
      ...{ owed: 1, held: 1, parked: 1 },
    });
    expect(countLetters([])).toEqual({});
  });

  it('adds up over cases, and a card of before there were counts adds nothing', () => {
    const some = countLetters([letter({}), letter({ told: { deliveredAt: at(4) } })]);
    const sum = [some, {}, countLetters([letter({ state: 'held', sentAt: at(99) })])].reduce(sumOfLetters, noLetters);
    expect(sum).toEqual({
      owed: 0,
      sent: 2,
      onTime: 2,
      delivered: 1,
      soon: 1,
      lost: 0,
      lostSoon: 0,
      held: 1,
      parked: 0,
    });
    expect(letterCountsSchema.parse(sum)).toEqual(sum);
    expect(cardLettersSchema.parse(some)).toEqual(some);
  });

  it('adds up with counts of before there was every name', () => {
    const { lostSoon: _, ...before } = noLetters;
    expect(letterCountsSchema.parse(before)).toEqual(before);
    const spam = countLetters([letter({ told: { deliveredAt: at(5), complainedAt: at(9) } })]);
    expect(sumOfLetters(before, spam)).toMatchObject({ lost: 1, lostSoon: 1 });
  });

  it('is read from a case with all that the mail service told', () => {
    const of = opened('name-query');
    const times = { takenAt: at(1), deliveredAt: at(2), delayedAt: at(3), answeredAt: at(4) };
    const letters = of.letters.map((one) => ({ ...one, told: { ...times, complainedAt: at(5), rejectedAt: at(6) } }));
    expect(caseSchema.parse({ ...of, letters }).letters).toEqual(letters);
  });
});
