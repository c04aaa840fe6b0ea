import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Letter } from '#domain/case/case.ts';
import { caseSchema } from '#domain/case/case.ts';
import {
  GIVE_UP_AFTER_MS,
  LEASE_MS,
  leaseLetter,
  letterFailed,
  letterSent,
  nextDueLetter,
  owedAt,
  withLetter,
} from '#domain/case/letters.ts';
import { readReference, referenceOf } from '#domain/case/reference.ts';
import { opened } from '#test/fakes/requests.ts';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: length, maxLength: length });

describe('a reference', () => {
  it('is the first 50 bits of the digest, in letters that survive the telephone', () => {
    expect(referenceOf('0'.repeat(64))).toBe('00000-00000');
    expect(referenceOf('f'.repeat(64))).toBe('ZZZZZ-ZZZZZ');
    // 0x083… : 00001 00000 11…, by hand.
    expect(referenceOf(`0${(1n << 3n).toString(16)}${'0'.repeat(62)}`)).toBe('10000-00000');
    expect(referenceOf(`0000000000004${'f'.repeat(51)}`)).toBe('00000-00001');
  });

  it('takes nothing from the rest of the digest, and all of its own part', () => {
    fc.assert(
      fc.property(hex(64), hex(51), fc.integer({ min: 0, max: 49 }), (digest, rest, bit) => {
        expect(referenceOf(digest.slice(0, 13) + rest)).toBe(referenceOf(digest));
        const flipped = (BigInt(`0x${digest.slice(0, 13)}`) ^ (1n << BigInt(bit + 2))).toString(16).padStart(13, '0');
        expect(referenceOf(flipped + digest.slice(13))).not.toBe(referenceOf(digest));
      }),
    );
  });

  it('is read back as it is said, typed and written', () => {
    const noise = fc.constantFrom('', '-', ' ', ' - ', '  ', '\u00a0', '\n');
    fc.assert(
      fc.property(hex(64), noise, fc.boolean(), fc.boolean(), (digest, between, small, alike) => {
        const reference = referenceOf(digest);
        const lookAlike = alike ? reference.replace(/0/g, 'O').replace(/1/g, 'I') : reference;
        const typed = ` ${lookAlike.replace('-', between)} `;
        expect(readReference(small ? typed.toLowerCase() : typed)).toBe(reference);
      }),
    );
  });

  it.each([
    ['l0oiL-OOOOO', '10011-00000'],
    ['h7k2m 9qxtc', 'H7K2M-9QXTC'],
    ['h 7 k 2 m 9 q x t c', 'H7K2M-9QXTC'],
  ])('takes %s for %s', (typed, reference) => {
    expect(readReference(typed)).toBe(reference);
  });

  it.each(['', '-', 'H7K2M', 'H7K2M-9QXTCX', 'U7K2M-9QXTC', 'H7K2M—9QXTC', '#H7K2M-9QXTC', 'undefined', '__proto__'])(
    'is not %j',
    (typed) => {
      expect(readReference(typed)).toBeUndefined();
    },
  );

  it('refuses a digest that is none', () => {
    expect(() => referenceOf('not hexadecimal')).toThrow();
  });
});

const now = new Date('2026-11-16T15:00:00.000Z');
const after = (ms: number) => new Date(now.getTime() + ms);
const [letter] = opened('name-query').letters;
if (!letter) throw new Error('a new case owes letters');

/** Fails a letter again and again, each time when it is due, and gives the pauses. */
const pausesUntilParked = (random: number) => {
  const pauses: number[] = [];
  let owed: Letter = letter;
  let clock = now.getTime();
  while (owed.state === 'owed' && pauses.length < 2000) {
    const leased = leaseLetter(owed, new Date(clock));
    owed = letterFailed('Throttling', random)(leased, new Date(clock));
    pauses.push(Date.parse(owed.nextAt) - clock);
    if (owed.state === 'owed') clock = Date.parse(owed.nextAt);
  }
  return { pauses, parked: owed, last: clock - now.getTime() };
};

