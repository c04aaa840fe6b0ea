import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHmac } from 'node:crypto';
import { asCanary, canaryName, isCanary, isMark, looksLikeCanary, markOf } from '#domain/case/canary.ts';
import { budgetedMailbox } from '#domain/case/letter-budget.ts';
import { expiryOf } from '#domain/case/retention.ts';
import { canaryShown } from '#domain/desk/canary-state.ts';
import { canarySchema } from '#domain/desk/system.ts';
import { signsOf } from '#domain/requests/envelope.ts';
import { broker } from '../../broker.config.ts';
import { aMonday, checked, opened } from '#test/fakes/requests.ts';

const keyed = (text: string) => createHmac('sha256', 'the canary key').update(text).digest('hex');
const other = (text: string) => createHmac('sha256', 'another key').update(text).digest('hex');
const companyName = canaryName('7f3a91c2');
const at = (minutes: number) => new Date(aMonday.getTime() + minutes * 60_000);
const marked = (mark: unknown, change: Record<string, unknown> = {}) =>
  opened('name-query', { companyName, mark, ...change });

describe('the mark of a canary', () => {
  const right = markOf(keyed, companyName, aMonday);

  it('is known by our key, on the company that it was made for', () => {
    expect(right).toMatch(/^1794841200\.[0-9a-f]{64}$/);
    expect(isCanary(marked(right), keyed)).toBe(true);
  });

  it.each([
    ['no mark at all', undefined],
    ['a mark of another key', markOf(other, companyName, aMonday)],
    ['a mark for another company', markOf(keyed, canaryName('7f3a91c3'), aMonday)],
    ['another time under the same hash', right.replace('1794841200', '1794841201')],
    ['one that is cut', right.slice(0, -1)],
    ['one that is longer', `${right}0`],
    ['one whose last sign differs', `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`],
    ['one in capitals', right.toUpperCase()],
  ])('is not known by %s', (_, mark) => {
    expect(isCanary(marked(mark), keyed)).toBe(false);
  });

  it.each([
    [-61, false],
    [-59, true],
    [59, true],
    [61, false],
  ])('made %i minutes from the opening: %s', (minutes, known) => {
    expect(isCanary(marked(markOf(keyed, companyName, at(minutes))), keyed)).toBe(known);
  });

  it('is good for no other company that a stranger could write into the form', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 60 }), (name) => {
        const of = { ...marked(right), answers: { companyName: name } };
        expect(isCanary(of, keyed)).toBe(name === companyName);
      }),
    );
  });
});

describe('a mark in the envelope of a request', () => {
  const mark = markOf(keyed, companyName, aMonday);

  it('stands on the case as a sign of how it came in, right or wrong, and changes nothing else', () => {
    const plain = opened('name-query', { companyName });
    const wrong = markOf(other, companyName, aMonday);
    for (const one of [mark, wrong]) {
      const of = marked(one);
      expect(of.signs).toEqual({ mark: one });
      expect([of.digest, of.answers, of.letters]).toEqual([plain.digest, plain.answers, plain.letters]);
    }
  });

  it.each([
    ['too long', 'x'.repeat(121)],
    ['no text', 7],
    ['given twice', [mark, mark]],
    ['of another shape', 'canary'],
    ['of another shape by its end', `${mark}\n`],
    ['empty', ''],
  ])('is left out, without a problem, when it is odd: %s', (_, said) => {
    expect(isMark(said)).toBe(false);
    expect(signsOf({ mark: said })).toEqual({});
    expect(checked('name-query', { mark: said }).signs).toEqual({});
  });
});

describe('a canary', () => {
  const of = asCanary(marked(markOf(keyed, companyName, aMonday)));

  it('goes after a day, and not before its time is written', () => {
    expect(of).toMatchObject({ canary: true, rev: 2, version: 1, expiresAt: '2026-11-17T15:00:00.000Z' });
    expect(expiryOf(of, broker.retentionDays)).toBe(of.expiresAt);
  });

  it('costs nobody a letter of a budget', () => {
    const [, toContact] = of.letters;
    if (!toContact) throw new Error('it owes two letters');
    expect(budgetedMailbox(opened('name-query'), toContact)).toBe('rosa@acme-imports.example');
    expect(budgetedMailbox(of, toContact)).toBeUndefined();
  });

  it('has a name that no check of ours takes for a secret, whatever its letters', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), (id) => {
        const name = canaryName(id);
        expect(looksLikeCanary(name)).toBe(true);
        expect(checked('name-query', { companyName: name }).answers['companyName']).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['Canary Wharf Imports', 'Canary kvgnpdqf Inc.', 'Canary kvgnpdq', 'canary kvgnpdqf', 'Canary 7f3a91c2'])(
    'is not looked for in %s',
    (name) => {
      expect(looksLikeCanary(name)).toBe(false);
    },
  );

  it('is shown with what is known of the last one, and nothing that only the machine needs', () => {
    const known = { postedAt: 'a', deliveredAt: 'b', seconds: 4, failedAt: 'c', why: '503' };
    const shown = canaryShown({ id: 'last', rev: 7, reference: 'H7K2M-9QXTC', ...known }, true);
    expect(shown).toEqual({ on: true, ...known });
    expect(canarySchema.parse(shown)).toEqual(shown);
    expect(canaryShown(undefined, false)).toEqual({ on: false });
  });
});
