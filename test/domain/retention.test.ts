import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Case } from '#domain/case/case.ts';
import { expiryOf, isExpired } from '#domain/case/retention.ts';
import { aMonday } from '#test/fakes/requests.ts';
import { after, checkOf, conditions, confirmed, luis, moves, query } from './moves-cases.ts';

const DAY = 24 * 3600 * 1000;
const days = { unconfirmed: 90, declined: 365, closed: 1827 };
const daysAfter = (from: string | undefined, n: number) => new Date(Date.parse(from ?? '') + n * DAY).toISOString();

const client = after(query, luis, checkOf('power-of-attorney'), moves.decline);
const clientNoMore = after(
  query,
  luis,
  checkOf('power-of-attorney'),
  checkOf('power-of-attorney', 'failed'),
  moves.decline,
);

describe('when a case may be deleted', () => {
  it.each([
    ['nobody touched or confirmed it: 90 days from its opening', query, daysAfter(query.openedAt, 90)],
    ['its mailbox was confirmed: not while it is open', confirmed(query), undefined],
    ['a member worked on it: not while it is open', conditions.open, undefined],
    ['it waits for the importer: not while it is open', conditions.waiting, undefined],
    ['answered: five years after its end', conditions.answered, daysAfter(conditions.answered.closedAt, 1827)],
    ['closed: five years after its end', conditions.closed, daysAfter(conditions.closed.closedAt, 1827)],
    ['declined, no client: one year after its end', conditions.declined, daysAfter(conditions.declined.closedAt, 365)],
    ['declined, a client by power of attorney: five years', client, daysAfter(client.closedAt, 1827)],
    ['declined, the power of attorney failed later: one year', clientNoMore, daysAfter(clientNoMore.closedAt, 365)],
    ['reopened: not while it is open', after(conditions.closed, luis, moves.reopen), undefined],
  ] as const)('%s', (_, of: Case, expiry) => {
    expect(expiryOf(of, days)).toBe(expiry);
  });

  it('is written by every move', () => {
    for (const of of [conditions.open, conditions.answered, conditions.declined, conditions.closed])
      expect(of.expiresAt).toBe(expiryOf(of, broker.retentionDays));
    expect(query.expiresAt).toBe(expiryOf(query, broker.retentionDays));
  });
});

describe('a case past its time', () => {
  const ends = { expiresAt: aMonday.toISOString() };
  it.each([
    [ends, 0, true],
    [ends, -1, false],
    [{}, 9e9, false],
  ] as const)('%j, %d ms after', (of, ms, expired) => {
    expect(isExpired(of, new Date(aMonday.getTime() + ms))).toBe(expired);
  });
});