describe('a letter that is owed', () => {
  it('is due at once, and not again while somebody sends it', () => {
    const leased = leaseLetter(letter, now);
    expect(nextDueLetter({ letters: [letter] }, now)).toBe(letter);
    expect(leased).toMatchObject({ attempts: 1, leasedUntil: after(LEASE_MS).toISOString() });
    expect(nextDueLetter({ letters: [leased] }, after(LEASE_MS - 1))).toBeUndefined();
    expect(nextDueLetter({ letters: [leased] }, after(LEASE_MS))).toBe(leased);
  });

  it('is leased for longer than a mail call may take', () => {
    expect(LEASE_MS).toBeGreaterThan(2 * 10_000);
  });

  it('is tried after pauses that double, up to a quarter of an hour', () => {
    const { pauses } = pausesUntilParked(1);
    const seconds = pauses.slice(0, 11).map((ms) => ms / 1000);
    expect(seconds).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    expect(new Set(pauses.slice(9))).toEqual(new Set([900_000]));
  });

  it('spreads its pauses: half as long at the least', () => {
    const [first = 0, second = 0] = pausesUntilParked(0).pauses;
    expect([first, second]).toEqual([1000, 2000]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 400 }), (random, attempts) => {
        const failed = letterFailed('x', random)({ ...letter, attempts }, now);
        const pause = Date.parse(failed.nextAt) - now.getTime();
        const whole = Math.min(900_000, 1000 * 2 ** attempts);
        expect(pause).toBeGreaterThanOrEqual(Math.floor(whole / 2));
        expect(pause).toBeLessThanOrEqual(whole);
      }),
    );
  });

  it.each([0, 0.5, 1])('is tried for close to 72 hours, then parked and never dropped (spread %d)', (random) => {
    const { parked, last } = pausesUntilParked(random);
    expect(parked.state).toBe('parked');
    expect(parked.lastFailure).toBe('Throttling');
    expect(last).toBeGreaterThan(GIVE_UP_AFTER_MS - 900_000 - 1);
    expect(last).toBeLessThanOrEqual(GIVE_UP_AFTER_MS);
    expect(nextDueLetter({ letters: [parked] }, after(100 * GIVE_UP_AFTER_MS))).toBeUndefined();
  });

  it('lets go of its lease when it failed, and of everything when it is sent', () => {
    const failed = letterFailed('Throttling', 1)(leaseLetter(letter, now), now);
    expect(failed).not.toHaveProperty('leasedUntil');
    expect(nextDueLetter({ letters: [failed] }, after(2000))).toBe(failed);
    const sent = letterSent('id-1')(leaseLetter(failed, after(2000)), after(2500));
    expect(sent).toMatchObject({ state: 'sent', mails: ['id-1'], attempts: 2, sentAt: after(2500).toISOString() });
    expect(sent).not.toHaveProperty('leasedUntil');
    expect(sent).not.toHaveProperty('lastFailure');
  });
});

describe('what a case owes', () => {
  const of = opened('email-update');

  it('counts all its letters, the earliest first, leased ones at the end of their lease', () => {
    const [first = letter, second = letter, third = letter] = of.letters;
    const leased = leaseLetter(first, now);
    const later = letterFailed('x', 1)({ ...second, attempts: 3 }, now);
    const sent = letterSent('id')(third, now);
    expect(owedAt(of)).toBe(now.toISOString());
    expect(owedAt({ letters: [leased, later, sent] })).toBe(after(8000).toISOString());
    expect(owedAt({ letters: [leased, sent] })).toBe(after(LEASE_MS).toISOString());
    expect(owedAt({ letters: [sent, { ...later, state: 'parked' }] })).toBeUndefined();
  });

  it('changes one letter and the revision, nothing that a person did', () => {
    const [first = letter] = of.letters;
    const next = withLetter(of, letterSent('id')(first, now));
    expect(next).toMatchObject({ rev: 2, version: 1 });
    expect(next.letters.map(({ state }) => state)).toEqual(['sent', 'owed', 'owed']);
    expect({ ...next, letters: of.letters, rev: 1 }).toEqual(of);
  });
});

describe('a stored case', () => {
  it.each(['name-query', 'email-update'] as const)('%s is read back as it was', (type) => {
    const of = opened(type);
    const stored: unknown = JSON.parse(JSON.stringify(of));
    expect(caseSchema.parse(stored)).toEqual(of);
  });

  it.each([
    ['another format', { format: 3 }],
    ['a reference that is none', { reference: 'h7k2m-9qxtc' }],
    ['an unknown type', { type: 'toString' }],
    ['a full Social Security number', { importerNumber: { kind: 'ssn', lastFour: '212345678' } }],
    ['a number of no kind', { importerNumber: { kind: 'vat', canonical: '1' } }],
    ['an answer that is no text', { answers: { note: 1 } }],
    ['a letter of no kind', { letters: [{ ...letter, kind: 'advert' }] }],
    ['a time that is none', { openedAt: 'Monday' }],
  ])('is refused with %s', (_, change) => {
    expect(caseSchema.safeParse({ ...opened('name-query'), ...change }).success).toBe(false);
  });
});
